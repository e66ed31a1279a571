import { z } from "zod";
import type { Sandbox } from "../sandbox.ts";
import { noSuch } from "../stripe/errors.ts";
import { emit, NO_REQUEST } from "../stripe/events.ts";
import { detachMethod } from "../stripe/payment-methods.ts";
import { TEST_CARDS, testCard } from "../stripe/test-cards.ts";

const CHANGE = z.strictObject({
  /** How the card behaves from now on, by the name of a test card. */
  behaves: z.enum(Object.keys(TEST_CARDS) as [string, ...string[]]).optional(),
  /** Somebody takes the card from its customer in the Dashboard. */
  detach: z.boolean().optional(),
  /** The network tells of the card that replaced this one. */
  replaced: z
    .strictObject({
      exp_month: z.number().int().min(1).max(12),
      exp_year: z.number().int(),
      behaves: z.enum(Object.keys(TEST_CARDS) as [string, ...string[]]).optional(),
    })
    .optional(),
});

/** What happens to a saved card without the portal. Inside a transaction. */
export function changeMethod(sandbox: Sandbox, body: unknown, id: string): object {
  const { behaves, detach, replaced } = CHANGE.parse(body);
  const { store } = sandbox;
  const method = store.get("paymentMethods", id);
  const card = store.get("cards", id);
  if (!method?.card || !card) throw noSuch("PaymentMethod", id, "payment_method");
  const name = replaced?.behaves ?? behaves;
  if (name) store.put("cards", { ...card, card: name });
  if (replaced) {
    const { exp_month, exp_year } = replaced;
    const last4 = replaced.behaves
      ? testCard(replaced.behaves).number.slice(-4)
      : method.card.last4;
    const changed = { ...method, card: { ...method.card, exp_month, exp_year, last4 } };
    store.put("paymentMethods", changed);
    const { exp_month: month, exp_year: year, last4: digits } = method.card;
    emit(sandbox, NO_REQUEST, "payment_method.automatically_updated", changed, {
      card: { exp_month: month, exp_year: year, last4: digits },
    });
    return changed;
  }
  return detach ? detachMethod(sandbox, NO_REQUEST, method) : method;
}
