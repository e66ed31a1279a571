import { readMenus } from "#db/queries/catalog.ts";
import { currentPortal } from "#app/portal.ts";

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
}

const order: Record<Menu["kind"], number> = { basic: 0, subscription: 1, device: 2, work: 3 };

/**
 * The menus and list prices of a day (A2), the basic menu first.
 *
 * @param day ISO day in Asia/Tokyo
 */
export async function listMenus(day: string): Promise<Menu[]> {
  const rows = await currentPortal().database.transaction({ role: "portal_engine" }, (tx) =>
    readMenus(tx, day),
  );
  return rows
    .map(({ validFrom: _, ...row }) => ({ ...row, kind: row.kind as Menu["kind"] }))
    .toSorted((a, b) => order[a.kind] - order[b.kind] || a.code.localeCompare(b.code));
}
