import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { learnFrom } from "#app/workflow/payment-facts.ts";
import {
  findPaymentOfInvoice,
  type PaymentOfInvoice,
} from "#db/queries/money/payment-of-invoice.ts";
import { declineOf, type Decline } from "./decline.ts";

/** How a payment stands, in the payer's words. */
export type PaymentStanding =
  | { state: "paid"; valueDay: string }
  | { state: "processing" }
  | { state: "declined"; decline: Decline }
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

/** How a payment's state and failure code read to the payer. */
export function standingOf(row: PaymentOfInvoice): PaymentStanding {
  switch (row.status) {
    case "succeeded":
      return { state: "paid", valueDay: row.valueDay ?? "" };
    case "processing":
      return { state: "processing" };
    case "cancelled":
      return { state: "expired" };
    case "failed":
      return { state: "refused" };
    case "mismatched":
      return { state: "review" };
    default:
      return row.failureCode === null
        ? { state: "waiting" }
        : { state: "declined", decline: declineOf(row.failureCode) };
  }
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
  if (isOpen && row.sessionId !== null) {
    const subject = { kind: "session", id: row.sessionId } as const;
    const learned = await learnFrom(portal, subject, principal.receivedAt);
    isStale = learned.outcome === "retry";
    row = (await read()) ?? row;
  }
  const { invoiceId, invoiceNumber, amount, invoiceStatus } = row;
  return {
    paymentId,
    invoiceId,
    invoiceNumber: invoiceNumber ?? "",
    amount,
    standing: standingOf(row),
    isStale,
    isOwed: invoiceStatus !== "paid",
  };
}
