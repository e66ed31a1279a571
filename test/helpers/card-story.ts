import Stripe from "stripe";
import { startCardPayment, type PaymentStart } from "#app/usecases/payments/start-card-payment.ts";
import { workInbox } from "#app/workflow/inbox.ts";
import type { IssuedInvoice, MoneyWorld } from "./money-world.ts";
import { WEBHOOK_SECRET } from "#test/sandbox/testing/bench.ts";
import type { Received } from "#test/sandbox/testing/webhook-receiver.ts";

/** An open Checkout session. */
export interface Opened {
  url: string;
  paymentId: string;
}

/** How a payment and its invoice stand, in the words that must be the same whatever went wrong. */
export interface Ending {
  status: string;
  /** Yen. */
  paid: number;
  payment: string;
  /** Receipts booked, and mails that confirm them. */
  postings: number;
  receipts: number;
}

/** What the tests of faults do with a card payment, in the portal's own ways. */
export interface CardStory {
  /** The customer's click on "pay". */
  click(invoice: IssuedInvoice, role?: "owner" | "billing"): Promise<PaymentStart>;
  /** The click, where it must lead to Stripe's page. */
  open(invoice: IssuedInvoice): Promise<Opened>;
  /** Every webhook that the sandbox sent about a payment, in its own order. */
  deliveriesOf(paymentId: string): Promise<Received[]>;
  /** Works one stored event, as the job does. */
  work(eventId: string): Promise<void>;
  ending(invoice: IssuedInvoice, paymentId: string): Promise<Ending>;
  /** The statuses of an invoice's payments, oldest first. */
  payments(invoice: IssuedInvoice): Promise<string[]>;
  /** What is stored of an event; null where nothing is. */
  stored(eventId: string): Promise<{ state: string; outcome: string | null } | null>;
  /** The successful charges at Stripe of one customer. */
  chargesOf(invoice: IssuedInvoice): Promise<Stripe.Charge[]>;
  arm(kind: string, match: string, more?: object): Promise<void>;
  disarm(): Promise<void>;
}

/** The ending of a payment that went through once. */
export const paidOnce = (paid: number): Ending => ({
  ...{ status: "paid", paid, payment: "succeeded", postings: 1, receipts: 1 },
});

/** A delivery of our own making, with a valid signature unless told otherwise. */
export function signed(
  changed: Record<string, unknown>,
  { age = 0, secret = WEBHOOK_SECRET, body: given = "" } = {},
): Received {
  const object = { id: "x" };
  const id = `evt_${crypto.randomUUID()}`;
  const event = { id, type: "x", livemode: false, data: { object }, ...changed };
  const body = given || JSON.stringify(event);
  const timestamp = Math.floor(Date.now() / 1000) - age;
  const header = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
  return { body, headers: { "stripe-signature": header }, event: event as unknown as Stripe.Event };
}

/** Tells stories of card payments in a world. */
export function cardStory(world: MoneyWorld): CardStory {
  const { bench, db } = world;
  const story: CardStory = {
    click: async ({ customerId, invoiceId }, role = "owner") =>
      startCardPayment(await world.principal(customerId, role), invoiceId),
    open: async (invoice) => {
      const start = await story.click(invoice);
      if (start.kind !== "checkout") throw new Error(`The click leads to ${start.kind}.`);
      return start;
    },
    deliveriesOf: async (paymentId) => {
      const state = await (await bench.control("GET", "/state")).json();
      const { events } = state as { events: unknown[] };
      const received = await bench.webhooks.wait(events.length);
      return received.filter(({ body }) => body.includes(paymentId));
    },
    work: (eventId) => workInbox(world.portal, { provider: "stripe", eventId }, false),
    ending: async ({ invoiceId }, paymentId) => {
      const [row] = await db.asSuperuser<Ending>(
        `select i.status, i.paid::int, p.status as payment,
           (select count(*)::int from ledger_transaction l
            where l.machine_id = i.invoice_id and l.kind = 'paymentReceived') as postings,
           (select count(*)::int from effect e where e.machine_id = i.invoice_id
            and e.params ->> 'template' = 'receipt') as receipts
         from invoice i join payment p on p.payment_id = $2 where i.invoice_id = $1`,
        [invoiceId, paymentId],
      );
      if (!row) throw new Error(`There is no payment ${paymentId}.`);
      return row;
    },
    payments: async ({ invoiceId }) => {
      const rows = await db.asSuperuser<{ status: string }>(
        "select status from payment where invoice_id = $1 order by payment_id",
        [invoiceId],
      );
      return rows.map(({ status }) => status);
    },
    stored: async (eventId) => {
      const [row] = await db.asSuperuser<{ state: string; outcome: string | null }>(
        "select state, outcome from inbox where event_id = $1",
        [eventId],
      );
      return row ?? null;
    },
    chargesOf: async ({ customerId }) => {
      const state = await (await bench.control("GET", "/deeds")).json();
      const { charges } = state as { charges: Stripe.Charge[] };
      return charges.filter(({ paid, metadata }) => paid && metadata["customerId"] === customerId);
    },
    arm: async (kind, match, more = {}) => {
      const answer = await bench.control("POST", "/fault", { kind, match, ...more });
      if (answer.status !== 201) throw new Error(await answer.text());
    },
    disarm: async () => void (await bench.control("DELETE", "/fault")),
  };
  return story;
}
