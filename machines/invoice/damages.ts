import { dayOf } from "../calendar.ts";
import { derivedId } from "../engine/hash.ts";
import { taxByRate } from "../money/tax.ts";
import { invoiceDueDay } from "../terms/a12-fees.ts";
import { policyOn } from "../terms/policy.ts";
import { base } from "./base.ts";
import type { InvoiceContext } from "./context.ts";
import { damagesAccount } from "./damages-account.ts";

/** The invoice for the damages of another one that are claimed as its `n`-th, from 0. */
export function damagesInvoiceIdOf(invoiceId: string, n: number): string {
  return derivedId(invoiceId, `invoice/lateDamages/${n}`);
}

const slashed = (day: string) => day.replaceAll("-", "/");

/** The days for which damages are claimed: from the first day of delay, or since they were claimed last. */
function periodOf(context: InvoiceContext, day: string): { start: string; end: string } {
  const end = damagesAccount(context, day)?.asOf ?? day;
  const claimed = context.damagesDecisions.map((one) => one.day).filter((one) => one < end);
  const before = [context.dueDay ?? day, ...claimed].toSorted().at(-1) ?? day;
  const first = dayOf(before).add({ days: 1 }).toString();
  return { start: first < end ? first : end, end };
}

/**
 * Asks for the damages by an invoice of their own (A14.3): outside consumption tax (不課税), due like every
 * invoice at the end of the month after its issue (A12.2).
 */
const claim = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "claimDamages") return;
  const { invoiceId, contractId, number, damagesDecisions } = context;
  const { amount, day } = event;
  const { start, end } = periodOf(context, day);
  const issuedOn = dayOf(day);
  const days = { termStart: issuedOn, issuedOn, deliveredOn: null };
  const span = `${slashed(start)}–${slashed(end)}`;
  const line = {
    menuCode: "late-damages",
    nameJa: `遅延損害金（請求書 ${number}、${span}）`,
    nameEn: `Late damages (invoice ${number}, ${span})`,
    ...{ amount, ratePercent: 0 },
  };
  const issue = {
    type: "issue",
    ...{ contractId, reason: "lateDamages", ofInvoice: invoiceId },
    ...{ periodStart: start, periodEnd: end },
    dueDay: invoiceDueDay(days, policyOn(issuedOn).dueDateRule).day.toString(),
    ...{ lines: [line], taxes: taxByRate([line]), subtotal: amount, tax: 0, total: amount },
  };
  const machineId = damagesInvoiceIdOf(invoiceId, damagesDecisions.length);
  enqueue({
    type: "tell",
    params: { kind: "invoice", machineId, event: issue, required: true },
  });
});

const decide = (kind: "claimed" | "waived") =>
  base.assign(({ context, event }) => {
    if (event.type !== "claimDamages" && event.type !== "waiveDamages") return {};
    const { amount, day } = event;
    const reason = event.type === "waiveDamages" ? event.reason : null;
    return { damagesDecisions: [...context.damagesDecisions, { kind, day, amount, reason }] };
  });

/** What finance may do about the damages of an invoice that is overdue or was paid late. */
export const decisions = {
  claimDamages: {
    guard: "isClaimable",
    meta: { clause: "A14.3" },
    actions: [claim, decide("claimed")],
  },
  waiveDamages: {
    guard: "isOpenAmount",
    meta: { clause: "A14.3" },
    actions: decide("waived"),
  },
} as const;
