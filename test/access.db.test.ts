import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { access, type Policy } from "#app/access.ts";
import { setSandboxClock } from "#app/gateways/sandbox.ts";
import { newIdentifier } from "#app/identifier.ts";
import type { Role } from "#app/middleware/context.ts";
import { createCustomerAccount, createStaff } from "#app/usecases/accounts/create-account.ts";
import { askConsent } from "#app/usecases/consents/ask-consent.ts";
import { decideConsent } from "#app/usecases/consents/decide-consent.ts";
import { sendAsOperations } from "#app/usecases/contracts/staff-command.ts";
import { saveCard } from "#app/usecases/cards/save-card.ts";
import { proposeApproval } from "#app/usecases/finance/approvals/propose.ts";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { draftVersion } from "#app/usecases/terms/draft-version.ts";
import { invoiceIdOf } from "#machines/contract/fees.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { erasureStores } from "#machines/terms/a18-erasure.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import { recordedBreach } from "./helpers/breaches.ts";
import { loadBundle } from "./helpers/bundle.ts";
import { fillDraft, placeOrder, typedOrder } from "./helpers/orders.ts";
import { openTestPortal, type TestPortal } from "./helpers/portal.ts";
import { pageRoutes } from "./helpers/routes.ts";
import { openTestWeb, type Answer, type Cookies, type TestWeb } from "./helpers/web.ts";
import { startSandbox, type RunningSandbox } from "./sandbox/start.ts";

/** What one customer has: a thing in each of the states that the pages are for. */
interface Objects {
  customerId: string;
  draft: string;
  submitted: string;
  proposed: string;
  running: string;
  invoiceId: string;
  paymentId: string;
  cardId: string;
  /** Work that is under way. */
  optionId: string;
  caseId: string;
  fileId: string;
  /** A request for consent that is decided. */
  requestId: string;
  /** A charge that waits for a second person. */
  approvalId: string;
}

const password = "correct horse battery";
const state = mkdtempSync(join(tmpdir(), "access-"));
let sandbox: RunningSandbox;
let fixture: TestPortal;
let web: TestWeb;
let own: Objects;
let foreign: Objects;
/** ISO day of the portal's clock. */
let today: string;

/** Who asks, by name; null for a visitor. The banned person was signed in when it was banned. */
const people = new Map<string, { cookies: Cookies; roles: readonly Role[] | null }>();

interface Owner {
  customerId: string;
  userId: string;
}

const now = async (): Promise<string> => (await fixture.portal.clock.now()).toISOString();

async function asking({ customerId, userId }: Owner): Promise<Principal> {
  return {
    userId,
    customerId,
    roles: ["owner"],
    ipAddress: "203.0.113.7",
    receivedAt: await now(),
  };
}

/** A day that an order made now may wish for. */
const wishedStart = async () => tokyoDay(await now()).add({ days: 20 });

async function acceptedOrder(
  owner: Owner,
  startDay: string,
  options: string[] = [],
): Promise<string> {
  const wished = (await wishedStart()).toString();
  const contractId = await placeOrder(await asking(owner), wished, options);
  const events = [
    { type: "verifyMaintenance" },
    { type: "accept" },
    { type: "setStart", startDay },
  ];
  for (const event of events) {
    const target = { customerId: owner.customerId, contractId, clickId: newIdentifier() };
    await sendAsOperations(await fixture.staff(), target, event);
  }
  return contractId;
}

