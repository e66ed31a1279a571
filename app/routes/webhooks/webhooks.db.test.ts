import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workInbox } from "#app/workflow/inbox.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { RESEND_WEBHOOK_SECRET } from "#test/sandbox/testing/bench.ts";
import { svixHeaders } from "#test/sandbox/webhooks/sign.ts";
import { action as resendAction, loader as resendLoader } from "./resend.ts";
import { action as stripeAction, loader as stripeLoader } from "./stripe.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

type Action = typeof stripeAction;
const call = (action: Action, init: RequestInit) =>
  action({ request: new Request("http://portal.example/", init) } as Parameters<Action>[0]);

/** A body that never ends by itself and counts what was taken of it. */
function endless(): { body: ReadableStream; taken: () => number } {
  let taken = 0;
  const chunk = new Uint8Array(64 * 1024);
  const body = new ReadableStream({
    pull: (controller) => {
      taken += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { body, taken: () => taken };
}

describe.each<[string, Action, () => Response]>([
  ["stripe", stripeAction, stripeLoader],
  ["resend", resendAction as Action, resendLoader],
])("the webhook of %s", (_, action, loader) => {
  test("answers POST only", async () => {
    expect(loader().status).toBe(405);
    expect((await call(action, { method: "PUT", body: "x" })).status).toBe(405);
  });

  test("refuses what is not signed with the same words whatever it is", async () => {
    for (const body of ["", "x", "{}", "[".repeat(100_000)]) {
      const response = await call(action, { method: "POST", body });
      expect(response.status).toBe(400);
      expect(await response.text()).toBe("refused");
    }
  });

  test("reads no more than a megabyte", async () => {
    const { body, taken } = endless();
    const init = { method: "POST", body, duplex: "half" };
    expect((await call(action, init as RequestInit)).status).toBe(413);
    expect(taken()).toBeLessThan(2 * 1024 * 1024);
    const announced = { method: "POST", body: "x".repeat(1024 * 1024 + 1) };
    expect((await call(action, announced)).status).toBe(413);
  });
});

describe("what the mail provider tells", () => {
  async function tell(type: string, mail: string, eventId = `msg_${randomUUID()}`) {
    const body = JSON.stringify({
      type,
      created_at: new Date().toISOString(),
      data: {
        email_id: mail,
        to: ["taro@example.jp"],
        bounce: { type: "Permanent", message: "taro@example.jp does not exist" },
      },
    });
    const now = Math.floor(Date.now() / 1000);
    const headers = svixHeaders(eventId, body, RESEND_WEBHOOK_SECRET, now);
    const response = await call(resendAction as Action, { method: "POST", body, headers });
    return { status: response.status, eventId };
  }

  async function sendTwoMails() {
    const { customerId } = await world.issueInvoice();
    const mails = [randomUUID(), randomUUID()];
    await world.db.asSuperuser(
      `insert into effect (customer_id, machine_id, seq, n, kind, params, at, state, provider_id)
       values ($1, $2, 1, 0, 'mail', '{}', now(), 'done', $3)`,
      [customerId, randomUUID(), mails.join(" ")],
    );
    return { customerId, mails };
  }

  const deliveriesOf = async (customerId: string) => {
    const rows = await world.db.asSuperuser<{ deliveries: unknown }>(
      "select deliveries from effect where customer_id = $1 and kind = 'mail' and seq = 1 and provider_id is not null",
      [customerId],
    );
    return rows[0]?.deliveries;
  };

  test("stands on the effect that sent the mail, whatever the order", async () => {
    const { customerId, mails } = await sendTwoMails();
    const [one = "", two = ""] = mails;
    for (const [type, mail] of [
      ["email.delivered", one],
      ["email.sent", one],
      ["email.opened", one],
      ["email.bounced", two],
      ["email.delivered", two],
    ] as const) {
      expect((await tell(type, mail)).status).toBe(200);
    }
    await world.workAll();
    expect(await deliveriesOf(customerId)).toEqual({ [one]: "delivered", [two]: "bounced" });
  });

  test("is stored once, without anybody's address", async () => {
    const { mails } = await sendTwoMails();
    const first = await tell("email.bounced", mails[0] ?? "");
    expect((await tell("email.bounced", mails[0] ?? "", first.eventId)).status).toBe(200);
    const rows = await world.db.asSuperuser<{ body: string }>(
      "select body::text from inbox where event_id = $1",
      [first.eventId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).not.toContain("taro@");
  });

  test("waits a while for a mail that is not noted yet, then is ignored", async () => {
    const { eventId } = await tell("email.delivered", randomUUID());
    const key = { provider: "resend", eventId };
    await expect(workInbox(world.portal, key, false)).rejects.toThrow("not known yet");
    await world.db.asSuperuser(
      "update inbox set received_at = received_at - interval '3 minutes' where event_id = $1",
      [eventId],
    );
    await workInbox(world.portal, key, false);
    const rows = await world.db.asSuperuser("select state from inbox where event_id = $1", [
      eventId,
    ]);
    expect(rows).toEqual([{ state: "ignored" }]);
  });
});
