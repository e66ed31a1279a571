import { sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";

/** From here on the transaction only reads: the database refuses every write in it. */
export async function forbidWrites(tx: Handle): Promise<void> {
  await tx.execute(sql`set transaction read only`);
}