/** Makes what needs no waiting; `running` has begun already. */
async function makeObjects(owner: Owner, running: string, startDay: string): Promise<Objects> {
  const wished = await wishedStart();
  const invoiceId = invoiceIdOf(running, startDay);
  const payment = await startCardPayment(await asking(owner), invoiceId);
  if (payment.kind !== "checkout") throw new Error(`No payment: ${payment.kind}`);
  const { customerId } = owner;
  await saveCard(await asking(owner), { agreed: true, wording: "agreed" });
  const [card] = await fixture.test.asSuperuser<{ cardId: string }>(
    `select card_id as "cardId" from card where customer_id = $1`,
    [customerId],
  );
  const [work] = await fixture.test.asSuperuser<{ optionId: string }>(
    `select option_id as "optionId" from option where customer_id = $1 and kind = 'work'`,
    [customerId],
  );
  const requestId = newIdentifier();
  const asked = {
    ...{ kind: "resale", contractId: running, text: "resale" },
    ...{ assigneeName: null, assigneeEmail: null },
  };
  await askConsent(await asking(owner), requestId, asked);
  const click = { customerId, requestId, clickId: newIdentifier() };
  const refused = { text: "no", effectiveDay: null, reason: null };
  await decideConsent(await fixture.staff(), click, "refuse", refused);
  const approvalId = newIdentifier();
  const charge = { contractId: running, charge: "damage", net: 1000, on: startDay, item: "x" };
  const finance: Principal = { ...(await fixture.staff()), roles: ["finance"] };
  const proposal = { subject: "charge", params: charge, reason: "x" } as const;
  await proposeApproval(finance, { customerId, approvalId }, proposal);
  return {
    ...{ requestId, approvalId },
    ...(await recordedBreach(await fixture.staff(), { customerId, contractId: running })),
    ...{ customerId, running, invoiceId, paymentId: payment.paymentId },
    cardId: card?.cardId ?? "",
    optionId: work?.optionId ?? "",
    draft: await fillDraft(await asking(owner), typedOrder(wished.toString())),
    submitted: await placeOrder(await asking(owner), wished.toString()),
    proposed: await acceptedOrder(owner, wished.add({ days: 10 }).toString()),
  };
}

beforeAll(async () => {
  sandbox = await startSandbox({ state });
  fixture = await openTestPortal({ sandboxUrl: sandbox.url });
  const { portal } = fixture;
  web = await openTestWeb(portal);
  const join = async (company: string, role: "owner" | "billing" | "technical" | "viewer") => {
    const email = `${role}@${company}.example`;
    return createCustomerAccount(portal, {
      companyName: company,
      name: role,
      email,
      password,
      role,
    });
  };
  const [a, b] = [await join("minato", "owner"), await join("kita", "owner")];
  for (const role of ["billing", "technical", "viewer"] as const) await join("minato", role);
  const banned = { companyName: "banned", name: "x", email: "owner@banned.example", password };
  await createCustomerAccount(portal, banned);
  const startDay = (await wishedStart()).toString();
  const work = ["NDR-TUNE"];
  const [ofA, ofB] = [
    await acceptedOrder(a, startDay, work),
    await acceptedOrder(b, startDay, work),
  ];
  await fixture.moveTo(`${startDay}T03:00:00Z`);
  await setSandboxClock(sandbox.url, await portal.clock.now());
  today = tokyoDay(await now()).toString();
  const drafted = { document: "terms", label: draftedVersion };
  await draftVersion(await fixture.staff(), newIdentifier(), drafted);
  own = await makeObjects(a, ofA, startDay);
  foreign = await makeObjects(b, ofB, startDay);

  people.set("visitor", { cookies: null, roles: null });
  for (const role of ["owner", "billing", "technical", "viewer"] as const) {
    people.set(role, {
      cookies: await web.signIn(`${role}@minato.example`, password),
      roles: [role],
    });
  }
  for (const role of ["operations", "finance", "admin"] as const) {
    const email = `${role}@operator.example`;
    await createStaff(portal, { email, name: role, password, role });
    people.set(role, { cookies: await web.signIn(email, password), roles: [role] });
  }
  people.set("banned", { cookies: await web.signIn(banned.email, password), roles: null });
  await fixture.test.asSuperuser(`update "user" set banned = true where email = $1`, [
    banned.email,
  ]);
});

