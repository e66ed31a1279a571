import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { verifyResendWebhook } from "#app/gateways/mail-webhook.ts";
import { createMailGateway } from "#app/gateways/mail.ts";
import type { EffectKey } from "#db/queries/effects.ts";
import { openTestDatabase, type TestDatabase } from "#test/helpers/database.ts";
import { addEffect, seeEffect, seeJobs } from "#test/helpers/effects.ts";
import { openBench, RESEND_WEBHOOK_SECRET, type Bench } from "#test/sandbox/testing/bench.ts";
import { until } from "#test/sandbox/testing/until.ts";
import { wallClock } from "../clock.ts";
import type { EffectHandlers } from "./effect-handler.ts";
import { EffectUnfinished, runEffect, type EffectParts } from "./effects.ts";
import { jobKey, startJobs } from "./jobs.ts";
import { keyLifeHours } from "./key-life.ts";
import { learnDelivery } from "./mail-fact.ts";
import { mailEffect } from "./mails/mail-effect.ts";
import { tagOf } from "./mails/stored-mail.ts";

let bench: Bench;
let db: TestDatabase;
let parts: EffectParts;

const hour = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * hour).toISOString();
const lapsed = hoursAgo(keyLifeHours + 1);
const from = "Portal <portal@example.jp>";

beforeAll(async () => {
  [bench, db] = await Promise.all([openBench(), openTestDatabase()]);
  // The provider's list of sent mails reaches back for two days.
  await bench.control("POST", "/clock", { now: hoursAgo(48) });
  await bench.resend.emails.send({ from, to: "first@example.jp", subject: "x", text: "x" });
  await bench.control("POST", "/clock", { now: hoursAgo(0) });
  const { database } = db;
  const mail = createMailGateway({
    ...{ apiKey: "re_portal", baseUrl: bench.sandbox.url, timeoutSeconds: 1 },
  });
  const handlers = {
    mail: mailEffect({ database, mail, mailFrom: from, appUrl: "http://127.0.0.1:9" }),
  } as unknown as EffectHandlers;
  const jobs = await startJobs(database, () => {}, false);
  parts = { database, jobs, handlers, clock: wallClock };
});
afterAll(async () => {
  await parts.jobs.stop();
  await Promise.all([bench.close(), db.close()]);
});
afterEach(async () => void (await bench.control("DELETE", "/fault")));

let mailNumber = 0;

/** An effect with one mail for each address, as it was rendered. */
async function addMail(
  values: { keySince?: string; state?: string; named?: boolean; addresses?: string[] } = {},
): Promise<{ key: EffectKey; to: string }> {
  mailNumber += 1;
  const { addresses = [`reader-${mailNumber}@example.jp`], named = true, ...rest } = values;
  const key = { customerId: randomUUID(), machineId: randomUUID(), seq: 1, n: 0 };
  const rendered = addresses.map((to, person) => {
    const name = `mail-${mailNumber}-${to.replaceAll(/\W/g, "-")}`;
    const tag = named ? { tag: tagOf(key, person) } : {};
    return {
      key: name,
      ...tag,
      to,
      subject: "領収書",
      html: "<p>x</p>",
      text: "x",
      providerId: null,
    };
  });
  return { key: await addEffect(db, { ...rest, rendered, key }), to: addresses[0]! };
}

const arm = (kind: string, match = "POST /emails", times = 1) =>
  bench.control("POST", "/fault", { kind, match, times });

/** Lets the worker try once. False where it wants to try again. */
async function attempt(key: EffectKey, last = false): Promise<boolean> {
  try {
    await runEffect(parts, key, last);
    return true;
  } catch (error) {
    if (error instanceof EffectUnfinished) return false;
    throw error;
  }
}

async function sentTo(address: string): Promise<{ id: string; idempotency_key: string }[]> {
  const answer = await bench.control("GET", `/mails?to=${address}`);
  return (await answer.json()) as { id: string; idempotency_key: string }[];
}

