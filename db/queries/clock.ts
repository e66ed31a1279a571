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

/** Moves the portal's clock; an earlier offset than the present one is left as it is. */
export async function raiseClockOffset(database: Database, milliseconds: number): Promise<void> {
  await database.transaction({ role: "portal_engine" }, async (tx) => {
    const [row] = await tx.select().from(portalClock).where(eq(portalClock.id, "portal"));
    const offsetMilliseconds = Math.max(milliseconds, row?.offsetMilliseconds ?? 0);
    await tx
      .insert(portalClock)
      .values({ id: "portal", offsetMilliseconds })
      .onConflictDoUpdate({ target: portalClock.id, set: { offsetMilliseconds } });
  });
}
