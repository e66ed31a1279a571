import { z } from "zod";
import { plainText } from "../engine/fields.ts";

/** So many yen that all menus of an order stay within an invoice. */
const mostPrice = 999_999_999;

/** A menu as a scenario orders it; its names are its code where they are left out. */
export const menu = z.strictObject({
  code: plainText.min(1),
  nameJa: plainText.optional(),
  nameEn: plainText.optional(),
  annualPrice: z.int().min(0).max(mostPrice),
});

/** What an order has: a basic menu and its options. */
export const menus = z.strictObject({
  basic: menu,
  options: z
    .array(menu.extend({ kind: z.enum(["subscription", "device", "work"]) }))
    .max(50)
    .default([]),
});

/** A menu as it is sold. */
export function sold<Kind extends string>(
  { code, nameJa, nameEn, annualPrice }: z.output<typeof menu>,
  kind: Kind,
) {
  return { menuCode: code, kind, nameJa: nameJa ?? code, nameEn: nameEn ?? code, annualPrice };
}
