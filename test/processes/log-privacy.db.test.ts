import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { formSteps } from "#app/usecases/orders/order-form/steps.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { filledIn, formsOf } from "#test/faults/page-form.ts";
import { calmWeather, openVisitor, type Visitor } from "#test/faults/visitor.ts";
import { typedOrder } from "#test/helpers/orders.ts";
import { findFreePort } from "#test/helpers/processes.ts";
import { openFleet, until, type Fleet, type FleetProcess } from "./fleet.ts";

/** What a person types, each word of it found nowhere else. */
const typed = {
  companyName: "秘密堂株式会社",
  companyNameKana: "ヒミツドウカブシキガイシャ",
  name: "氷見津 叶恵",
  email: "kanae.himitsu@secret.example",
  password: "correct-himitsu-battery-9",
  wrongPassword: "wrong-himitsu-battery-8",
  representative: "代表取締役 氷見津 宗介",
  street: "秘密町7-77-777",
  phone: "03-9753-1864",
  contactName: "氷見津 小夜",
  contactEmail: "sayo.himitsu@secret.example",
  vendor: "秘密保守合同会社",
  otherEmail: "refused.himitsu@secret.example",
};

let fleet: Fleet;
let running: FleetProcess;
let visitor: Visitor;

type Line = Record<string, unknown>;
const linesOf = (output: string): Line[] =>
  output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

interface Mail {
  to: string[];
  subject: string;
  text: string;
}

async function mailsTo(address: string): Promise<Mail[]> {
  const query = new URLSearchParams({ to: address }).toString();
  return (await (await fetch(`${fleet.sandbox.url}/_sandbox/mails?${query}`)).json()) as Mail[];
}

async function fail(match: string, kind: string, times: number): Promise<void> {
  const body = JSON.stringify({ kind, match, times });
  const answer = await fetch(`${fleet.sandbox.url}/_sandbox/fault`, { method: "POST", body });
  if (!answer.ok) throw new Error(await answer.text());
}

const pairs = (form: Record<string, string>) => Object.entries(form);

async function signUp(email: string): Promise<number> {
  const { companyName, name, password } = typed;
  return (await visitor.post("/sign-up", pairs({ companyName, name, email, password }))).status;
}

async function confirmAddress(): Promise<void> {
  let link: string | undefined;
  await until("the mail with the link", async () => {
    const [mail] = await mailsTo(typed.email);
    link = /\/verify-email\?token=\S+/.exec(mail?.text ?? "")?.[0];
    return link !== undefined;
  });
  const page = await visitor.get(link ?? "");
  const form = formsOf(page.html).find(({ fields }) => fields.some(([name]) => name === "token"));
  expect((await visitor.post("/verify-email", form?.fields ?? [])).status).toBe(200);
}

/** Orders a contract, every page of the form typed. Returns its id. */
async function order(): Promise<string> {
  const begin = formsOf((await visitor.get("/portal/orders/new")).html).find(({ fields }) =>
    fields.some(([name]) => name === "contractId"),
  );
  const contractId = begin?.fields.find(([name]) => name === "contractId")?.[1] ?? "";
  await visitor.post("/portal/orders/new", begin?.fields ?? []);
  const now = await fleet.portal.portal.clock.now();
  const usual = typedOrder(tokyoDay(now.toISOString()).add({ days: 20 }).toString());
  const { companyName, companyNameKana, representative, street, phone } = typed;
  const { contactName, contactEmail, vendor } = typed;
  const own = { companyName, companyNameKana, representative, street, phone };
  const pages = {
    ...usual,
    company: { ...usual.company, ...own, contactName, contactEmail },
    maintenance: { ...usual.maintenance, vendor },
  };
  for (const step of formSteps) {
    const path = `/portal/orders/${contractId}/${step}`;
    const form = formsOf((await visitor.get(path)).html).find(({ buttons }) =>
      buttons.some(({ name }) => name === "go"),
    );
    if (!form) throw new Error(`${step} has no form`);
    expect((await visitor.post(path, filledIn(form, pages[step]))).status, step).toBe(303);
  }
  return contractId;
}

async function send(contractId: string): Promise<number> {
  const path = `/portal/orders/${contractId}/review`;
  const form = formsOf((await visitor.get(path)).html).find(({ fields }) =>
    fields.some(([name]) => name === "termsVersion"),
  );
  if (!form) throw new Error("the review has no form");
  return (await visitor.post(path, filledIn(form, { consent: "on" }))).status;
}