/** As if the first attempt had been made so long ago. */
async function age({ machineId }: EffectKey, keySince = lapsed): Promise<void> {
  await bench.control("DELETE", "/keys");
  await db.asSuperuser("update effect set key_since = $2 where machine_id = $1", [
    machineId,
    keySince,
  ]);
}

describe("while the key lives", () => {
  test.each(["timeout_after", "reset", "error_500"])(
    "after %s the same key is repeated, and one mail goes out",
    async (fault) => {
      const { key, to } = await addMail();
      await arm(fault);
      expect(await attempt(key)).toBe(false);
      const doubted = await seeEffect(db, key);
      expect(doubted).toMatchObject({ state: "unknown", attempts: 1 });
      expect(doubted.key_since).not.toBeNull();
      expect(await attempt(key)).toBe(true);
      expect(await seeEffect(db, key)).toMatchObject({ state: "done", key_number: 1 });
      expect(await sentTo(to)).toHaveLength(1);
    },
  );

  test("what was clearly not sent leaves no doubt behind", async () => {
    const { key } = await addMail();
    await arm("rate_limit");
    expect(await attempt(key)).toBe(false);
    expect(await seeEffect(db, key)).toMatchObject({ state: "pending", key_since: null });
    await arm("rate_limit");
    expect(await attempt(key, true)).toBe(true);
    expect(await seeEffect(db, key)).toMatchObject({ state: "dead", key_since: null });
  });

  test("a clear refusal does not end the doubt of an earlier attempt", async () => {
    const { key } = await addMail();
    await arm("timeout_after");
    expect(await attempt(key)).toBe(false);
    await arm("rate_limit");
    expect(await attempt(key)).toBe(false);
    expect((await seeEffect(db, key)).key_since).not.toBeNull();
  });

  test("a refusal for good is laid before staff at once", async () => {
    const { key } = await addMail({ addresses: ["nobody"] });
    expect(await attempt(key)).toBe(true);
    const found = await seeEffect(db, key);
    expect(found).toMatchObject({ state: "dead", attempts: 1, key_since: null });
    expect(found.problem).toContain("422 validation_error");
  });

  test("an outcome that the last try leaves open is laid before staff as such", async () => {
    const { key, to } = await addMail();
    await arm("timeout_after");
    expect(await attempt(key, true)).toBe(true);
    expect(await seeEffect(db, key)).toMatchObject({ state: "unresolved" });
    expect(await sentTo(to)).toHaveLength(1);
  });

  test("a used-up quota parks the effect instead of using its tries up", async () => {
    const { key } = await addMail();
    await arm("quota");
    expect(await attempt(key, true)).toBe(true);
    expect(await seeEffect(db, key)).toMatchObject({ state: "pending", key_since: null });
    expect(await seeJobs(db, jobKey(key))).toEqual([
      { name: "effect", state: "created", waits: true },
    ]);
  });
});

describe("what the provider reports by itself", () => {
  /** Hears every event about a mail to an address, as it came from the provider. */
  async function hear(address: string): Promise<string[]> {
    await until(() => bench.mailWebhooks.received.some(({ body }) => body.includes(address)));
    const outcomes: string[] = [];
    const dispatch = () => Promise.reject(new Error("None of these mails is a notice."));
    const parts = { database: db.database, dispatch };
    for (const { body, headers } of bench.mailWebhooks.received) {
      if (!body.includes(address)) continue;
      const given = new Headers(headers as Record<string, string>);
      const answer = verifyResendWebhook(body, given, RESEND_WEBHOOK_SECRET);
      if (!answer.verified) throw new Error(answer.reason);
      const { type, providerId: objectId, tag } = answer.event;
      const event = { type, objectId, body: { tag }, receivedAt: new Date() };
      outcomes.push((await learnDelivery(parts, event, new Date())).outcome);
    }
    return outcomes;
  }

  test("ends the doubt about a mail whose answer was lost", async () => {
    const { key, to } = await addMail();
    await arm("timeout_after");
    expect(await attempt(key)).toBe(false);
    expect(await hear(to)).toContain("applied");
    const [mail] = await sentTo(to);
    expect(await seeEffect(db, key)).toMatchObject({ state: "done", provider_id: mail?.id });
    expect(await attempt(key)).toBe(true);
    expect(await sentTo(to)).toHaveLength(1);
  });

  test("about one of two readers leaves the other's mail to be sent", async () => {
    const addresses = ["heard-of@example.jp", "waits@example.jp"];
    const { key } = await addMail({ addresses });
    await arm("timeout_after");
    expect(await attempt(key)).toBe(false);
    expect(await hear("heard-of@example.jp")).toContain("applied");
    expect(await seeEffect(db, key)).toMatchObject({ state: "unknown" });
    await bench.control("DELETE", "/keys");
    expect(await attempt(key)).toBe(true);
    for (const address of addresses) expect(await sentTo(address)).toHaveLength(1);
  });

  test("about a mail that nobody has asked for is none of ours", async () => {
    await bench.resend.emails.send({
      ...{ from, to: "stranger@example.jp", subject: "x", text: "x" },
      tags: [{ name: "mail", value: "0_0_x" }],
    });
    expect(new Set(await hear("stranger@example.jp"))).toEqual(new Set(["retry"]));
  });
});

