import { and, desc, lte, sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
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

/** A menu whose discontinuation was announced and not withdrawn: the first day (ISO) without it. */
export interface DiscontinuedMenu {
  code: string;
  firstDayWithout: string;
}

/** Every menu that is gone or will be (A20), each with the earliest of its days. */
export async function readDiscontinuedMenus(tx: Handle): Promise<DiscontinuedMenu[]> {
  return rowsOf<DiscontinuedMenu>(
    tx,
    sql`select gone ->> 'code' as code, min(d.first_day_without)::text as "firstDayWithout"
        from discontinuation d, jsonb_array_elements(d.menus) as gone
        where d.status <> 'withdrawn' group by 1 order by 1`,
  );
}

/** What every menu is called, also one that is offered no more. */
export async function readMenuNames(tx: Handle) {
  const { code, nameJa, nameEn } = menu;
  return tx
    .selectDistinctOn([code], { code, nameJa, nameEn })
    .from(menu)
    .orderBy(code, desc(menu.validFrom));
}
