import { at, dayOf } from "#machines/calendar.ts";
import { chargeFor } from "#machines/contract/fees.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/machine.ts";
import { isOwedIn } from "#machines/invoice/owed.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { basicMenu } from "#test/helpers/sample-events.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Payment = Parameters<typeof ask>[1];

/** Facts of the provider: their ids come from the fact, as the inbox makes them. */
function facts({ day, at: now, pick }: Occasion, payment: Payment, amount: number) {
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

/** Pays one of the customer's invoices on by a step or to the end, with or without declines. */
export function paying(occasion: Occasion): Wish[] {
  const invoices = machinesOf<InvoiceContext>(occasion.part, "invoice");
  const owed = invoices.filter(({ snapshot }) => isOwedIn(String(snapshot.value)));
  const [first] = owed.length > 0 ? owed : invoices;
  if (!first) return [];
  const [{ snapshot, ...invoice }, rest] = choose(owed.length > 0 ? owed : invoices, occasion.pick);
  const { context } = snapshot;
  const payments = machinesOf<PaymentContext>(occasion.part, "payment");
  const tried = payments.filter((each) => each.snapshot.context.invoiceId === invoice.machineId);
  const open = payments.find(({ machineId }) => machineId === context.openPayment);
  const paymentId = open?.machineId ?? derivedId(invoice.machineId, `payment ${tried.length}`);
  const payment = machineOf("payment", occasion.customerId, paymentId);
  const amount = open?.snapshot.context.amount ?? outstanding(context);
  const start = ask(rest % 2 === 0 ? "owner" : "billing", invoice, {
    type: "startPayment",
    paymentId,
  });
  const fact = facts(occasion, payment, amount);
  const { opened, declined, processing, expired, settled, settledLess, refused } = fact;
  const ways = [
    ...[[settled], [declined, settled], [processing, settled], [processing, declined, settled]],
    ...[[], [expired], [expired, settled], [settledLess], [declined], [settled, settled]],
  ];
  const [way, more] = choose(ways, Math.floor(rest / 2));
  const begin = open ? [] : [start];
  if (more % 9 === 0) return [...begin, refused];
  return open && open.snapshot.value !== "created" ? way : [...begin, opened, ...way];
}

/** Any word of the provider about any payment, in time or not. */
export function anyFact(occasion: Occasion): Wish[] {
  const payments = machinesOf<PaymentContext>(occasion.part, "payment");
  if (payments.length === 0) return paying(occasion);
  const [{ snapshot, ...payment }, rest] = choose(payments, occasion.pick);
  return [choose(Object.values(facts(occasion, payment, snapshot.context.amount)), rest)[0]];
}

/** An invoice that no contract of the world asks for, and an earlier due day for one. */
export function issuing({ part, customerId, pick, day }: Occasion): Wish[] {
  const invoices = machinesOf<InvoiceContext>(part, "invoice");
  const contractId = derivedId(customerId, `elsewhere ${invoices.length}`);
  const actor = { kind: "machine", machineId: contractId } as const;
  const [invoice, rest] = choose([null, ...invoices], pick);
  const dueDay = dayOf(day)
    .add({ days: rest % 40 })
    .toString();
  if (invoice) {
    const { snapshot: _, ...to } = invoice;
    return [{ ...to, actor, event: { type: "limitDueDay", dueDay } }];
  }
  const charge = chargeFor([{ ...basicMenu, annualPrice: rest }], day);
  const period = { periodStart: day, periodEnd: dueDay, dueDay };
  return [
    {
      ...machineOf("invoice", customerId, derivedId(contractId, "invoice")),
      actor,
      event: { type: "issue", contractId, reason: "annualFee", ...period, ...charge },
    },
  ];
}
