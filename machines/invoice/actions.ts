import { base } from "./base.ts";
import { outstanding, type InvoiceContext } from "./context.ts";
import { damagesAccount } from "./damages-account.ts";
import { book } from "./postings.ts";

/** What an invoice of late damages is for, in both languages. */
function itemOf({ lines: [line], periodStart: from, periodEnd: to }: InvoiceContext) {
  return { nameJa: line?.nameJa ?? "", nameEn: line?.nameEn ?? "", from, to };
}

type Template = "invoice-issued" | "damages-claimed" | "receipt" | "payment-reminder";

/** A mail to the customer about the invoice as it stands after the event. */
export const mail = (template: Template) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { invoiceId, contractId } = context;
    const { number, issueDay, dueDay, total, tax, paid, paidOn, reminded } = context;
    const method = event.type === "transferReceived" ? { method: "bankTransfer" } : {};
    const facts = {
      ...{ number, issueDay, dueDay, total, tax, paid, paidOn, reminded, ...method },
      ...(template === "payment-reminder"
        ? { damages: damagesAccount(context, event.day)?.open ?? 0 }
        : {}),
      ...(template === "damages-claimed" ? { item: itemOf(context) } : {}),
    };
    const ids = { invoiceId, contractId, at: event.at, day: event.day };
    const params = { template, to: "customer", ...ids, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });

/** A mail about the invoice with facts of its own. */
export const mailOf = (template: string, more: { creditNoteId?: string; facts: object }) =>
  base.enqueueActions(({ context: { invoiceId, contractId }, event: { at, day }, enqueue }) => {
    const params = { template, to: "customer", invoiceId, contractId, at, day, ...more };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });

/** The mail with a new invoice. */
export const mailIssue = base.enqueueActions(({ context, enqueue }) => {
  enqueue(mail(context.reason === "lateDamages" ? "damages-claimed" : "invoice-issued"));
});

/** Takes over what is charged, with the number drawn for it. */
export const issue = base.assign(({ event }) => {
  if (event.type !== "issue") return {};
  const { type: _type, at: _at, day, machineId, number, ...charge } = event;
  return { ...charge, invoiceId: machineId, number: number ?? null, issueDay: day };
});

/** Opens a payment of what is still owed. */
export const startPayment = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "startPayment") return;
  enqueue.assign({ openPayment: event.paymentId });
  const { invoiceId } = context;
  const create = { type: "create", invoiceId, amount: outstanding(context) };
  const { paymentId: machineId } = event;
  const tell = { kind: "payment" as const, machineId, event: create, required: true as const };
  enqueue({ type: "tell", params: tell });
});

/** A session that asks for what has been paid by now must not take the money a second time. */
export const closeOthers = base.enqueueActions(({ context, event, enqueue }) => {
  const own = event.type === "paymentReceived" ? event.paymentId : null;
  if (context.openPayment !== null && context.openPayment !== own) {
    const params = { paymentId: context.openPayment };
    enqueue({ type: "effect", params: { kind: "expireCheckout", params } });
  }
  if (context.openPayment === own) enqueue.assign({ openPayment: null });
});

/** Takes money in. */
export const receive = [book, closeOthers] as const;

/** Tells the contract how the invoice stands. */
export const tellContract = (type: "invoiceOverdue" | "invoiceSettled" | "invoiceReopened") =>
  base.enqueueActions(({ context, enqueue }) => {
    const { invoiceId, contractId: machineId } = context;
    const tell = { kind: "contract" as const, machineId, event: { type, invoiceId } };
    // A contract that has settled its money for good must not owe an invoice again unawares.
    const params = type === "invoiceReopened" ? { ...tell, required: true as const } : tell;
    enqueue({ type: "tell", params });
  });

/** The contract did not ask for an invoice of damages or a charge; while it keeps accounts it is to know of it. */
export const tellOfDamages = base.enqueueActions(({ context, enqueue }) => {
  if (context.reason !== "lateDamages" && context.reason !== "charge") return;
  const { invoiceId, contractId: machineId } = context;
  const event = { type: "invoiceReopened", invoiceId };
  enqueue({ type: "tell", params: { kind: "contract", machineId, event } });
});

/** Takes in the money that pays all. */
export const settle = [
  ...receive,
  base.assign({
    paidOn: ({ event }) =>
      event.type === "paymentReceived" || event.type === "transferReceived" ? event.valueDay : null,
  }),
  tellContract("invoiceSettled"),
  mail("receipt"),
];

/** The payment under way came to nothing. */
export const closePayment = base.assign({ openPayment: null });
