import type { Menu } from "#app/usecases/catalog/list-menus.ts";
import { dayOf } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { MenuKind, SoldMenu } from "#machines/contract/context.ts";
import { chargeFor, type Charge } from "#machines/contract/fees.ts";
import { termFrom } from "#machines/terms/a10-term.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { Menus } from "./order-form/menus.ts";

/** What an order costs and when, should the service start on the day wished for. */
export interface OrderQuote {
  basic: SoldMenu & { kind: "basic" };
  options: (SoldMenu & { kind: Exclude<MenuKind, "basic"> })[];
  /** Fees of the first term with tax by rate, in yen. */
  charge: Charge;
  term: { start: string; end: string; derivation: Derivation };
  /** Due day of the first invoice, issued on the first day (A12.2). */
  dueDay: string;
  dueDerivation: Derivation;
}

const sold = <Kind extends MenuKind>(menu: Menu, kind: Kind): SoldMenu & { kind: Kind } => ({
  menuCode: menu.code,
  kind,
  nameJa: menu.nameJa,
  nameEn: menu.nameEn,
  annualPrice: menu.annualPrice,
});

/**
 * The quote (見積, A12.1) of chosen menus at list prices. The tax rate is that of the first day.
 * Throws RangeError where a menu is not among those on sale: check the form first.
 */
export function quoteOrder(chosen: Menus, onSale: readonly Menu[]): OrderQuote {
  const find = (code: string) => {
    const menu = onSale.find((one) => one.code === code);
    if (!menu) throw new RangeError(`${code} is not on sale`);
    return menu;
  };
  const basic = sold(find(chosen.basic), "basic");
  const options = onSale
    .filter(({ code }) => chosen.options.includes(code))
    .flatMap((menu) => (menu.kind === "basic" ? [] : [sold(menu, menu.kind)]));
  const start = dayOf(chosen.wishedStart);
  const due = invoiceDueDay(
    { termStart: start, issuedOn: start, deliveredOn: null },
    policyOn(start).dueDateRule,
  );
  const term = termFrom(start);
  return {
    basic,
    options,
    charge: chargeFor([basic, ...options], chosen.wishedStart),
    term: {
      start: chosen.wishedStart,
      end: term.end.toString(),
      derivation: term.derivation,
    },
    dueDay: due.day.toString(),
    dueDerivation: due.derivation,
  };
}
