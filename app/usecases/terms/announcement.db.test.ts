import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIdentifier } from "#app/identifier.ts";
import { customerOverview } from "#app/usecases/contracts/customer-overview.ts";
import { acceptOrder, verifyMaintenance } from "#app/usecases/orders/decide-order.ts";
import { consentAgain, readAwaitedConsents } from "#app/usecases/orders/awaited-consents.ts";
import { readWork } from "#app/usecases/work/read-work.ts";
import { learnDelivery } from "#app/workflow/mail-fact.ts";
import { hashOf } from "#machines/engine/hash.ts";
import { workEffects, type SentMail } from "#test/helpers/effect-work.ts";
import { placeOrder } from "#test/helpers/orders.ts";
import { openTestPortal, type TestPortal } from "#test/helpers/portal.ts";
import { announceVersion, withdrawVersion } from "./announce-version.ts";
import { readContractTerms } from "./contract-terms.ts";
import { followUpDelivery, listDeliveries } from "./deliveries.ts";
import { draftVersion, readDraftArticle, saveArticle } from "./draft-version.ts";
import { compareVersions, listPublishedTerms, readPublishedVersion } from "./published-terms.ts";
import { listVersions, readVersionForStaff } from "./read-versions.ts";
import { confirmTermsChange, readTermsChange } from "./terms-change.ts";
import { readTermsNews } from "./terms-news.ts";

let opened: TestPortal;
/** Two customers whose contracts are accepted, and one whose order waits. */
const customers = { minato: "", kita: "", asa: "" };
const contracts = { minato: "", kita: "", asa: "" };
const sent: SentMail[] = [];

const staff = () => opened.staff();
const owner = (name: keyof typeof customers) => opened.member(customers[name]);
const click = () => newIdentifier();

/** Somebody who reads mail. */
async function addReader(customerId: string, email: string): Promise<void> {
  const userId = randomUUID();
  await opened.test.asSuperuser(
    `insert into "user" (id, name, email, email_verified, created_at, updated_at)
     values ($1, '山田 花子', $2, true, now(), now())`,
    [userId, email],
  );
  await opened.test.asSuperuser(
    `insert into organization (id, name, slug, created_at) values ($1::uuid, 'x', $1::text, now())
     on conflict do nothing`,
    [customerId],
  );
  await opened.test.asSuperuser(
    `insert into member (id, organization_id, user_id, role, created_at)
     values (gen_random_uuid(), $1, $2, 'owner', now())`,
    [customerId, userId],
  );
}

/** Does every effect that waits, and what follows from it. */
const work = () => workEffects(opened.portal, opened.test, sent);

const told = (template: string) => sent.filter(({ text }) => text.includes(template));

async function draft(label: string, word: string): Promise<string> {
  const made = await draftVersion(await staff(), click(), { document: "terms", label });
  if (made.outcome !== "drafted") throw new Error(JSON.stringify(made.faults));
  const { article, textHash: seenHash } = await readDraftArticle(await staff(), label, 12);
  const target = { version: label, clickId: click(), number: 12, seenHash };
  const typed = { ...article, bodyJa: `${article.bodyJa}${word}` };
  expect(await saveArticle(await staff(), target, typed)).toEqual({ outcome: "saved" });
  return label;
}

const summary = { summaryJa: ["支払方法を加えます。"], summaryEn: ["Adds a way to pay."] };

async function announce(version: string, effectiveDay: string, more = {}) {
  const typed = { effectiveDay: [effectiveDay], ...summary, ...more };
  const target = { version, clickId: click() };
  const review = await announceVersion(await staff(), target, typed, false);
  if (review.outcome !== "review") return review;
  const { textHash } = review.review;
  const carried = { ...typed, textHash: [textHash] };
  const done = await announceVersion(await staff(), target, carried, true);
  return { ...done, review: review.review };
}

beforeAll(async () => {
  opened = await openTestPortal();
  await opened.moveTo("2030-03-01T10:00:00+09:00");
  for (const name of ["minato", "kita", "asa"] as const) {
    customers[name] = await opened.addCustomer(name);
    await addReader(customers[name], `owner@${name}.example`);
    contracts[name] = await placeOrder(await owner(name), "2030-04-01");
    if (name === "asa") continue;
    const target = { customerId: customers[name], contractId: contracts[name] };
    await verifyMaintenance(await staff(), { ...target, clickId: click() });
    await acceptOrder(await staff(), { ...target, clickId: click() });
  }
  await work();
});
afterAll(() => opened.close());

