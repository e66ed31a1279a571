import { Temporal } from "temporal-polyfill";

import { taxRateOn } from "#machines/money/tax.ts";
import { share } from "#machines/money.ts";
import { listMenus } from "./list-menus.ts";
import type { Menu } from "./list-menus.ts";

/** A menu with its price in yen before and after consumption tax. */
export type PricedMenu = Menu & { annualPriceWithTax: number };

/**
 * The menus that can be ordered on `day` (ISO day in Tokyo) with prices in yen, and the tax rate of
 * that day in percent. The tax of a single menu is a guide: an invoice works it out once, on its sum
 * (A14.3, 適格請求書).
 */
export async function priceList(
  day: string,
): Promise<{ taxRatePercent: number; menus: PricedMenu[] }> {
  const taxRatePercent = taxRateOn(Temporal.PlainDate.from(day));
  const menus = await listMenus(day);
  return {
    taxRatePercent,
    menus: menus.map((menu) => ({
      ...menu,
      annualPriceWithTax: menu.annualPrice + share(menu.annualPrice, taxRatePercent, 100),
    })),
  };
}
