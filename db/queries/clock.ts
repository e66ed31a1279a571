import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { portalClock } from "#db/schema/operator.ts";

/** How far the portal's clock is ahead of the wall clock, in milliseconds; 0 where never moved. */
export async function readClockOffset(database: Database): Promise<number> {
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    const [row] = await tx.select().from(portalClock).where(eq(portalClock.id, "portal"));
    return row?.offsetMilliseconds ?? 0;
  });
}

/** Moves the portal's clock; once set it never goes back. */
export async function raiseClockOffset(database: Database, milliseconds: number): Promise<void> {
  await database.transaction({ role: "portal_engine" }, async (tx) => {
    const [row] = await tx.select().from(portalClock).where(eq(portalClock.id, "portal"));
    const offsetMilliseconds = row ? Math.max(milliseconds, row.offsetMilliseconds) : milliseconds;
    await tx
      .insert(portalClock)
      .values({ id: "portal", offsetMilliseconds })
      .onConflictDoUpdate({ target: portalClock.id, set: { offsetMilliseconds } });
  });
}

/** Whether the clock was ever set. */
export async function hasClock(database: Database): Promise<boolean> {
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    return (await tx.$count(portalClock)) > 0;
  });
}