describe("once the key has lapsed", () => {
  test("a mail that went out is found, and not sent again", async () => {
    const { key, to } = await addMail();
    await arm("timeout_after");
    expect(await attempt(key)).toBe(false);
    await age(key);
    expect(await attempt(key)).toBe(true);
    const [mail] = await sentTo(to);
    expect(await seeEffect(db, key)).toMatchObject({ state: "done", provider_id: mail?.id });
    expect((await seeEffect(db, key)).looked_up_at).not.toBeNull();
    expect(await sentTo(to)).toHaveLength(1);
  });

  test("a mail that did not go out is sent under a key of its own, once", async () => {
    const { key, to } = await addMail();
    await arm("reset");
    expect(await attempt(key)).toBe(false);
    await age(key);
    await arm("timeout_after");
    expect(await attempt(key)).toBe(false);
    expect(await seeEffect(db, key)).toMatchObject({ state: "unknown", key_number: 2 });
    expect(await attempt(key)).toBe(true);
    const mails = await sentTo(to);
    expect(mails.map((mail) => mail.idempotency_key)).toEqual([
      expect.stringMatching(/\/again-2$/),
    ]);
  });

  test("of two readers the one who has it gets no second mail", async () => {
    const addresses = ["has-it@example.jp", "lacks-it@example.jp"];
    const { key } = await addMail({ addresses });
    await arm("timeout_after");
    expect(await attempt(key)).toBe(false);
    await age(key);
    expect(await attempt(key)).toBe(true);
    for (const address of addresses) expect(await sentTo(address)).toHaveLength(1);
  });

  test.each([
    ["the list does not reach back", { keySince: hoursAgo(72) }],
    ["the mail bears no name", { keySince: lapsed, named: false }],
  ])("where %s, nothing is sent and staff decides", async (_why, values) => {
    const { key, to } = await addMail({ ...values, state: "unknown" });
    expect(await attempt(key)).toBe(true);
    const found = await seeEffect(db, key);
    expect(found).toMatchObject({
      state: "unresolved",
      problem: expect.stringMatching(/^lookUp: /),
    });
    expect(await sentTo(to)).toHaveLength(0);
    expect(await attempt(key)).toBe(true);
    expect(await sentTo(to)).toHaveLength(0);
  });

  test("a search that is not answered is made again, and nothing is sent meanwhile", async () => {
    const { key, to } = await addMail({ keySince: lapsed, state: "unknown" });
    await arm("error_500", "GET /emails");
    expect(await attempt(key)).toBe(false);
    expect(await seeEffect(db, key)).toMatchObject({ state: "unknown" });
    await arm("error_500", "GET /emails");
    expect(await attempt(key, true)).toBe(true);
    expect(await seeEffect(db, key)).toMatchObject({ state: "unresolved" });
    expect(await sentTo(to)).toHaveLength(0);
  });
});
