import { on, type Stamped, type Told } from "#test/helpers/given.ts";

const invoiceId = "0199aaaa-0000-7000-8000-0000000000f1";
const cardId = "0199aaaa-0000-7000-8000-0000000000ca";
const intentId = "pi_1";
const day = "2025-04-02";
const create = on(day, {
  ...{ type: "create", invoiceId, amount: 1100, method: "savedCard", cardId },
  retryDay: "2025-04-05",
});
const settle = (amount = 1100) =>
  on(day, { type: "settle", intentId, chargeId: "ch_1", amount, valueDay: day });
const processing = on(day, { type: "processing", intentId });
const failed = (code: string) => on(day, { type: "attemptFailed", code, intentId });
const action = on(day, { type: "actionRequired", code: "authentication_required", intentId });
const refused = on(day, { type: "chargeRefused", code: "amount_changed" });
const expire = on(day, { type: "expire" }, 13);
const lookUp = on("2025-04-03", { type: "lookUp" }, 13);
const giveUp = on("2025-04-10", { type: "giveUp" }, 0);

const waiting = [create, action];
const told = (to: string, effects: string[] = [], tells: string[] = []): Told => ({
  ...{ to, clauses: ["A12.2"], tells, effects },
});
const pays = told("succeeded", [], ["invoice.paymentReceived"]);
const closes = ["invoice.paymentClosed"];
const declined = (...more: string[]) =>
  told("failed", ["payment-failed", "cancelIntent"], [...closes, ...more]);
const authenticationFailed = failed("payment_intent_authentication_failure");

/** What a payment by saved card makes of what Stripe and its cardholder do. */
export const savedCardCases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["charges a saved card", [], create, told("charging", ["chargeCard"])],
  ["succeeds without its cardholder", [create], settle(), pays],
  ["is mismatched without its cardholder", [create], settle(1), told("mismatched")],
  ["is processed without its cardholder", [create], processing, told("processing")],
  ["is declined for now", [create], failed("insufficient_funds"), declined()],
  ["is declined for good", [create], failed("lost_card"), declined("card.decline")],
  ["waits for its cardholder", [create], action, told("requiresAction", ["payment-action-needed"])],
  ["is not made where something else is owed", [create], refused, told("failed", [], closes)],
  ["is cancelled in the Dashboard", [create], expire, told("cancelled", [], closes)],
  ["is looked for when nobody hears of it", [create], lookUp, told("charging", ["lookUpCheckout"])],
  ["succeeds with its cardholder", waiting, settle(), pays],
  [
    "may be authenticated once more",
    waiting,
    authenticationFailed,
    told("requiresAction", ["payment-failed"]),
  ],
  ["is declined with its cardholder", waiting, failed("insufficient_funds"), declined()],
  [
    "is declined while it is processed",
    [create, processing],
    failed("insufficient_funds"),
    declined(),
  ],
  ["is taken back", waiting, giveUp, told("requiresAction", ["cancelIntent"])],
  ["is free once it was taken back", [...waiting, giveUp], expire, told("cancelled", [], closes)],
  ["succeeds though it was being taken back", [...waiting, giveUp], settle(), pays],
];