/** What nobody's browser sends. */
async function sendOddities(): Promise<void> {
  const { origin } = running;
  const said = `${typed.name} ${typed.email} ${typed.phone}`;
  const inAddress = encodeURIComponent(said);
  const headers = { "user-agent": typed.email, referer: `${origin}/${typed.email}`, origin };
  for (const path of [
    `/no/such/${inAddress}`,
    `/catalog?q=${inAddress}`,
    `/assets/${inAddress}.js`,
  ]) {
    await fetch(`${origin}${path}`, { headers: { ...headers, cookie: `a=${inAddress}` } });
  }
  for (const path of ["/webhooks/stripe", "/webhooks/resend", "/sign-in", `/portal/${inAddress}`]) {
    await fetch(`${origin}${path}`, { method: "POST", headers, body: said, redirect: "manual" });
  }
  const number = { "x-request-id": typed.phone, authorization: `Bearer ${typed.password}` };
  await fetch(`${origin}/metrics`, { headers: { ...headers, ...number } });
}

/** Makes the database refuse what it must otherwise take; its message repeats the row. */
async function breakTable(table: string, column: string): Promise<() => Promise<void>> {
  const { asSuperuser } = fleet.portal.test;
  const name = `refuse_${column}`;
  await asSuperuser(
    `alter table "${table}" add constraint ${name} check (${column}::text !~ '^(refused|秘密)') not valid`,
  );
  return async () => void (await asSuperuser(`alter table "${table}" drop constraint ${name}`));
}

describe.runIf(inject("databaseTemplate").kind === "postgres")("the log of a whole journey", () => {
  beforeAll(async () => {
    const port = await findFreePort();
    fleet = await openFleet(port);
    running = await fleet.start("all", { PORT: String(port) });
    visitor = openVisitor(running.origin, calmWeather());

    expect(await signUp(typed.email)).toBe(303);
    const mendUser = await breakTable("user", "email");
    await signUp(typed.otherEmail);
    await mendUser();
    const { email, password, wrongPassword } = typed;
    await visitor.post("/sign-in", pairs({ email, password }));
    await confirmAddress();
    expect(await signUp(typed.email)).toBe(303);
    expect((await visitor.post("/sign-in", pairs({ email, password: wrongPassword }))).status).toBe(
      422,
    );
    await visitor.post("/forgot-password", pairs({ email }));
    expect((await visitor.post("/sign-in", pairs({ email, password }))).status).toBe(303);
    await fail("POST /emails", "error_500", 1);
    const contractId = await order();
    const mend = await breakTable("registration", "company_name");
    expect(await send(contractId)).toBe(500);
    await mend();
    expect(await send(contractId)).toBe(303);
    await sendOddities();
    await until("the order's mail and its deliveries", async () => {
      const [found] = await fleet.portal.test.asSuperuser<{ sent: number; told: number }>(
        `select (select count(*)::int from effect where state = 'done') as sent,
           (select count(*)::int from inbox where state = 'done') as told`,
      );
      return found !== undefined && found.sent > 0 && found.told > 0;
    });
    await running.process.kill("SIGTERM");
    expect(await running.process.exited).toBe(0);
  }, 120_000);
  afterAll(() => fleet.close());

  test("has a line for each thing, with the ids that join them", () => {
    const lines = linesOf(fleet.output());
    const of = (message: string) => lines.filter(({ msg }) => msg === message);
    const requests = of("request");
    for (const line of requests) {
      expect(line["requestId"]).toMatch(/^[0-9a-f-]{16,64}$/);
      expect(typeof line["route"]).toBe("string");
      expect(typeof line["status"]).toBe("string");
      expect(typeof line["durationMs"]).toBe("number");
    }
    const [submitted] = of("command").filter(({ event, outcome }) => {
      return event === "submit" && outcome === "accepted";
    });
    expect(submitted).toMatchObject({
      kind: "contract",
      route: "/portal/orders/:contractId/:step",
    });
    expect(typeof submitted?.["commandId"]).toBe("string");
    const [page] = requests.filter(({ requestId }) => requestId === submitted?.["requestId"]);
    expect(page).toMatchObject({ method: "POST", status: "303", userId: submitted?.["userId"] });
    expect(of("command").some(({ outcome, err }) => outcome === "error" && err)).toBe(true);
    const sent = of("effect").filter(({ outcome }) => outcome === "done");
    expect(sent.length).toBeGreaterThan(0);
    for (const line of of("effect")) {
      expect(line["jobKey"]).toMatch(/^[0-9a-f-]{36}\/[0-9a-f-]{36}\/\d+\/\d+$/);
      expect(line["jobId"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test.each(Object.entries(typed))("does not tell the %s", (_, secret) => {
    const output = fleet.output();
    const words = [secret, ...secret.split(/[ @]/).filter((word) => /himitsu|[氷秘]/.test(word))];
    for (const word of words) {
      const escaped = JSON.stringify(word).slice(1, -1);
      for (const form of [word, escaped, encodeURIComponent(word)]) {
        const line = output.split("\n").find((one) => one.includes(form));
        expect(line, word).toBeUndefined();
      }
    }
  });
});
