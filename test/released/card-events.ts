import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";

const otherId = "0199aaaa-0000-7000-8000-0000000000f1";

const face = { brand: "visa", last4: "4242", expMonth: 8, expYear: 2025 };

/** Every event that a saved card may meet in the walk. */
export const cardOffers: readonly MachineEvent[] = [
  { type: "save", consentVersion: "1" },
  { type: "sessionOpened", sessionId: "cs_1", expiresAt: "2025-04-01T04:00:00.000Z" },
  { type: "sessionRefused", code: "c" },
  { type: "expire" },
  { type: "saved", methodId: "pm_1", face },
  { type: "change", face: { ...face, expYear: 2027 } },
  { type: "change", face: { ...face, expYear: 2024 } },
  { type: "decline", paymentId: otherId, code: "lost_card" },
  { type: "detach" },
  { type: "remove" },
  { type: "replace", by: otherId },
];

/** What a payment by saved card may meet in the walk beside what every payment meets. */
export const savedCardOffers: readonly MachineEvent[] = [
  {
    ...{ type: "create", invoiceId: otherId, amount: 1100 },
    ...{ method: "savedCard", cardId: otherId, retryDay: null },
  },
  { type: "actionRequired", code: "authentication_required", intentId: "pi_1" },
  { type: "attemptFailed", code: "payment_intent_authentication_failure", intentId: "pi_1" },
  { type: "attemptFailed", code: "lost_card", intentId: "pi_1" },
  { type: "giveUp" },
  ...["card_detached", "amount_changed"].map((code) => ({ type: "chargeRefused", code })),
];

/** Automatic payment is followed on an invoice with nothing else about it only, lest places multiply. */
export const isCollected = (context: InvoiceContext): boolean =>
  context.openPayment === null &&
  context.dispute === null &&
  context.acceleratedTo === null &&
  context.reminded.length === 0 &&
  context.damagesDecisions.length === 0 &&
  context.credits.length === 0 &&
  context.chargebacks.length === 0 &&
  (context.paid === 0 || context.paid === 400) &&
  context.receipts.every(({ valueDay }) => valueDay < "2025-06-02");

/** What of an automatic payment decides whether there is one. */
export const collectionPlace = (context: InvoiceContext): unknown => {
  if (!isCollected(context)) return null;
  const { asked, days, stopped } = context.collection;
  return [asked > days.length, days.length > 0, stopped];
};

/** What an invoice may meet in the walk while a saved card is to pay it. */
export const chargeOffers: readonly MachineEvent[] = [
  { type: "announceCharge", cardId: otherId },
  { type: "startCharge", paymentId: otherId, cardId: otherId },
  { type: "holdCharge", cardId: otherId },
  { type: "paymentClosed", paymentId: otherId, again: "never", cardId: otherId },
  { type: "stopCharge" },
  { type: "resumeCharge" },
];
