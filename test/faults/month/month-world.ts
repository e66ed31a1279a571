import { createPaymentGateway } from "#app/gateways/stripe.ts";
import { installPortal, type Portal } from "#app/portal.ts";
import { raiseClockOffset } from "#db/queries/clock.ts";
import { writeOperatorProfile } from "#db/queries/operator-profile.ts";
import { sweep } from "#app/workflow/sweep.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { openWebhookDoor, type WebhookDoor } from "#test/helpers/webhook-door.ts";
import { WEBHOOK_SECRET } from "#test/sandbox/testing/bench.ts";
import { until } from "#test/sandbox/testing/until.ts";

/** A money world whose webhooks come by themselves, and whose way to Stripe is short of patience. */
export interface MonthWorld extends MoneyWorld {
  portal: Portal;
  door: WebhookDoor;
  /** Errors of jobs that are no answer of a provider. */
  surprises: Set<string>;
  /** Asks the sandbox for something that its controls do. Throws what it answers else. */
  control<Value>(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<Value>;
  /** Moves both clocks to an instant and fires the deadlines on the way. */
  moveTo(instant: Date): Promise<void>;
  /** Gives a customer people who pay and read mails. */
  addPeople(customerId: string): Promise<void>;
  /** Waits until the sandbox owes no webhook. */
  everythingDelivered(): Promise<void>;
}

const operator = {
  ...{ nameJa: "青葉監視", nameEn: "Aoba", registrationNumber: "T1234567890123" },
  ...{ postalCode: "980-0811", addressJa: "仙台市青葉区一番町", addressEn: "Sendai" },
  ...{ phone: "022-000-0000", supportEmail: "support@aoba.example" },
  ...{ bankJa: "青葉銀行", bankEn: "Aoba Bank" },
};

/** Opens such a world; `close` it at the end. */
export async function openMonthWorld(): Promise<MonthWorld> {
  const door = await openWebhookDoor();
  const world = await openMoneyWorld(undefined, door.url);
  const { bench, db } = world;
  // So short that a call without an answer, and a way that was closed, cost no test its minutes.
  const payments = createPaymentGateway({
    ...{ secretKey: "sk_test_sandbox", webhookSecrets: [WEBHOOK_SECRET], livemode: false },
    ...{ baseUrl: bench.sandbox.url, timeoutSeconds: 0.4, pauseSeconds: 0.05 },
  });
  const portal = { ...world.portal, payments };
  installPortal(portal);
  await db.database.transaction({ role: "portal_engine" }, (tx) =>
    writeOperatorProfile(tx, operator),
  );
  const control: MonthWorld["control"] = async (method, path, body) => {
    const answer = await bench.control(method, path, body);
    const value: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value as never;
  };
  return {
    ...world,
    ...{ portal, door, control, surprises: new Set<string>() },
    moveTo: async (instant) => {
      await raiseClockOffset(db.database, instant.getTime() - Date.now());
      await control("POST", "/clock", { now: instant.toISOString() });
      await sweep(portal);
    },
    addPeople: async (customerId) => {
      await db.asSuperuser(
        `insert into organization (id, name, slug, created_at)
         values ($1::uuid, 'みなと商事', $1::text, now())`,
        [customerId],
      );
      for (const role of ["owner", "billing"]) {
        const person = `${role}-${customerId}`;
        await db.asSuperuser(
          `insert into "user" (id, name, email)
           values ($1::text, $1::text, $1::text || '@minato.example')`,
          [person],
        );
        await db.asSuperuser(
          `insert into member (id, organization_id, user_id, role, created_at)
           values ($1::text, $2::uuid, $1::text, $3, now())`,
          [person, customerId, role],
        );
      }
    },
    everythingDelivered: () =>
      until(async () => (await control<{ owed: number }>("GET", "/owed")).owed === 0),
    close: async () => {
      await world.close();
      await door.close();
    },
  };
}
