import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mail } from "../store/tables.ts";
import { type Bench, openBench, RESEND_WEBHOOK_SECRET } from "../testing/bench.ts";
import { open } from "../testing/payer.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const MAIL = {
  from: "NDRポータル <portal@ndr.example.jp>",
  to: "keiri@example.jp",
  subject: "請求書のお知らせ",
  html: '<p><a href="https://portal.example.jp/invoices/1">請求書</a></p>',
  text: "請求書: https://portal.example.jp/invoices/1",
};

async function mailsTo(address: string): Promise<Mail[]> {
  return (await (await bench.control("GET", `/mails?to=${address}`)).json()) as Mail[];
}

describe("one mail", () => {
  test("lies in the mailbox as it was sent", async () => {
    const { data, error } = await bench.resend.emails.send(MAIL);
    expect(error).toBeNull();
    const sent = await bench.resend.emails.get(String(data?.id));
    expect(sent.data).toMatchObject({
      object: "email",
      to: ["keiri@example.jp"],
      subject: "請求書のお知らせ",
      last_event: "delivered",
    });
    const list = await open(`${bench.sandbox.url}/mailbox?to=keiri@example.jp`);
    expect(list.page).toContain(`/mailbox/${data?.id}`);
    const shown = await open(`${bench.sandbox.url}/mailbox/${data?.id}`);
    expect(shown.page).toContain('<a href="https://portal.example.jp/invoices/1">');
    const framed = await open(`${bench.sandbox.url}/mailbox/${data?.id}/html`);
    expect(framed.page).toContain(MAIL.html);
  });

  test("is reported by webhooks that Resend's own check accepts", async () => {
    const received = await bench.mailWebhooks.wait(2);
    const events = received.map(({ body, headers }) =>
      bench.resend.webhooks.verify({
        payload: body,
        headers: {
          id: String(headers["svix-id"]),
          timestamp: String(headers["svix-timestamp"]),
          signature: String(headers["svix-signature"]),
        },
        webhookSecret: RESEND_WEBHOOK_SECRET,
      }),
    );
    expect(events.map(({ type }) => type)).toEqual(["email.sent", "email.delivered"]);
  });

  test("bounces when its address says so", async () => {
    const before = bench.mailWebhooks.received.length;
    const { data } = await bench.resend.emails.send({ ...MAIL, to: "bounce@example.jp" });
    await bench.mailWebhooks.wait(before + 2);
    const [, bounced] = bench.mailWebhooks.received.slice(before);
    expect(bounced?.event).toMatchObject({
      type: "email.bounced",
      data: { email_id: data?.id, bounce: { type: "Permanent" } },
    });
  });
});

describe("the list of sent mails", () => {
  const subjects = ["一", "二", "三"];

  test("shows the latest first, page by page, without content and tags", async () => {
    for (const subject of subjects) {
      const tags = [{ name: "mail", value: "list" }];
      await bench.resend.emails.send({ ...MAIL, to: "list@example.jp", subject, tags });
    }
    const first = await bench.resend.emails.list({ limit: 2 });
    expect(first.data).toMatchObject({ object: "list", has_more: true });
    expect(first.data?.data.map(({ subject }) => subject)).toEqual(["三", "二"]);
    expect(first.data?.data[0]).toMatchObject({ to: ["list@example.jp"], last_event: "delivered" });
    expect(Object.keys(first.data?.data[0] ?? {})).not.toContain("tags");
    expect(Object.keys(first.data?.data[0] ?? {})).not.toContain("html");
    const [, second] = first.data?.data ?? [];
    const next = await bench.resend.emails.list({ limit: 1, after: second!.id });
    expect(next.data?.data.map(({ subject }) => subject)).toEqual(["一"]);
    const back = await bench.resend.emails.list({ limit: 1, before: second!.id });
    expect(back.data?.data.map(({ subject }) => subject)).toEqual(["三"]);
    const shown = await bench.resend.emails.get(second!.id);
    expect(shown.data?.tags).toEqual([{ name: "mail", value: "list" }]);
  });

  test.each([[{ limit: 101 }], [{ limit: 0 }], [{ after: "no mail of the list" }]])(
    "refuses %o",
    async (options) => {
      const { error } = await bench.resend.emails.list(options);
      expect(error).toMatchObject({ statusCode: 422 });
    },
  );
});

