import { isEffectOpen, type EffectRow } from "#db/queries/effects.ts";
import { findPayment, type PaymentRow } from "#db/queries/money/find-payment.ts";
import { cancelCharge, lookUpCharge, type ChargeParts } from "./charge-effects.ts";
import type { EffectHandler, EffectResult } from "./effect-handler.ts";
import { learnFrom } from "./payment-facts.ts";

type Handle = (parts: ChargeParts, effect: EffectRow) => Promise<EffectResult>;

/** The payment that the effect names. */
async function paymentOf(parts: ChargeParts, effect: EffectRow): Promise<PaymentRow> {
  const { customerId } = effect;
  const { paymentId } = effect.params as { paymentId: string };
  const row = await parts.database.transaction({ role: "portal_engine" }, (tx) =>
    findPayment(tx, { customerId, paymentId }),
  );
  if (!row) throw new Error(`The effect names payment ${paymentId}, which is nowhere.`);
  return row;
}

async function learn(
  parts: ChargeParts,
  effect: EffectRow,
  sessionId: string,
): Promise<EffectResult> {
  const subject = { kind: "session", id: sessionId } as const;
  const { outcome, detail } = await learnFrom(parts, subject, effect.at.toISOString());
  if (outcome === "retry") return { outcome, reason: detail };
  if (outcome === "ignored") return { outcome: "refused", reason: detail };
  return { outcome: "done", providerId: sessionId };
}

/**
 * Closes the session of a payment that another one has overtaken. One that was paid or expired
 * meanwhile is not an error: what became of it is learned instead. A payment without a session needs
 * nothing, because nobody ever got an address to pay at.
 */
export const expireCheckout: Handle = async (parts, effect) => {
  const { sessionId, method } = await paymentOf(parts, effect);
  if (method === "savedCard") return cancelCharge(parts, effect);
  if (sessionId === null) return { outcome: "done" };
  const answer = await parts.payments.expireCheckout(sessionId);
  if (answer.outcome === "retry" || answer.outcome === "unknown") return answer;
  return learn(parts, effect, sessionId);
};

/** Looks for the charge of a saved card, once nothing is under way any more that could still make it. */
async function lookForCharge(parts: ChargeParts, effect: EffectRow): Promise<EffectResult> {
  const { customerId, machineId } = effect;
  const isUnderWay = await parts.database.transaction({ role: "portal_engine" }, (tx) =>
    isEffectOpen(tx, { customerId, machineId, kind: "chargeCard" }),
  );
  if (isUnderWay) return { outcome: "retry", reason: "the charge is under way still" };
  return lookUpCharge(parts, effect);
}

/** Asks how a payment stands whose session, or whose charge, must have ended by now. */
export const lookUpCheckout: Handle = async (parts, effect) => {
  const { sessionId, method } = await paymentOf(parts, effect);
  if (method === "savedCard") return lookForCharge(parts, effect);
  if (sessionId === null) return { outcome: "done" };
  const answer = await parts.payments.readCheckout(sessionId);
  if (answer.outcome === "done" && answer.value.status === "open") {
    return { outcome: "retry", reason: "the session is open still" };
  }
  return learn(parts, effect, sessionId);
};

/** Both kinds of effect that go to Stripe, as the effect runner takes them. */
export function checkoutEffects(
  parts: ChargeParts,
): Record<"expireCheckout" | "lookUpCheckout", EffectHandler> {
  return {
    expireCheckout: { perform: (effect) => expireCheckout(parts, effect) },
    lookUpCheckout: { perform: (effect) => lookUpCheckout(parts, effect) },
  };
}