describe("a new version of the terms", () => {
  test("begins with the present text, is changed article by article, and keeps its name", async () => {
    await draft("2.0", "口座振替も選べる。");
    const read = await readVersionForStaff(await staff(), "2.0", "ja");
    expect(read).toMatchObject({ isIntact: true, previous: { version: "1.0" } });
    expect(
      read.difference.filter(({ kind }) => kind !== "same").map(({ number }) => number),
    ).toEqual([12]);
    expect(read.version.textHash).toBe(hashOf(read.version.articles));
    const taken = await draftVersion(await staff(), click(), { document: "terms", label: "2.0" });
    expect(taken).toEqual({ outcome: "faults", faults: { label: "taken" } });
    const odd = await draftVersion(await staff(), click(), { document: "x", label: "<2>" });
    expect(odd).toEqual({
      outcome: "faults",
      faults: { document: "missing", label: "malformed" },
    });
  });

  test("changed by two at once is told to the second", async () => {
    const { article, textHash: seenHash } = await readDraftArticle(await staff(), "2.0", 1);
    const save = async () => {
      const typed = { ...article, titleEn: `${article.titleEn}!` };
      return saveArticle(
        await staff(),
        { version: "2.0", clickId: click(), number: 1, seenHash },
        typed,
      );
    };
    await save();
    await expect(save()).rejects.toMatchObject({ code: "conflict" });
  });

  test("is seen by staff alone until it is announced", async () => {
    await expect(readPublishedVersion("2.0")).rejects.toMatchObject({ code: "notFound" });
    await expect(
      readTermsChange(await owner("minato"), contracts.minato, "2.0", "ja"),
    ).rejects.toMatchObject({ code: "notFound" });
    await expect(listVersions(await owner("minato"), nothingWanted)).rejects.toMatchObject({
      code: "notAllowed",
    });
  });

  test("is not announced a day late without a reason", async () => {
    expect(await announce("2.0", "2030-04-01")).toMatchObject({
      outcome: "faults",
      faults: { reasonJa: "late", reasonEn: "late" },
      lastDay: { day: "2030-02-28" },
    });
    expect(await announce("2.0", "2030-03-01")).toMatchObject({
      faults: { effectiveDay: "notAhead" },
    });
  });

  test("announced in time it is posted, and every contract's owner is written to", async () => {
    expect(await announce("2.0", "2030-04-05")).toMatchObject({
      outcome: "announced",
      review: { isInTime: true, affected: { machines: 2, customers: 2 } },
    });
    await work();
    const mails = told("2030/04/05").filter(({ subject }) => subject.startsWith("約款の変更"));
    expect(mails.map(({ to }) => to).toSorted()).toEqual([
      "owner@kita.example",
      "owner@minato.example",
    ]);
    expect(mails[0]?.text).toContain("第3条第2項");
    expect(mails[0]?.text).toContain("/terms/2.0");
    const [terms] = await listPublishedTerms("2030-03-01");
    expect(terms?.versions).toMatchObject([
      { version: "2.0", standing: "coming", from: "2030-04-05" },
      { version: "1.0", standing: "present", until: "2030-04-04" },
    ]);
    const compared = await compareVersions({ from: "1.0", to: "2.0" }, "2030-03-01", "ja");
    expect(compared.difference.filter(({ kind }) => kind === "changed")).toHaveLength(1);
  });

  test("what became of each mail stands there, and one that came back is a task until noted", async () => {
    const now = await opened.portal.clock.now();
    const event = async (id: string, type: string) => {
      const found = { type, objectId: id, body: {}, receivedAt: now };
      return learnDelivery(opened.portal, found, now);
    };
    const idOf = (to: string) =>
      sent.find((one) => one.to === to && one.subject.startsWith("約款の変更"))?.id ?? "";
    await event(idOf("owner@kita.example"), "email.delivered");
    await event(idOf("owner@minato.example"), "email.bounced");
    const list = await listDeliveries(await staff(), "2.0", nothingWanted);
    expect(list.counts).toMatchObject({ delivered: 1, bounced: 1, queued: 0, open: 1 });
    const bounced = await listDeliveries(await staff(), "2.0", { state: "bounced", page: null });
    expect(bounced.rows).toMatchObject([{ customerName: "minato", state: "bounced" }]);
    const tasks = async () => {
      const wanted = { kind: "deliverTerms", role: null, owner: null, page: null };
      return (await readWork(await staff(), wanted)).items;
    };
    expect(await tasks()).toMatchObject([{ customerName: "minato", clause: "A3.2" }]);
    const [row] = bounced.rows;
    if (!row) throw new Error("Nothing came back.");
    expect(await followUpDelivery(await staff(), row, " ")).toBe("missing");
    expect(await followUpDelivery(await staff(), row, "2030/03/02に書留で郵送")).toBe("noted");
    expect(await tasks()).toEqual([]);
    expect((await listDeliveries(await staff(), "2.0", nothingWanted)).rows).toContainEqual(
      expect.objectContaining({
        customerName: "minato",
        followUp: expect.objectContaining({ note: "2030/03/02に書留で郵送" }),
      }),
    );
  });

  test("its customers see what changes and can leave a record of having read it", async () => {
    const news = await readTermsNews(await owner("minato"), contracts.minato);
    expect(news).toMatchObject({ changes: [{ version: "2.0", from: "2030-04-05" }] });
    const home = await customerOverview(await owner("minato"));
    expect(home.attention).toMatchObject([{ kind: "termsChange", day: "2030-04-05" }]);
    const confirm = async () =>
      confirmTermsChange(await owner("minato"), contracts.minato, "2.0", true);
    await confirm();
    await confirm();
    const { consents } = await readContractTerms(await owner("minato"), contracts.minato);
    const seen = consents.filter(({ kind }) => kind === "termsSeen");
    expect(seen).toMatchObject([{ version: "2.0", ipAddress: "203.0.113.7" }]);
    const viewer = await opened.member(customers.minato, "viewer");
    await expect(confirmTermsChange(viewer, contracts.minato, "2.0", true)).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(readContractTerms(await owner("kita"), contracts.minato)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("a contract that is formed meanwhile hears of it with its acceptance", async () => {
    const late = await placeOrder(await owner("kita"), "2030-04-10");
    const target = { customerId: customers.kita, contractId: late };
    await verifyMaintenance(await staff(), { ...target, clickId: click() });
    const before = sent.length;
    expect(await acceptOrder(await staff(), { ...target, clickId: click() })).toBe("accepted");
    await work();
    const subjects = sent.slice(before).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith("約款の変更"))).toHaveLength(1);
  });

  test("on its day it binds every contract, and orders that wait are asked for consent", async () => {
    await opened.moveTo("2030-04-05T00:05:00+09:00");
    await work();
    const terms = await readContractTerms(await owner("minato"), contracts.minato);
    expect(terms.bound).toEqual([{ version: "2.0", from: "2030-04-05" }]);
    expect(terms.documents[0]?.versions[0]).toMatchObject({ version: "2.0", standing: "present" });
    const status = await readVersionForStaff(await staff(), "2.0", "en");
    expect(status.version.status).toBe("effective");
    expect(await readTermsNews(await owner("asa"), contracts.asa)).toEqual({
      changes: [],
      isConsentAwaited: true,
    });
    const home = await customerOverview(await owner("asa"));
    expect(home.attention).toMatchObject([{ kind: "termsConsent" }]);
    expect(sent.at(-1)).toMatchObject({ to: "owner@asa.example" });
    expect(sent.at(-1)?.text).toContain("/consent");
  });

  test("such an order is not accepted before its owner consents to what was shown", async () => {
    const target = { customerId: customers.asa, contractId: contracts.asa };
    await verifyMaintenance(await staff(), { ...target, clickId: click() });
    const accept = async () => acceptOrder(await staff(), { ...target, clickId: click() });
    expect(await accept()).toBe("consentAwaited");
    const asked = await readAwaitedConsents(await owner("asa"), contracts.asa, "ja");
    expect(asked.changes).toMatchObject([
      { version: { version: "2.0" }, previous: { version: "1.0" } },
    ]);
    const consent = async (version: string, isTicked = true) =>
      consentAgain(await owner("asa"), contracts.asa, [version], isTicked);
    expect(await consent("2.0", false)).toBe("notTicked");
    expect(await consent("1.0")).toBe("changed");
    expect(await consent("2.0")).toBe("consented");
    expect(await consent("2.0")).toBe("consented");
    const { consents } = await readContractTerms(await owner("asa"), contracts.asa);
    expect(consents.filter(({ kind }) => kind === "termsAgain")).toMatchObject([
      { version: "2.0", ipAddress: "203.0.113.7" },
    ]);
    expect(await accept()).toBe("accepted");
  });
});

describe("an announced version that is withdrawn", () => {
  test("is told to those who heard of it, never binds, and can't be withdrawn twice", async () => {
    await draft("3.0", "商品券も選べる。");
    const reason = { reasonJa: ["法令の改正による。"], reasonEn: ["The law has changed."] };
    expect(await announce("3.0", "2030-04-20", reason)).toMatchObject({
      outcome: "announced",
      review: { isInTime: false, reason: { en: "The law has changed." } },
    });
    await work();
    const [terms] = await listPublishedTerms("2030-04-05");
    expect(terms?.versions[0]).toMatchObject({ lateReason: { ja: "法令の改正による。" } });
    const withdraw = async () =>
      withdrawVersion(await staff(), { version: "3.0", clickId: click() });
    await withdraw();
    await work();
    expect(sent.filter(({ subject }) => subject.includes("取下げ")).length).toBeGreaterThan(2);
    await expect(withdraw()).rejects.toMatchObject({ code: "conflict" });
    await opened.moveTo("2030-04-21T10:00:00+09:00");
    await work();
    const { bound } = await readContractTerms(await owner("minato"), contracts.minato);
    expect(bound.map(({ version }) => version)).toEqual(["2.0"]);
    await expect(readPublishedVersion("3.0")).rejects.toMatchObject({ code: "notFound" });
  });
});

test("a text once stored can't be changed, not even by the superuser", async () => {
  for (const change of ["delete from terms_text", "update terms_text set articles = '[]'"]) {
    await expect(opened.test.asSuperuser(change)).rejects.toThrow("append-only");
  }
});

const nothingWanted = { document: null, status: null, state: null, page: null };
