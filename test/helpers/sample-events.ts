import type { MenuKind } from "#machines/contract/context.ts";
import { erasureStores } from "#machines/terms/a18-erasure.ts";

/** A basic menu of 1,200,000 yen a year. */
export const basicMenu = {
  menuCode: "ndr-standard",
  kind: "basic" as const,
  nameJa: "標準監視",
  nameEn: "Standard monitoring",
  annualPrice: 1_200_000,
};

/** Data and logs of an ended contract erased wherever they were kept. */
export const erasure = {
  type: "dataErased",
  stores: erasureStores.map((store) => ({ store, outcome: "erased" as const })),
};

/** What staff record after an end, in any order. */
export const settlements = [{ type: "devicesSettled" }, erasure, { type: "materialsSettled" }];

/** An option to be ordered. */
export function optionMenu(
  optionId: string,
  kind: Exclude<MenuKind, "basic">,
  annualPrice: number,
) {
  return {
    optionId,
    menuCode: `option-${kind}`,
    kind,
    nameJa: "追加",
    nameEn: "Option",
    annualPrice,
  };
}

type OrderedOption = ReturnType<typeof optionMenu>;

/** The order form as it is submitted. */
export function submit(wishedStart: string, options: OrderedOption[] = [], basic = basicMenu) {
  const quoteId = "0199aaaa-0000-7000-8000-00000000000a";
  return { type: "submit", basic, options, quoteId, termsVersion: "2026-1", wishedStart };
}
