import { and, desc, lte, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { menu } from "#db/schema/operator.ts";

/** Not one of the menus that are gone by a day (サービスの廃止, A20.1). */
const isOffered = (day: string) => sql`not exists (select from discontinuation d
  where d.status <> 'withdrawn' and d.first_day_without <= ${day}::date
    and d.menus @> jsonb_build_array(jsonb_build_object('code', ${menu.code})))`;

/**
 * Every menu that is offered on a day, with the price that holds then: the latest row of its code up to
 * that day.
 */
export async function readMenus(tx: Handle, day: string) {
  return tx
    .selectDistinctOn([menu.code])
    .from(menu)
    .where(and(lte(menu.validFrom, day), isOffered(day)))
    .orderBy(menu.code, desc(menu.validFrom));
}