afterAll(async () => {
  await web.close();
  await fixture.close();
  await sandbox.stop();
  rmSync(state, { recursive: true, force: true });
});

/** A version of the terms that staff write. */
const draftedVersion = "9.0";

/** The contract that a page is for. */
function contractFor(pattern: string, objects: Objects): string {
  if (pattern.endsWith("/:step")) return objects.draft;
  if (pattern.endsWith("/withdrawal") || pattern.startsWith("/operations/orders"))
    return objects.submitted;
  return pattern.endsWith("/start-day") ? objects.proposed : objects.running;
}

/** The address of a page for these objects; `more` puts other values in place of theirs. */
function addressOf(pattern: string, objects: Objects, more: Record<string, string> = {}): string {
  const values: Record<string, string> = {
    ...{ customerId: objects.customerId, contractId: contractFor(pattern, objects) },
    ...{ invoiceId: objects.invoiceId, paymentId: objects.paymentId },
    ...{ cardId: objects.cardId, optionId: objects.optionId, approvalId: objects.approvalId },
    creditNoteId: objects.invoiceId,
    ...{ caseId: objects.caseId, fileId: objects.fileId, requestId: objects.requestId },
    ...{ payoutId: "po_missing", step: "company", account: "receivables" },
    // What the invoice booked when it was issued.
    transactionId: derivedId(objects.invoiceId, "ledger/1/0"),
    month: today.slice(0, 7),
    ...{ version: pattern.startsWith("/operations") ? draftedVersion : "1.0", article: "1" },
    ...more,
  };
  return pattern
    .replace("*", "no/such/page")
    .replace(/:(\w+)/g, (_, name: string) => values[name] ?? name);
}

type Method = "GET" | "POST";

/** What a form must carry to come as far as the object that it is about. */
const formFor: Record<string, () => Record<string, string>> = {
  "/portal/orders/:contractId/:step": () => typedOrder("").company,
  "/portal/contracts/:contractId/start-day": () => ({
    ...{ answer: "confirm", startDay: "2030-01-01", commandId: newIdentifier() },
  }),
  "/portal/contracts/:contractId/cancellation": () => ({
    ...{ wish: "earliest", day: "", endDay: "2030-01-01", commandId: newIdentifier() },
  }),
  "/portal/contracts/:contractId/options": () => ({
    ...{ step: "withdraw", optionId: newIdentifier(), commandId: newIdentifier() },
  }),
  "/portal/contracts/:contractId/withdrawal": () => ({
    ...{ step: "requestWithdrawal", noticeId: newIdentifier(), commandId: newIdentifier() },
  }),
  "/operations/contracts/:customerId/:contractId/cancellation": () => ({
    ...{ wish: "earliest", endDay: "2030-01-01", clickId: newIdentifier() },
  }),
  "/operations/contracts/:customerId/:contractId/notices": () => ({
    ...{ intent: "refuseWithdrawal", noticeId: newIdentifier(), clickId: newIdentifier() },
  }),
  "/operations/contracts/:customerId/:contractId/erasure": () => ({
    ...Object.fromEntries(erasureStores.map((store) => [store, "erased"])),
    clickId: newIdentifier(),
  }),
  "/operations/orders/:customerId/:contractId": () => ({
    ...{ intent: "verify", clickId: newIdentifier() },
  }),
  "/portal/consents/:requestId": () => ({ intent: "withdraw", clickId: newIdentifier() }),
  "/portal/inspections/:optionId": () => ({
    ...{ intent: "object", reasons: "x", clickId: newIdentifier() },
  }),
  "/operations/inspections/:customerId/:optionId": () => ({
    ...{ completedOn: today, text: "x", clickId: newIdentifier() },
  }),
  "/operations/consents/:customerId/:requestId": () => ({
    ...{ intent: "refuse", text: "no", clickId: newIdentifier() },
  }),
  "/operations/breaches/:customerId/:caseId": () => ({
    ...{ intent: "close", text: "x", clickId: newIdentifier() },
  }),
  "/operations/breaches/:customerId/:caseId/demand": () => ({
    ...{ until: dayOf(today).add({ days: 7 }).toString(), text: "x", clickId: newIdentifier() },
  }),
  "/operations/breaches/:customerId/:caseId/termination": () => ({
    ...{ contracts: own.running, day: today, clickId: newIdentifier() },
  }),
  "/finance/invoices/:customerId/:invoiceId/adjustment": () => ({
    ...{ intent: "writeOff", reason: "x", id: newIdentifier() },
  }),
  "/finance/approvals/:customerId/:approvalId": () => ({ intent: "refuse", reason: "x" }),
  "/finance/invoices/:customerId/:invoiceId": () => ({
    ...{ intent: "dispute", reason: "x", clickId: newIdentifier() },
  }),
  "/operations/contracts/:customerId/:contractId": () => ({
    ...{ intent: "suspend", cause: "nonPayment", clickId: newIdentifier() },
  }),
};

