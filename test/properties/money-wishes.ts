import { at, dayOf } from "#machines/calendar.ts";
import { chargeFor } from "#machines/contract/fees.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { basicMenu } from "#test/helpers/sample-events.ts";
import { charging } from "./card-wishes.ts";
import { deciding } from "./damages-wishes.ts";
import { givingBack } from "./refund-wishes.ts";
import { takingOver } from "./take-over-wishes.ts";
import { transferring } from "./transfer-wishes.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Target = Parameters<typeof ask>[1];

/** Facts of the provider: their ids come from the fact, as the inbox makes them. */
function facts({ day, at: now, pick }: Occasion, payment: Target, amount: number) {
  const { machineId } = payment;
  const [intentId, chargeId] = [`pi_${machineId}`, `ch_${machineId}`];
  const expiresAt = at(dayOf(day).add({ days: pick % 2 }), 23);
  const settle = (paid: number) =>
    ask(
      "stripe",
      payment,
      { type: "settle", intentId, chargeId, amount: paid, valueDay: day },
      `charge/${chargeId}`,
    );
  const failed = { type: "attemptFailed", code: "card_declined", intentId };
  return {
    opened: ask(
      "portal",
      payment,
      { type: "sessionOpened", sessionId: `cs_${machineId}`, expiresAt },
      "session",
    ),
    refused: ask("portal", payment, { type: "sessionRefused", code: "amount_too_small" }),
    declined: ask("stripe", payment, failed, `attempt/${now}`),
    processing: ask("stripe", payment, { type: "processing", intentId }, `processing/${intentId}`),
    expired: ask("stripe", payment, { type: "expire" }, "expire"),
    settled: settle(amount),
    settledLess: settle(Math.max(0, amount - 1)),
  };
}

const idOf = ({ machineId }: { machineId: string }) => machineId;

/** Pays one of the customer's invoices on by a step or to the end, with or without declines. */
export function paying(occasion: Occasion): Wish[] {
  const { part, customerId, pick } = occasion;
  const invoices = machinesOf<InvoiceContext>(part, "invoice");
  const owed = invoices.filter(({ snapshot }) => isOwedIn(String(snapshot.value)));
  if (invoices.length === 0) return [];
  const [{ snapshot, ...invoice }, rest] = choose(owed.length > 0 ? owed : invoices, pick);
  if (owed.length === 0 && pick % 3 === 0) {
    return deciding({ ...occasion, pick: rest }, invoice, snapshot.context);
  }
  const payments = machinesOf<PaymentContext>(part, "payment");
  const tried = payments.filter((each) => each.snapshot.context.invoiceId === invoice.machineId);
  const open = tried.find((each) => idOf(each) === snapshot.context.openPayment);
  const paymentId = open?.machineId ?? derivedId(invoice.machineId, `payment ${tried.length}`);
  const payment = machineOf("payment", customerId, paymentId);
  const amount = open?.snapshot.context.amount ?? outstanding(snapshot.context);
  const { opened, declined, processing, expired, settled, settledLess, refused } = facts(
    occasion,
    payment,
    amount,
  );
  const given = tried.find((each) => each.snapshot.value === "cancelled");
  const overtaken = given
    ? [facts(occasion, given, given.snapshot.context.amount).settled, expired]
    : [];
  const ways = [
    ...[[settled], [declined, settled], [processing, settled], [processing, declined, settled]],
    ...[[], [expired], [expired, settled], [settledLess], [declined], [settled, settled]],
    ...[[processing], [processing, settledLess], overtaken, overtaken],
  ];
  const isCharged = open?.snapshot.context.method === "savedCard";
  if (isCharged || rest % 5 === 4) {
    return charging({ ...occasion, pick: rest }, invoice, snapshot.context, amount);
  }
  const [way, more] = choose(ways, Math.floor(rest / 2));
  const start = { type: "startPayment", paymentId };
  const begin = open ? [] : [ask(rest % 2 === 0 ? "owner" : "billing", invoice, start)];
  if (more % 5 === 4) {
    const byCard = (left: number) => [...begin, opened, facts(occasion, payment, left).settled];
    return transferring(occasion, invoice, amount, byCard);
  }
  if (open && open.snapshot.value !== "created") return way;
  // Stripe may refuse a session, and be quicker than our own note of it; a buyer may never come back.
  const first = [[opened], [opened], [opened], [opened], [refused], []][more % 6] ?? [];
  return more % 12 === 5 ? begin : [...begin, ...first, ...way];
}

/** Any word of the provider about any payment, in time or not. */
export function anyFact(occasion: Occasion): Wish[] {
  const payments = machinesOf<PaymentContext>(occasion.part, "payment");
  if (payments.length === 0) return paying(occasion);
  if (occasion.pick % 2 === 0) return givingBack({ ...occasion, pick: occasion.pick / 2 });
  const [{ snapshot, ...payment }, rest] = choose(payments, Math.floor(occasion.pick / 2));
  return [choose(Object.values(facts(occasion, payment, snapshot.context.amount)), rest)[0]];
}

/** An invoice that no contract of the world asks for. */
function issue({ customerId, day }: Occasion, contractId: string, net: number): Wish {
  const dueDay = dayOf(day)
    .add({ days: net % 40 })
    .toString();
  const charge = chargeFor([{ ...basicMenu, annualPrice: net }], day);
  const period = { periodStart: day, periodEnd: dueDay, dueDay };
  const fee = { itemId: contractId, amount: net, to: dueDay, by: "month" };
  const fees = net > 0 ? [fee] : [];
  return {
    ...machineOf("invoice", customerId, derivedId(contractId, "invoice")),
    actor: { kind: "machine", machineId: contractId },
    event: { type: "issue", contractId, reason: "annualFee", ...period, ...charge, fees },
  };
}

/** What others than the customer and the provider say: another invoice, a contract handed over, money by transfer, a due day. */
export function saying(occasion: Occasion): Wish[] {
  const { part, customerId, pick, day } = occasion;
  const invoices = machinesOf<InvoiceContext>(part, "invoice");
  const elsewhere = derivedId(customerId, `elsewhere ${part.events.length}`);
  const [invoice, rest] = choose([null, ...invoices, ...invoices], pick);
  if (!invoice) return rest % 2 === 0 ? [issue(occasion, elsewhere, rest)] : takingOver(occasion);
  const { snapshot, ...to } = invoice;
  if (rest % 5 === 4) return deciding({ ...occasion, pick: rest }, to, snapshot.context);
  const actor = { kind: "machine", machineId: elsewhere } as const;
  const dueDay = dayOf(day).add({ days: (rest % 60) - 50 });
  if (rest % 2 === 0) return transferring(occasion, to, outstanding(snapshot.context));
  return [{ ...to, actor, event: { type: "limitDueDay", dueDay: dueDay.toString() } }];
}
