import { readDamagesInvoices } from "#db/queries/money/damages-invoices.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import type { Handle } from "#db/client.ts";
import { viewCreditNotes, type CreditNoteView } from "./credit-view.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { dayOf } from "#machines/calendar.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { damagesInvoiceIdOf } from "#machines/invoice/damages.ts";
import {
  damagesAccount,
  damagesFromReceipts,
  type DamagesAccount,
} from "#machines/invoice/damages-account.ts";
import { debtKindOf } from "#machines/invoice/reasons.ts";

/** The farthest day for which an account is worked out. */
const mostDaysAhead = 366;

/** What finance decided about damages in yen; an invoiced amount has its invoice. */
export interface ShownDecision {
  key: string;
  kind: "claimed" | "waived";
  day: string;
  amount: number;
  /** Why it was waived; for staff only. */
  reason: string | null;
  invoice: { invoiceId: string; number: string; status: string } | null;
}

/** The damages of an invoice as its page shows them. Amounts are yen, days ISO. */
export interface DamagesView {
  /** Up to `payDay`, or to the earlier day on which the amount of the invoice had come. */
  account: DamagesAccount;
  /** What stands open today, which finance decides on. */
  openToday: number;
  /** Whether any payment came after the due day. */
  wasPaidLate: boolean;
  /** The day of payment that was asked for, which is today where none was. */
  payDay: string;
  /** Why the day that was asked for is not taken; null where it is. */
  payDayProblem: "invalid" | "past" | "tooFar" | null;
  lastPayDay: string;
  /** How many thousandths a year, and whether by the terms or by the law (Civil Code 404). */
  rate: { perMille: number; source: "fee" | "charge" };
  decisions: ShownDecision[];
}

/** What an invoice's page shows of its damages, and of a dispute about it. */
export interface StandingView {
  creditNotes: CreditNoteView[];
  /** Yen of damages that were paid together with the invoice, beyond its amount. */
  damagesPaid: number;
  damages: DamagesView | null;
  dispute: { since: string; reason: string } | null;
  /** The invoice of which these are the late damages. */
  ofInvoice: string | null;
}

function payDayOf(
  asked: string | null,
  today: string,
): Pick<DamagesView, "payDay" | "payDayProblem"> {
  if (asked === null || asked === "") return { payDay: today, payDayProblem: null };
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(asked) && isCalendarDay(asked);
  if (!isDay) return { payDay: today, payDayProblem: "invalid" };
  if (asked < today) return { payDay: today, payDayProblem: "past" };
  if (asked > lastDayFrom(today)) return { payDay: today, payDayProblem: "tooFar" };
  return { payDay: asked, payDayProblem: null };
}

function isCalendarDay(text: string): boolean {
  try {
    return dayOf(text).toString() === text;
  } catch {
    return false;
  }
}

const lastDayFrom = (today: string) => dayOf(today).add({ days: mostDaysAhead }).toString();

/**
 * The account of an invoice's delay damages (A14.3, Civil Code 489) up to today, and what would be owed on a
 * day of payment that somebody asks for.
 *
 * @param asked the day as it came with the address; null where none did
 * @param today ISO day in Asia/Tokyo
 * @param claims the invoices by which damages of this one were claimed
 */
export function viewDamages(
  invoice: InvoiceContext,
  asked: string | null,
  today: string,
  claims: readonly { invoiceId: string; number: string; status: string }[],
): DamagesView | null {
  const source = debtKindOf(invoice.reason);
  const { payDay, payDayProblem } = payDayOf(asked, today);
  const account = damagesAccount(invoice, payDay);
  if (!account || source === null) return null;
  return {
    account,
    openToday: damagesAccount(invoice, today)?.open ?? 0,
    wasPaidLate: invoice.receipts.some(({ valueDay }) => valueDay > account.dueDay),
    ...{ payDay, payDayProblem, lastPayDay: lastDayFrom(today) },
    rate: { perMille: account.perMille, source },
    decisions: invoice.damagesDecisions.map(({ kind, day, amount, reason }, n) => {
      const id = damagesInvoiceIdOf(invoice.invoiceId, n);
      const found = claims.find(({ invoiceId }) => invoiceId === id) ?? null;
      return { key: `${n}`, kind, day, amount, reason, invoice: kind === "claimed" ? found : null };
    }),
  };
}

/** Reads what an issued invoice's page shows of its damages and of a dispute. */
export async function readStanding(
  tx: Handle,
  key: { customerId: string; invoiceId: string },
  asked: string | null,
  today: string,
): Promise<StandingView> {
  const stored = await readMachineSnapshot(tx, key.customerId, {
    machineId: key.invoiceId,
    kind: "invoice",
  });
  if (!stored) throw new Error(`Invoice ${key.invoiceId} has no machine.`);
  const { context } = presentState<InvoiceContext>(stored);
  const { dispute, ofInvoice } = context;
  const claims = await readDamagesInvoices(tx, key);
  return {
    creditNotes: await viewCreditNotes(tx, key),
    damagesPaid: damagesFromReceipts(context),
    damages: viewDamages(context, asked, today, claims),
    ...{ dispute, ofInvoice },
  };
}
