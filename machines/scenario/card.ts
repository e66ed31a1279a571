import { derivedId } from "../engine/hash.ts";
import { outstanding, type InvoiceContext } from "../invoice/context.ts";
import { isOwedIn } from "../invoice/owed.ts";
import type { PaymentContext } from "../payment/machine.ts";
import { sessionMinutes } from "../payment/session.ts";
import type { Scene, Step } from "./step.ts";

/** The invoice of a number; without one, the one still owed that falls due first. */
function invoiceOf({ machines }: Scene, number: string | undefined): InvoiceContext | undefined {
  const invoices = [...machines.values()].filter(({ kind }) => kind === "invoice");
  const wanted = number
    ? invoices.filter(({ view }) => view["number"] === number)
    : invoices.filter(({ view }) => isOwedIn(String(view["status"])));
  const contexts = wanted.map(({ snapshot }) => snapshot.context as unknown as InvoiceContext);
  const key = ({ dueDay, number: own }: InvoiceContext) => `${dueDay} ${own}`;
  return contexts.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))[0];
}

/** What is under way for an invoice, or a new attempt: its payment and the steps up to the card. */
function attempt(scene: Scene, number: string | undefined) {
  const { customerId, at, machines } = scene;
  const invoice = invoiceOf(scene, number);
  const open = machines.get(invoice?.openPayment ?? "");
  if (open) {
    const { paymentId, amount } = open.snapshot.context as unknown as PaymentContext;
    return { paymentId, amount, steps: [] };
  }
  // Nothing is there that could be paid: the engine says so itself.
  const machineId = invoice?.invoiceId ?? derivedId(customerId, `invoice/${number ?? "open"}`);
  const made = [...machines.values()].filter(({ kind }) => kind === "payment").length;
  const paymentId = derivedId(machineId, `payment/${made + 1}`);
  const expiresAt = new Date(Date.parse(at) + sessionMinutes * 60_000).toISOString();
  const opened = { type: "sessionOpened", sessionId: `session-${made + 1}`, expiresAt };
  const start = { type: "startPayment", paymentId };
  const steps: Step[] = [
    { sender: "owner", kind: "invoice", machineId, event: start },
    { sender: "portal", kind: "payment", machineId: paymentId, event: opened },
  ];
  return { paymentId, amount: invoice ? outstanding(invoice) : 0, steps };
}

/**
 * Pays an invoice by card, on the payment under way or a new one (A12.2). Another amount (yen) than
 * was asked for is what a fault at the provider would look like.
 */
export function payByCard(
  { invoice, amount }: { invoice?: string | undefined; amount?: number | undefined },
  scene: Scene,
): Step[] {
  const { paymentId, steps, amount: asked } = attempt(scene, invoice);
  const ids = { intentId: `intent/${paymentId}`, chargeId: `charge/${paymentId}` };
  const event = { type: "settle", ...ids, amount: amount ?? asked, valueDay: scene.day };
  return [...steps, { sender: "stripe", kind: "payment", machineId: paymentId, event }];
}

/** Tries to pay an invoice with a card that is declined with a code of the card network. */
export function declineCard(
  { invoice, code }: { invoice?: string | undefined; code: string },
  scene: Scene,
): Step[] {
  const { paymentId, steps } = attempt(scene, invoice);
  const event = { type: "attemptFailed", code, intentId: `intent/${paymentId}` };
  return [...steps, { sender: "stripe", kind: "payment", machineId: paymentId, event }];
}
