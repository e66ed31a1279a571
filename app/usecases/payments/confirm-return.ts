import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { learnFrom } from "#app/workflow/payment-facts.ts";
import {
  findPaymentOfInvoice,
  type PaymentOfInvoice,
} from "#db/queries/money/payment-of-invoice.ts";
import { presentState } from "#app/usecases/present-state.ts";
import type { StripeSubject } from "#app/workflow/payment-facts.ts";
import { readMachines } from "#db/queries/engine/read-machines.ts";
import type { PaymentContext } from "#machines/payment/context.ts";
import { lastActionDay } from "#machines/payment/saved-card.ts";
import { declineOf, type Decline } from "./decline.ts";

/** How a payment stands, in the payer's words. */
export type PaymentStanding =
  | { state: "paid"; valueDay: string }
  | { state: "processing" }
  | { state: "declined"; decline: Decline }
  /** The saved card's issuer wants its holder, until an ISO day. */
  | { state: "action"; lastDay: string; hasFailed: boolean }
  /** The saved card's charge is being taken back. */
  | { state: "givingUp" }
  /** Begun and neither paid nor refused: the payer may go on. */
  | { state: "waiting" }
  | { state: "expired" }
  | { state: "refused" }
  /** Money came in that is not what was asked for: a person looks into it. */
  | { state: "review" };

export interface PaymentReturn {
  paymentId: string;
  invoiceId: string;
  invoiceNumber: string;
  /** Yen. */
  amount: number;
  standing: PaymentStanding;
  /** Stripe could not be asked just now: what is shown may be older. */
  isStale: boolean;
  /** Whether the invoice still asks for money. */
  isOwed: boolean;
}

const begun = (failureCode: string | null): PaymentStanding =>
  failureCode === null
    ? { state: "waiting" }
    : { state: "declined", decline: declineOf(failureCode) };

function waitingForHolder(context: PaymentContext): PaymentStanding {
  if (context.givenUp) return { state: "givingUp" };
  const hasFailed = context.failureCode !== "authentication_required";
  return { state: "action", lastDay: lastActionDay(context) ?? "", hasFailed };
}

/** How a payment's state and failure code read to the payer. */
export function standingOf(
  row: PaymentOfInvoice,
  context: PaymentContext | null = null,
): PaymentStanding {
  const isSaved = row.method === "savedCard";
  switch (row.status) {
    case "succeeded":
    case "partlyRefunded":
    case "refunded":
    case "disputed":
    case "won":
    case "lost":
      return { state: "paid", valueDay: row.valueDay ?? "" };
    case "charging":
    case "processing":
      return { state: "processing" };
    case "requiresAction":
      if (isSaved && context) return waitingForHolder(context);
      return begun(row.failureCode);
    case "cancelled":
      return { state: "expired" };
    case "failed":
      return isSaved ? begun(row.failureCode) : { state: "refused" };
    case "mismatched":
      return { state: "review" };
    default:
      return begun(row.failureCode);
  }
}

/** What of a payment is asked about at Stripe; null before Stripe knows of it. */
function subjectOf({ sessionId, intentId }: PaymentOfInvoice): StripeSubject | null {
  if (sessionId !== null) return { kind: "session", id: sessionId };
  return intentId === null ? null : { kind: "intent", id: intentId };
}

async function readContext(customerId: string, machineId: string): Promise<PaymentContext | null> {
  const { database } = currentPortal();
  const [machine] = await database.transaction({ role: "portal_app", customerId }, (tx) =>
    readMachines(tx, [{ customerId, machineId }]),
  );
  return machine ? presentState<PaymentContext>(machine).context : null;
}

/**
 * The invoice that a payment of the customer is for.
 *
 * @throws Problem `notFound` for a payment that is not this customer's
 */
export async function readPaymentInvoice(principal: Principal, paymentId: string): Promise<string> {
  const { customerId } = asMember(principal);
  const context = isIdentifier(paymentId) ? await readContext(customerId, paymentId) : null;
  if (!context) throw new Problem("notFound", `no payment ${paymentId}`);
  return context.invoiceId;
}

/**
 * How a payment of the customer stands, after asking Stripe while it is open: a browser that comes
 * back from Stripe proves nothing, so the address counts for nothing but the payment's id.
 *
 * @throws Problem `notFound` for a payment that is not this customer's
 */
export async function confirmReturn(
  principal: Principal,
  paymentId: string,
): Promise<PaymentReturn> {
  const portal = currentPortal();
  const { customerId } = asMember(principal);
  if (!isIdentifier(paymentId)) throw new Problem("notFound", "no identifier");
  const read = () =>
    portal.database.transaction({ role: "portal_app", customerId }, (tx) =>
      findPaymentOfInvoice(tx, { customerId, paymentId }),
    );
  let row = await read();
  if (!row) throw new Problem("notFound", `no payment ${paymentId}`);
  const isOpen = row.status === "requiresAction" || row.status === "processing";
  let isStale = false;
  const subject = isOpen ? subjectOf(row) : null;
  if (subject !== null) {
    const learned = await learnFrom(portal, subject, principal.receivedAt);
    isStale = learned.outcome === "retry";
    row = (await read()) ?? row;
  }
  const { invoiceId, invoiceNumber, amount, invoiceStatus } = row;
  const context = await readContext(customerId, paymentId);
  return {
    paymentId,
    invoiceId,
    invoiceNumber: invoiceNumber ?? "",
    amount,
    standing: standingOf(row, context),
    isStale,
    isOwed: invoiceStatus !== "paid",
  };
}
