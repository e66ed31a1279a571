import { findCard, findEarlierCards } from "#db/queries/cards/find-card.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { cancelCharge, chargeEffect, type ChargeParts } from "./charge-effects.ts";
import { collectEffect } from "./collect-effect.ts";
import { sendOnce } from "./command-effect.ts";
import type { EffectHandler, EffectResult } from "./effect-handler.ts";
import { learnFrom } from "./payment-facts.ts";

const engine = { role: "portal_engine" } as const;

async function readCard({ database }: ChargeParts, { customerId, params }: EffectRow) {
  const { cardId } = params as { cardId: string };
  const card = await database.transaction(engine, (tx) => findCard(tx, { customerId, cardId }));
  if (!card) throw new Error(`The effect names card ${cardId}, which is nowhere.`);
  return card;
}

/** A customer has one card: each one saved earlier gives way, also where two were saved at once. */
async function retire(parts: ChargeParts, effect: EffectRow): Promise<EffectResult> {
  const present = await readCard(parts, effect);
  const { customerId, cardId: by } = present;
  const earlier = await parts.database.transaction(engine, (tx) => findEarlierCards(tx, present));
  for (const { cardId: machineId } of earlier) {
    const result = await sendOnce(parts.dispatch, {
      ...{ customerId, machineId, kind: "card", commandId: `replace/${by}` },
      actor: { kind: "machine", machineId: by },
      receivedAt: effect.at.toISOString(),
      event: { type: "replace", by },
    });
    if (result.outcome !== "done") return result;
  }
  return { outcome: "done" };
}

/** Takes a card off its customer at Stripe; one that is off already is no fault. */
async function detach(parts: ChargeParts, effect: EffectRow): Promise<EffectResult> {
  const { methodId } = await readCard(parts, effect);
  if (methodId === null) return { outcome: "done" };
  const answer = await parts.payments.detachMethod(methodId);
  if (answer.outcome === "done") return { outcome: "done", providerId: methodId };
  if (answer.outcome !== "refused") return answer;
  const present = await parts.payments.readMethod(methodId);
  if (present.outcome === "retry" || present.outcome === "unknown") return present;
  const isOff = present.outcome === "refused" || present.value.stripeCustomerId === null;
  return isOff ? { outcome: "done", providerId: methodId } : answer;
}

/** Asks how the saving of a card stands whose session must have ended by now. */
async function lookUp(parts: ChargeParts, effect: EffectRow): Promise<EffectResult> {
  const { sessionId } = await readCard(parts, effect);
  if (sessionId === null) return { outcome: "done" };
  const answer = await parts.payments.readCheckout(sessionId);
  if (answer.outcome === "done" && answer.value.status === "open") {
    return { outcome: "retry", reason: "the session is open still" };
  }
  const subject = { kind: "session", id: sessionId } as const;
  const { outcome, detail } = await learnFrom(parts, subject, effect.at.toISOString());
  if (outcome === "retry") return { outcome, reason: detail };
  if (outcome === "ignored") return { outcome: "refused", reason: detail };
  return { outcome: "done", providerId: sessionId };
}

/** What is done at Stripe for saved cards and their charges. */
export function cardEffects(parts: ChargeParts) {
  return {
    collectByCard: collectEffect(parts),
    chargeCard: chargeEffect(parts),
    cancelIntent: { perform: (effect) => cancelCharge(parts, effect) },
    retireCards: { perform: (effect) => retire(parts, effect) },
    detachCard: { perform: (effect) => detach(parts, effect) },
    lookUpCard: { perform: (effect) => lookUp(parts, effect) },
  } satisfies Record<string, EffectHandler>;
}
