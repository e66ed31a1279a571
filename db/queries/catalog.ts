import { desc, lte } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { menu } from "#db/schema/operator.ts";

/** Every menu with the price that holds on a day: the latest row of its code up to that day. */
export async function readMenus(tx: Handle, day: string) {
  return tx
    .selectDistinctOn([menu.code])
    .from(menu)
    .where(lte(menu.validFrom, day))
    .orderBy(menu.code, desc(menu.validFrom));
}
