import { dayOf } from "../calendar.ts";
import { derivedId } from "../engine/hash.ts";
import type { Tell } from "../engine/outgoing.ts";
import type { EarnedFee } from "../invoice/earned-fee.ts";
import { taxByRate, taxRateOn } from "../money/tax.ts";
import { invoiceDueDay } from "../terms/a12-fees.ts";
import { policyOn } from "../terms/policy.ts";
import { feeOfMenu, itemIdOf, menusOfTerm, type BilledTerm } from "./charged.ts";
import type { ChargedPeriod, ContractContext, SoldMenu, SoldOption } from "./context.ts";

/** One line of a quote or an invoice, in yen without tax. */
export interface FeeLine {
  menuCode: string;
  nameJa: string;
  nameEn: string;
  amount: number;
  ratePercent: number;
}

/** Lines with their sums; the tax is worked out once for each rate (適格請求書). */
export interface Charge {
  lines: FeeLine[];
  taxes: { ratePercent: number; taxable: number; tax: number }[];
  subtotal: number;
  tax: number;
  total: number;
}

/** Lines with their taxes and sums. */
function chargeOf(lines: FeeLine[]): Charge {
  const taxes = taxByRate(lines);
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const tax = taxes.reduce((sum, rate) => sum + rate.tax, 0);
  return { lines, taxes, subtotal, tax, total: subtotal + tax };
}

const lineOf = ({ menuCode, nameJa, nameEn }: SoldMenu, amount: number, ratePercent: number) => {
  return { menuCode, nameJa, nameEn, amount, ratePercent };
};

/**
 * The fees of a full year and the consumption tax on them, in yen (A12.1, A14.3).
 *
 * @param supplyDay ISO day whose tax rate applies
 */
export function chargeFor(menus: readonly SoldMenu[], supplyDay: string): Charge {
  const ratePercent = taxRateOn(dayOf(supplyDay));
  return chargeOf(menus.map((menu) => lineOf(menu, menu.annualPrice, ratePercent)));
}

/** The fees of a term of a contract, in yen: a capped one is charged by its days (A12.1, A20). */
export function chargeOfTerm(
  context: Pick<ContractContext, "start" | "basic" | "options">,
  term: BilledTerm,
): Charge {
  const ratePercent = taxRateOn(dayOf(term.start));
  const menus = menusOfTerm(context, term.start);
  return chargeOf(menus.map((menu) => lineOf(menu, feeOfMenu(menu, term).amount, ratePercent)));
}

/** The invoice machine of the term that begins on a day. */
export function invoiceIdOf(contractId: string, termStart: string): string {
  return derivedId(contractId, `invoice/annualFee/${termStart}`);
}

/** How a fee is earned: work when it has been accepted (A11), since its price is for no period. */
const earnedFee = ({ kind }: SoldMenu, fee: Omit<EarnedFee, "by">): EarnedFee[] =>
  fee.amount > 0 ? [{ ...fee, by: kind === "work" ? "acceptance" : "month" }] : [];

const earnedFees = (
  menus: readonly (SoldMenu | SoldOption)[],
  contractId: string,
  term: BilledTerm,
): EarnedFee[] =>
  menus.flatMap((menu) =>
    earnedFee(menu, { itemId: itemIdOf(menu, contractId), ...feeOfMenu(menu, term) }),
  );

/**
 * Asks for the invoice of a term (A12.2): its fees, tax and due day.
 *
 * @param issueDay ISO day on which the invoice is issued
 */
export function issueInvoice(context: ContractContext, term: BilledTerm, issueDay: string): Tell {
  return {
    kind: "invoice",
    machineId: invoiceIdOf(context.contractId, term.start),
    event: {
      type: "issue",
      contractId: context.contractId,
      reason: "annualFee",
      periodStart: term.start,
      periodEnd: term.end,
      dueDay: dueDayFrom(term.start, issueDay),
      ...chargeOfTerm(context, term),
      fees: earnedFees(menusOfTerm(context, term.start), context.contractId, term),
    },
    required: true,
  };
}

/** The due day of an invoice for a period that begins on a day (A12.2). Days are ISO. */
function dueDayFrom(start: string, issueDay: string): string {
  const issuedOn = dayOf(issueDay);
  const days = { termStart: dayOf(start), issuedOn, deliveredOn: null };
  return invoiceDueDay(days, policyOn(issuedOn).dueDateRule).day.toString();
}

/**
 * The invoice machine of an option's own fee: the first one of an option that was added to a running term
 * (A9.1), or that for the rest of a term, from a day on, which a discontinuation had cut off (A20).
 */
export function optionInvoiceIdOf(
  contractId: string,
  optionId: string,
  restFrom: string | null = null,
): string {
  const name = ["invoice", "optionFee", optionId, ...(restFrom ? [restFrom] : [])].join("/");
  return derivedId(contractId, name);
}

/**
 * Asks for the invoice of an option's own fee, in yen without tax (A9.1, A12.2).
 *
 * @param invoiceId see `optionInvoiceIdOf`
 * @param issueDay ISO day on which the invoice is issued
 */
export function issueOptionInvoice(
  contractId: string,
  option: SoldOption,
  { from, to, amount, ratePercent }: Pick<ChargedPeriod, "from" | "to" | "amount" | "ratePercent">,
  { invoiceId, issueDay }: { invoiceId: string; issueDay: string },
): Tell {
  return {
    kind: "invoice",
    machineId: invoiceId,
    event: {
      type: "issue",
      contractId,
      reason: "optionFee",
      periodStart: from,
      periodEnd: to,
      dueDay: dueDayFrom(from, issueDay),
      ...chargeOf([lineOf(option, amount, ratePercent)]),
      fees: earnedFee(option, { itemId: option.optionId, amount, to }),
    },
    required: true,
  };
}
