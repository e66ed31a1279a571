import { dayOf } from "../calendar.ts";
import { derivedId } from "../engine/hash.ts";
import type { Tell } from "../engine/outgoing.ts";
import { taxByRate, taxRateOn } from "../money/tax.ts";
import { invoiceDueDay } from "../terms/a12-fees.ts";
import { policyOn } from "../terms/policy.ts";
import type { ContractContext, SoldMenu } from "./context.ts";

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

/**
 * The fees of a term and the consumption tax on them, in yen (A12.1, A14.3).
 *
 * @param supplyDay ISO day whose tax rate applies
 */
export function chargeFor(menus: readonly SoldMenu[], supplyDay: string): Charge {
  const ratePercent = taxRateOn(dayOf(supplyDay));
  const lines = menus.map(({ menuCode, nameJa, nameEn, annualPrice }) => ({
    menuCode,
    nameJa,
    nameEn,
    amount: annualPrice,
    ratePercent,
  }));
  const taxes = taxByRate(lines);
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const tax = taxes.reduce((sum, rate) => sum + rate.tax, 0);
  return { lines, taxes, subtotal, tax, total: subtotal + tax };
}

/** What is charged for a term: work is done and charged once, everything else every year. */
export function menusOfTerm(
  context: Pick<ContractContext, "start" | "basic" | "options">,
  termStart: string,
): SoldMenu[] {
  const first = context.start === null || context.start === termStart;
  const options = context.options.filter(({ kind }) => first || kind !== "work");
  return context.basic ? [context.basic, ...options] : [];
}

/** The invoice machine of the term that begins on a day. */
export function invoiceIdOf(contractId: string, termStart: string): string {
  return derivedId(contractId, `invoice/annualFee/${termStart}`);
}

/**
 * Asks for the invoice of a term (A12.2): its fees, tax and due day.
 *
 * @param issueDay ISO day on which the invoice is issued
 */
export function issueInvoice(
  context: ContractContext,
  term: { start: string; end: string },
  issueDay: string,
): Tell {
  const issuedOn = dayOf(issueDay);
  const due = invoiceDueDay(
    { termStart: dayOf(term.start), issuedOn, deliveredOn: null },
    policyOn(issuedOn).dueDateRule,
  );
  return {
    kind: "invoice",
    machineId: invoiceIdOf(context.contractId, term.start),
    event: {
      type: "issue",
      contractId: context.contractId,
      reason: "annualFee",
      periodStart: term.start,
      periodEnd: term.end,
      dueDay: due.day.toString(),
      ...chargeFor(menusOfTerm(context, term.start), term.start),
    },
    required: true,
  };
}