const ask = (method: Method, path: string, cookies: Cookies, form = {}): Promise<Answer> =>
  method === "GET" ? web.get(path, cookies) : web.post(path, form, cookies);

/** What a row says to somebody: `open`, or the status that refuses. */
function verdict(pattern: string, method: Method, roles: readonly Role[] | null): "open" | number {
  const row = access[pattern] ?? {};
  const policy: Policy | undefined = method === "GET" ? row.get : row.post;
  const judged = policy ?? row.get ?? row.post;
  if (judged === "member" || Array.isArray(judged)) {
    if (roles === null) return 303;
    const isStaffArea = /^\/(operations|finance|admin)/.test(pattern);
    const isStaff = roles.some((role) => ["operations", "finance", "admin"].includes(role));
    const may =
      judged === "member" || roles.some((role) => (judged as readonly Role[]).includes(role));
    if (!may) return isStaffArea && !isStaff ? 404 : 403;
  }
  return policy === undefined ? 405 : "open";
}

/** Addresses that answer an allowed person otherwise than with a page or a redirect. */
const ownStatus: Record<string, number> = {
  // No terms came to bind since the order was sent: there is nothing to consent to.
  "GET /portal/orders/:contractId/consent": 404,
  // The contract runs: nothing of it is erased.
  "GET /portal/contracts/:contractId/erasure.pdf": 404,
  "GET /operations/contracts/:customerId/:contractId/erasure": 404,
  "GET /operations/contracts/:customerId/:contractId/erasure.pdf": 404,
  "GET /*": 404,
  "POST /*": 404,
  // Nobody's role opens it: it asks for a token of its own.
  "GET /metrics": 401,
  // Payouts belong to no customer, and this one does not exist.
  "GET /finance/receipts/:receiptId": 404,
  "GET /finance/refunds/:customerId/:refundId": 404,
  "POST /finance/refunds/:customerId/:refundId": 422,
  "GET /finance/disputes/:customerId/:disputeId": 404,
  "POST /finance/disputes/:customerId/:disputeId": 422,
  "POST /finance/receipts/:receiptId": 404,
  "GET /finance/payouts/:payoutId": 404,
  // The month is not closed: there is no statement yet.
  "GET /finance/months/:month/statement": 404,
  "POST /finance/payouts/:payoutId": 404,
  // What the operator's machines hold belongs to no customer, and none of these exists.
  "GET /operations/matters/:customerId/:matterId": 404,
  "GET /operations/matters/:customerId/:matterId/:act": 404,
  "GET /operations/matters/new/:kind": 404,
  "GET /portal/matters/:matterId": 404,
  "GET /portal/matters/:matterId/:act": 404,
  "GET /portal/matters/new/:kind": 404,
  "GET /portal/matter-files/:fileId": 404,
  "GET /operations/loans/:customerId/:loanId": 404,
  "GET /operations/loans/:customerId/:loanId/:act": 404,
  "GET /finance/device-charges/:customerId/:loanId": 404,
  "GET /portal/devices/:loanId/papers/:paper": 404,
  "GET /operations/loans/:customerId/:loanId/papers/:paper": 404,
  "GET /portal/devices/:loanId": 404,
  "GET /portal/devices/:loanId/:act": 404,
  "GET /operations/devices/:deviceId": 404,
  "GET /operations/maintenance/:maintenanceId": 404,
  "GET /operations/restrictions/:restrictionId": 404,
  "GET /operations/discontinuations/:discontinuationId": 404,
  // The work has not been accepted.
  "GET /portal/inspections/:optionId/acceptance.pdf": 404,
  "GET /operations/inspections/:customerId/:optionId/acceptance.pdf": 404,
  // The invoice is not paid yet: there is nothing to receipt.
  "GET /portal/invoices/:invoiceId/receipt.pdf": 404,
  "GET /portal/invoices/:invoiceId/credit-notes/:creditNoteId": 404,
  "GET /finance/invoices/:customerId/:invoiceId/credit-notes/:creditNoteId": 404,
};

