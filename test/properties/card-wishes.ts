import { derivedId } from "#machines/engine/hash.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { PaymentContext } from "#machines/payment/context.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Target = Parameters<typeof ask>[1];

/** Facts of the provider about the charge of a saved card, and what its holder does about it. */
function chargeFacts({ day, at: now }: Occasion, payment: Target, amount: number) {
  const { machineId } = payment;
  const [intentId, chargeId] = [`pi_${machineId}`, `ch_${machineId}`];
  const failed = (code: string) =>
    ask("stripe", payment, { type: "attemptFailed", code, intentId }, `attempt/${code}/${now}`);
  const code = "authentication_required";
  const settle = { type: "settle", intentId, chargeId, amount, valueDay: day };
  return {
    action: ask(
      "stripe",
      payment,
      { type: "actionRequired", code, intentId },
      `action/${intentId}`,
    ),
    processing: ask("stripe", payment, { type: "processing", intentId }, `processing/${intentId}`),
    poor: failed("insufficient_funds"),
    lost: failed("lost_card"),
    unauthenticated: failed("payment_intent_authentication_failure"),
    changed: ask("portal", payment, { type: "chargeRefused", code: "amount_changed" }),
    detached: ask("portal", payment, { type: "chargeRefused", code: "card_detached" }),
    givenUp: ask("billing", payment, { type: "giveUp" }),
    cancelled: ask("stripe", payment, { type: "expire" }, "expire"),
    settled: ask("stripe", payment, settle, `charge/${chargeId}`),
  };
}

/** What a card shows, by a number that decides. */
export const savedFace = (pick: number) => ({
  ...{ brand: "visa", last4: "4242", expMonth: (pick % 12) + 1, expYear: 2026 },
});

/** Saves, changes and loses the customer's cards. */
function keeping({ part, customerId, pick }: Occasion): Wish[] {
  const cards = machinesOf(part, "card");
  const cardId = derivedId(customerId, `card ${cards.length}`);
  const card = machineOf("card", customerId, cardId);
  const face = savedFace(pick);
  const save = ask("owner", card, { type: "save", consentVersion: "1" });
  const saved = ask("stripe", card, { type: "saved", methodId: `pm_${cardId}`, face }, "saved");
  const expired = ask("stripe", card, { type: "expire" }, "expire");
  const [kept, rest] = choose([null, ...cards], pick);
  if (!kept) return choose([[save, saved], [save], [save, expired, saved]], rest)[0];
  const change = { type: "change", face: { ...face, expYear: 2025 + (rest % 4) } };
  const events = [
    ask("stripe", kept, change),
    ask("stripe", kept, { type: "detach" }),
    ask("owner", kept, { type: "remove" }),
  ];
  return [choose(events, rest)[0]];
}

/** Has a saved card pay an invoice by itself, or stops it, with or without declines. */
export function charging(
  occasion: Occasion,
  invoice: Target,
  { openPayment }: InvoiceContext,
  amount: number,
): Wish[] {
  const { part, customerId, pick } = occasion;
  const [card] = machinesOf(part, "card");
  if (card && pick % 5 === 0) return keeping({ ...occasion, pick: Math.floor(pick / 5) });
  const cardId = card?.machineId ?? derivedId(customerId, "card 0");
  const first = card ? [] : keeping({ ...occasion, pick: 0 });
  const payments = machinesOf<PaymentContext>(part, "payment");
  const open = payments.find(({ machineId }) => machineId === openPayment);
  const paymentId = open?.machineId ?? derivedId(invoice.machineId, `charge ${payments.length}`);
  const payment = machineOf("payment", customerId, paymentId);
  const facts = chargeFacts(occasion, payment, open?.snapshot.context.amount ?? amount);
  const { action, poor, lost, unauthenticated, changed, detached } = facts;
  const { givenUp, cancelled, settled, processing } = facts;
  const start = ask("portal", invoice, { type: "startCharge", paymentId, cardId });
  const begin = open ? [] : [start];
  const ways = [
    ...[[settled], [action, settled], [poor], [lost], [changed], [detached], [cancelled], []],
    ...[
      [action, givenUp, cancelled],
      [action, givenUp, settled],
      [action, unauthenticated],
    ],
    ...[
      [action, poor],
      [poor, settled],
      [processing, poor],
      [processing, settled],
    ],
  ];
  const [way, rest] = choose(ways, Math.floor(pick / 5));
  const hand = ["stopCharge", "resumeCharge"].map((type) => ask("owner", invoice, { type }));
  const told = ["announceCharge", "holdCharge"].map((type) =>
    ask("portal", invoice, { type, cardId }),
  );
  const other = [hand.slice(0, 1), hand, ...told.map((one) => [one])][rest % 8];
  return other ? [...first, ...other] : [...first, ...begin, ...way];
}
