import { randomUUID } from "node:crypto";
import type { Env } from "#app/env.ts";
import { assemblePortal } from "#app/open-portal.ts";
import type { Portal } from "#app/portal.ts";
import { action as stripeWebhook } from "#app/routes/webhooks/stripe.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { workInbox } from "#app/workflow/inbox.ts";
import { chargeFor } from "#machines/contract/fees.ts";
import type { Role } from "#machines/engine/actor.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";
import {
  openBench,
  RESEND_WEBHOOK_SECRET,
  WEBHOOK_SECRET,
  type Bench,
} from "../sandbox/testing/bench.ts";
import { post, type Shown } from "../sandbox/testing/payer.ts";
import type { Received } from "../sandbox/testing/webhook-receiver.ts";

/** A portal on a database of its own and a Stripe sandbox of its own, without a worker. */
export interface MoneyWorld {
  portal: Portal;
  bench: Bench;
  db: TestDatabase;
  /** An issued invoice of a new customer; the total has the tax on top. The due day is ISO. */
  issueInvoice(net?: number, customerId?: string, dueDay?: string): Promise<IssuedInvoice>;
  principal(customerId: string | null, ...roles: Role[]): Promise<Principal>;
  /** Submits a card on Stripe's page. */
  pay(url: string, card: string): Promise<Shown>;
  /** Hands a delivery of the sandbox to the webhook's route. Gives the HTTP status. */
  deliver(delivery: Received): Promise<number>;
  /** Hands over everything that came since the last call, in order. */
  deliverAll(): Promise<void>;
  /** Works every stored event once, as the job does. */
  workAll(): Promise<void>;
  close(): Promise<void>;
}

export interface IssuedInvoice {
  customerId: string;
  invoiceId: string;
  /** Yen, tax included. */
  total: number;
}

/**
 * Opens such a world; `close` it at the end.
 *
 * @param through opens another way to Stripe's sandbox, given the sandbox's address; gives its own
 * @param door where webhooks go by themselves, instead of being handed over by `deliver`
 * @param works whether a worker does the effects, instead of the test
 */
export async function openMoneyWorld(
  through: (sandboxUrl: string) => Promise<string> = async (url) => url,
  door?: string,
  works = false,
): Promise<MoneyWorld> {
  const [db, bench] = await Promise.all([openTestDatabase(), openBench(door)]);
  const stripeUrl = await through(bench.sandbox.url);
  const env: Env = {
    demo: true,
    port: 0,
    appUrl: "http://127.0.0.1:9",
    sessionSecrets: ["s".repeat(32)],
    database: { kind: "pglite", folder: "" },
    stripe: {
      secretKey: "sk_test_sandbox",
      webhookSecrets: [WEBHOOK_SECRET],
      baseUrl: stripeUrl,
    },
    resend: { apiKey: "re_x", webhookSecret: RESEND_WEBHOOK_SECRET, baseUrl: bench.sandbox.url },
    mailFrom: "Portal <portal@example.jp>",
    trustedProxies: 0,
    stopWithParent: false,
  };
  const { portal, close } = await assemblePortal(env, db.database, { works });
  const now = async () => (await portal.clock.now()).toISOString();
  let delivered = 0;
  const world: MoneyWorld = {
    ...{ portal, bench, db },
    issueInvoice: async (net = 1_200_000, customerId = randomUUID(), dueDay = "2026-12-31") => {
      await db.asSuperuser(
        `insert into customer (customer_id, number, name, created_at)
         values ($1, (select coalesce(max(number), 0) + 1 from customer), 'みなと商事', now())
         on conflict do nothing`,
        [customerId],
      );
      const invoiceId = randomUUID();
      const contractId = randomUUID();
      const line = { menuCode: "ndr-basic", nameJa: "基本", nameEn: "Basic", annualPrice: net };
      const term = { periodStart: "2026-11-01", periodEnd: "2027-10-31", dueDay };
      const charge = chargeFor([{ ...line, kind: "basic" }], term.periodStart);
      const fees = [{ itemId: contractId, amount: net, to: term.periodEnd, by: "month" }];
      const outcome = await portal.dispatch({
        ...{ customerId, machineId: invoiceId, kind: "invoice", commandId: "issue" },
        actor: { kind: "machine", machineId: contractId },
        receivedAt: await now(),
        event: { type: "issue", contractId, reason: "annualFee", ...term, ...charge, fees },
      });
      if (!outcome.ok) throw new Error(outcome.refusal.detail);
      return { customerId, invoiceId, total: charge.total };
    },
    principal: async (customerId, ...roles) => ({
      ...{ userId: randomUUID(), customerId, roles, ipAddress: "192.0.2.1" },
      receivedAt: await now(),
    }),
    pay: (url, card) =>
      post(url, {
        ...{ number: card, expiry: "12/60", cvc: "123", name: "TARO", email: "keiri@example.jp" },
      }),
    deliver: async ({ body, headers }) => {
      const signature = String(headers["stripe-signature"]);
      const request = new Request("http://portal.example/webhooks/stripe", {
        ...{ method: "POST", body, headers: { "stripe-signature": signature } },
      });
      return (await stripeWebhook({ request } as Parameters<typeof stripeWebhook>[0])).status;
    },
    deliverAll: async () => {
      const { events } = (await (await bench.control("GET", "/state")).json()) as {
        events: unknown[];
      };
      const received = await bench.webhooks.wait(events.length);
      for (const delivery of received.slice(delivered)) await world.deliver(delivery);
      delivered = received.length;
    },
    workAll: async () => {
      const waiting = await db.asSuperuser<{ provider: string; event_id: string }>(
        "select provider, event_id from inbox where state = 'received' order by received_at",
      );
      for (const { provider, event_id: eventId } of waiting) {
        await workInbox(portal, { provider, eventId }, false);
      }
    },
    close: async () => {
      await close();
      await Promise.all([bench.close(), db.close().catch(() => {})]);
    },
  };
  return world;
}