const cells = pageRoutes.flatMap(({ pattern }) =>
  (["GET", "POST"] as const).map((method) => ({ pattern, method })),
);
const names = [
  "visitor",
  "owner",
  "billing",
  "technical",
  "viewer",
  "operations",
  "finance",
  "admin",
  "banned",
];

/** A digest of all rows of all tables, but for what visits leave: sessions, refusals, counts. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await fixture.test.asSuperuser<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where relkind = 'r' and nspname = 'public' and relname not in ('session', 'audit', 'verification', 'rate_limit')
     order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await fixture.test.asSuperuser<{ digest: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
    );
    digests[name] = row?.digest ?? "";
  }
  return digests;
}

test("the built pages answer the methods that their rows name, and no others", async () => {
  const { build } = await loadBundle();
  for (const { pattern, file } of pageRoutes) {
    const route = Object.values(build.routes).find(
      (entry) => entry && `${entry.id}` === file.replace(/\.tsx?$/, ""),
    );
    const row = access[pattern];
    const reads = route?.module.default !== undefined || route?.module.loader !== undefined;
    expect({ pattern, post: route?.module.action !== undefined }).toEqual({
      pattern,
      post: row?.post !== undefined,
    });
    if (row?.get !== undefined) expect(reads, pattern).toBe(true);
  }
});

describe.each(names)("%s", (name) => {
  test.each(cells)(
    "$method $pattern with an object of the own company",
    async ({ pattern, method }) => {
      const { cookies, roles } = people.get(name) ?? { cookies: null, roles: null };
      const said = verdict(pattern, method, roles);
      if (said === "open" && method === "POST") return;
      const answer = await ask(method, addressOf(pattern, own), cookies);
      if (said !== "open") {
        expect(answer.status).toBe(said);
        if (said === 303) expect(answer.headers.location).toMatch(/^\/sign-in\?returnTo=/);
        return;
      }
      const expected = ownStatus[`${method} ${pattern}`];
      if (expected !== undefined) expect(answer.status).toBe(expected);
      else expect([200, 303]).toContain(answer.status);
    },
  );
});

describe("an object of another company is like one that does not exist", () => {
  const withIds = cells.filter(({ pattern }) =>
    /:(contractId|invoiceId|paymentId|cardId|optionId|caseId|fileId|requestId)/.test(pattern),
  );
  const readers = names.filter((name) => !["visitor", "banned", "finance", "admin"].includes(name));
  const bare = (answer: Answer) => ({
    status: answer.status,
    body: answer.body
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
      .replace(/nonce="[^"]+"/g, "nonce"),
  });
  const missing = () => newIdentifier();

  test.each(withIds.filter(({ pattern }) => pattern.startsWith("/portal")))(
    "$method $pattern",
    async ({ pattern, method }) => {
      const before = await fingerprint();
      let asked = 0;
      for (const name of readers) {
        const { cookies, roles } = people.get(name) ?? { cookies: null, roles: null };
        if (verdict(pattern, method, roles) !== "open") continue;
        const nothing = {
          ...{ contractId: missing(), invoiceId: missing(), paymentId: missing() },
          cardId: missing(),
          optionId: missing(),
          requestId: missing(),
        };
        const send = async (path: string) => ask(method, path, cookies, formFor[pattern]?.());
        const theirs = bare(await send(addressOf(pattern, foreign)));
        const none = bare(await send(addressOf(pattern, own, nothing)));
        const malformed = {
          contractId: "x'--",
          invoiceId: "1",
          paymentId: "%F0%9F%92%A3",
          cardId: "%F0%9F%92%A3",
          optionId: "%F0%9F%92%A3",
          requestId: "0",
        };
        const broken = await send(addressOf(pattern, own, malformed));
        expect([theirs.status, none.status], name).toEqual([404, 404]);
        expect([404, 422], name).toContain(broken.status);
        expect(theirs.body, name).toBe(none.body);
        asked += 1;
      }
      const method405 = access[pattern]?.[method === "GET" ? "get" : "post"] === undefined;
      expect(asked > 0).toBe(!method405);
      expect(await fingerprint()).toEqual(before);
    },
  );

  test.each(withIds.filter(({ pattern }) => pattern.includes(":customerId")))(
    "for staff: $method $pattern with one company's id and another's object",
    async ({ pattern, method }) => {
      const name = pattern.startsWith("/finance") ? "finance" : "operations";
      const { cookies, roles } = people.get(name) ?? { cookies: null, roles: null };
      if (verdict(pattern, method, roles) !== "open") return;
      const before = await fingerprint();
      const wrong = [
        addressOf(pattern, foreign, { customerId: own.customerId }),
        addressOf(pattern, own, { customerId: missing() }),
        addressOf(pattern, own, { customerId: "x" }),
      ];
      for (const path of wrong) {
        const { status } = await ask(method, path, cookies, formFor[pattern]?.());
        expect(status, path).toBe(404);
      }
      expect(await fingerprint()).toEqual(before);
    },
  );
});

test("looking at every page changes nothing", async () => {
  const before = await fingerprint();
  for (const { cookies } of people.values()) {
    for (const { pattern } of pageRoutes) {
      const answer = await web.get(addressOf(pattern, own), cookies);
      expect(answer.status, pattern).toBeLessThan(500);
    }
  }
  expect(await fingerprint()).toEqual(before);
});

test("each refusal of somebody who is signed in is in the audit log", async () => {
  const count = async () =>
    Number(
      (await fixture.test.asSuperuser<{ n: unknown }>("select count(*) as n from audit"))[0]?.n,
    );
  const before = await count();
  await web.get("/admin", people.get("owner")?.cookies);
  await web.get("/finance", people.get("operations")?.cookies);
  await web.post("/portal/orders/new", {}, people.get("viewer")?.cookies);
  expect(await count()).toBe(before + 3);
});

/** Forms of one button, and the order form, which keeps what is typed however little it is. */
const obeying = /sign-out|webhooks|portal\/orders|payouts$|payment$/;

test("an empty form on an open page is answered, not obeyed", async () => {
  const before = await fingerprint();
  for (const { pattern, method } of cells) {
    if (method === "GET" || obeying.test(pattern)) continue;
    for (const name of names) {
      const { cookies, roles } = people.get(name) ?? { cookies: null, roles: null };
      if (verdict(pattern, method, roles) !== "open") continue;
      const { status } = await web.post(addressOf(pattern, own), {}, cookies);
      expect([401, 403, 405, 500], `${name} ${pattern}`).not.toContain(status);
    }
  }
  expect(await fingerprint()).toEqual(before);
});