describe("an idempotency key", () => {
  test("with the same payload gives the same mail again", async () => {
    const mail = { ...MAIL, to: "once@example.jp" };
    const first = await bench.resend.emails.send(mail, { idempotencyKey: "invoice/1" });
    const again = await bench.resend.emails.send(mail, { idempotencyKey: "invoice/1" });
    expect(again.data).toEqual(first.data);
    expect(await mailsTo("once@example.jp")).toHaveLength(1);
  });

  test("with another payload is refused", async () => {
    const changed = await bench.resend.emails.send(
      { ...MAIL, to: "once@example.jp", subject: "別の件名" },
      { idempotencyKey: "invoice/1" },
    );
    expect(changed.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
    expect(await mailsTo("once@example.jp")).toHaveLength(1);
  });

  test("is refused while the first request is being worked on", async () => {
    await bench.control("POST", "/fault", {
      kind: "delay",
      match: "POST /emails",
      milliseconds: 500,
    });
    const mail = { ...MAIL, to: "twice@example.jp" };
    const answers = await Promise.all(
      [1, 2].map(() => bench.resend.emails.send(mail, { idempotencyKey: "invoice/2" })),
    );
    const refused = answers.filter(({ error }) => error !== null);
    expect(refused).toMatchObject([
      { error: { name: "concurrent_idempotent_requests", statusCode: 409 } },
    ]);
    expect(await mailsTo("twice@example.jp")).toHaveLength(1);
  });

  test("holds when the answer was lost", async () => {
    await bench.control("POST", "/fault", { kind: "timeout_after", match: "POST /emails" });
    const mail = { ...MAIL, to: "lost@example.jp" };
    const lost = await bench.resend.emails.send(mail, {
      idempotencyKey: "invoice/3",
      signal: AbortSignal.timeout(300),
    });
    expect(lost.error).toMatchObject({ name: "application_error" });
    const found = await bench.resend.emails.send(mail, { idempotencyKey: "invoice/3" });
    expect((await mailsTo("lost@example.jp")).map(({ id }) => id)).toEqual([found.data?.id]);
  });

  test("cannot be longer than 256 characters", async () => {
    const answer = await bench.resend.emails.send(MAIL, { idempotencyKey: "k".repeat(257) });
    expect(answer.error).toMatchObject({ statusCode: 400, name: "invalid_idempotency_key" });
  });
});

describe("what is wrong is refused", () => {
  test.each([
    ["no recipient", { to: [] }, "missing_required_field"],
    [
      "51 recipients",
      { to: Array.from({ length: 51 }, (_, index) => `a${index}@example.jp`) },
      "validation_error",
    ],
    ["no subject", { subject: "" }, "missing_required_field"],
    [
      "a header smuggled into the subject",
      { subject: "件名\r\nBcc: x@example.jp" },
      "validation_error",
    ],
    ["an address that is none", { to: "keiri" }, "validation_error"],
    ["a header smuggled into the name", { from: "名前\n <a@example.jp>" }, "validation_error"],
  ])("%s", async (_case, change, name) => {
    const { error } = await bench.resend.emails.send({ ...MAIL, ...change });
    expect(error).toMatchObject({ statusCode: 422, name });
  });

  test("a rate limit says when to come back", async () => {
    await bench.control("POST", "/fault", { kind: "rate_limit", match: "POST /emails" });
    const { error, headers } = await bench.resend.emails.send(MAIL);
    expect(error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
    expect(headers?.["retry-after"]).toBe("1");
  });
});

describe("a batch", () => {
  const good = { ...MAIL, to: "batch@example.jp" };
  const bad = { ...MAIL, to: "nobody" };

  test("is all or nothing when strict", async () => {
    const { error } = await bench.resend.batch.send([good, bad]);
    expect(error).toMatchObject({ statusCode: 422 });
    expect(await mailsTo("batch@example.jp")).toHaveLength(0);
  });

  test("sends the rest when permissive", async () => {
    const { data } = await bench.resend.batch.send([bad, good], { batchValidation: "permissive" });
    expect(data?.errors).toMatchObject([{ index: 0 }]);
    expect((await mailsTo("batch@example.jp")).map(({ id }) => id)).toEqual(
      data?.data.map(({ id }) => id),
    );
  });
});
