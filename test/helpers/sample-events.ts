import type { MenuKind } from "#machines/contract/context.ts";

/** A basic menu of 1,200,000 yen a year. */
export const basicMenu = {
  menuCode: "ndr-standard",
  kind: "basic" as const,
  nameJa: "標準監視",
  nameEn: "Standard monitoring",
  annualPrice: 1_200_000,
};

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
