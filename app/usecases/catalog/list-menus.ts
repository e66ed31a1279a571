import { readMenus } from "#db/queries/catalog.ts";
import { currentPortal } from "#app/portal.ts";
import { readLastDays } from "./last-days.ts";

/** A menu as the catalog sells it. */
export interface Menu {
  code: string;
  kind: "basic" | "subscription" | "device" | "work";
  nameJa: string;
  nameEn: string;
  summaryJa: string;
  summaryEn: string;
  /** Yen without tax: a year's fee, or the price of one piece of work. */
  annualPrice: number;
  /** The last day (ISO) of a menu whose discontinuation is announced (A20); null where it goes on. */
  lastDay: string | null;
}

const order: Record<Menu["kind"], number> = { basic: 0, subscription: 1, device: 2, work: 3 };

/**
 * The menus and list prices of a day (A2), the basic menu first.
 *
 * @param day ISO day in Asia/Tokyo
 */
export async function listMenus(day: string): Promise<Menu[]> {
  const scope = { role: "portal_engine" } as const;
  const [rows, lastDays] = await currentPortal().database.transaction(
    scope,
    async (tx) => [await readMenus(tx, day), await readLastDays(tx)] as const,
  );
  return rows
    .map(({ validFrom: _, ...row }): Menu => {
      const kind = row.kind as Menu["kind"];
      return { ...row, kind, lastDay: lastDays.get(row.code) ?? null };
    })
    .toSorted((a, b) => order[a.kind] - order[b.kind] || a.code.localeCompare(b.code));
}
