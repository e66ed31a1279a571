import { declineOf, type Decline } from "#app/usecases/payments/decline.ts";
import { explainDueDay } from "#app/usecases/contracts/explain-deadline.ts";
import type { ContractRow } from "#db/queries/contracts.ts";
import type { PaymentRow } from "#db/queries/money/find-payment.ts";
import type { InvoiceRow } from "#db/queries/money/list-invoices.ts";
import type { PaymentEventRow } from "#db/queries/money/payment-attempts.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { FeeLine } from "#machines/contract/fees.ts";
import { isOwedIn, owedOf } from "#machines/invoice/owed.ts";
import type { StandingView } from "./damages-view.ts";
import type { MoneyBackView } from "./money-back-view.ts";

/** One line of the payments' course: what happened, and why an attempt failed. */
export interface Attempt {
  key: string;
  at: string;
  type: string;
  /** Yen. */
  amount: number;
  decline: Decline | null;
  /** The provider's own code, for staff only. */
  code: string | null;
}

/** An invoice as its page shows it. Amounts are yen, days ISO. */
export interface InvoiceView {
  invoiceId: string;
  contractId: string;
  number: string;
  status: string;
  issueDay: string;
  dueDay: string;
  /** How the due day was found (A12.2, A16.2, A17.2). */
  dueDerivation: Derivation | null;
  periodStart: string;
  periodEnd: string;
  lines: FeeLine[];
  taxes: { ratePercent: number; taxable: number; tax: number }[];
  subtotal: number;
  tax: number;
  total: number;
  paid: number;
  /** Yen of the total that credit notes give back. */
  credited: number;
  owed: number;
  /** Yen that nobody is expected to pay any more (貸倒れ). */
  writtenOff: number;
  /** Paid beyond the total and the damages. */
  credit: number;
  /** Value day of the latest payment, once all is paid. */
  paidOn: string | null;
  isOverdue: boolean;
  /** Delay damages that stand open today (A14.3), not part of the total. */
  damages: number;
  standing: StandingView;
  /** ISO day for which damages and lateness are worked out. */
  today: string;
  /** How the payment stands that is under way, if one is. */
  underWay: "begun" | "processing" | "review" | null;
  attempts: Attempt[];
  /** Refunds and disputes of it. */
  moneyBack: MoneyBackView[];
}

/** What says with a code why no money came. */
const failures: readonly string[] = ["attemptFailed", "chargeRefused"];

/** A charge that was not made because something else was owed by then says nothing of the card. */
const isOfCard = (code: string | null): code is string =>
  code !== null && code !== "amount_changed";

/** The last day of a contract that has ended (ISO); null while it lives. */
export const endedOn = (contract: Pick<ContractRow, "status" | "endDay"> | null) =>
  contract && ["ended", "closed"].includes(contract.status) ? contract.endDay : null;

function underWayOf(payments: readonly PaymentRow[]): InvoiceView["underWay"] {
  const states = new Set(payments.map(({ status }) => status));
  if (states.has("mismatched")) return "review";
  if (states.has("processing") || states.has("charging")) return "processing";
  return states.has("requiresAction") || states.has("created") ? "begun" : null;
}

/**
 * Puts an invoice together from its rows.
 *
 * @param contract the row of its contract; null where there is none
 * @param today ISO day in Asia/Tokyo
 * @param transferDays ISO value days of the bank transfers that pay it
 * @param standing its damages and a dispute about it
 * @param moneyBack its refunds and chargebacks
 */
export function viewInvoice(
  row: InvoiceRow,
  contract: ContractRow | null,
  payments: readonly PaymentRow[],
  events: readonly PaymentEventRow[],
  today: string,
  transferDays: readonly string[],
  standing: StandingView,
  moneyBack: MoneyBackView[] = [],
): InvoiceView {
  const owed = isOwedIn(row.status) ? owedOf(row) : 0;
  const dueDay = row.dueDay ?? "";
  const isOverdue = owed > 0 && dueDay < today;
  const cardDays = payments.flatMap(({ valueDay }) => (valueDay === null ? [] : [valueDay]));
  const days = [...cardDays, ...transferDays];
  return {
    invoiceId: row.invoiceId,
    contractId: row.contractId,
    number: row.number ?? "",
    status: row.status,
    issueDay: row.issueDay ?? "",
    dueDay,
    dueDerivation: explainDueDay(row, endedOn(contract))?.derivation ?? null,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    lines: row.lines as FeeLine[],
    taxes: row.taxes as InvoiceView["taxes"],
    subtotal: row.subtotal,
    tax: row.tax,
    total: row.total,
    paid: row.paid,
    owed,
    credited: row.credited,
    writtenOff: row.writtenOff,
    credit: row.credit,
    paidOn: row.status === "paid" ? (days.toSorted().at(-1) ?? null) : null,
    isOverdue,
    damages: standing.damages?.openToday ?? 0,
    standing,
    today,
    underWay: underWayOf(payments),
    moneyBack,
    attempts: events.map(({ machineId, seq, at, type, amount, code }) => ({
      key: `${machineId}/${seq}`,
      ...{ at, type, amount, code },
      decline: failures.includes(type) && isOfCard(code) ? declineOf(code) : null,
    })),
  };
}
