import { catalog } from "#db/seed/catalog.ts";
import { declarationClauses } from "#app/usecases/orders/order-form/declarations.ts";
import { formSteps, type FormStep } from "#app/usecases/orders/order-form/steps.ts";
import type { Chance } from "../random.ts";
import { filledIn, formsOf, linksOf } from "../page-form.ts";
import type { Visitor } from "../visitor.ts";
import { dayAhead, fieldOf, pageOf, pressed, redirectOf, Surprise, type Load } from "./load.ts";

type Typed = Record<string, string | string[]>;

const options = catalog.filter(({ kind }) => kind !== "basic").map(({ code }) => code);

/** What a customer types on each page; the numbers tell one order from another. */
async function pagesOf(
  load: Load,
  chance: Chance,
  email: string,
): Promise<Record<FormStep, Typed>> {
  const mark = String(chance.whole(100_000, 999_999));
  const chosen = options.filter(() => chance.happens(30));
  return {
    company: {
      companyName: `故障試験 ${mark} 株式会社`,
      companyNameKana: "コショウシケンカブシキガイシャ",
      representative: "試験 太郎",
      postalCode: "100-0001",
      prefecture: "東京都",
      city: "千代田区",
      street: `千代田${mark}`,
      phone: "03-0000-1111",
      contactName: "試験 太郎",
      contactEmail: email,
    },
    site: { sameAsCompany: "on", siteName: `拠点 ${mark}` },
    maintenance: {
      vendor: "架空保守サービス株式会社",
      contractNumber: `HM-${mark}`,
      hardwareModel: "NS-3000",
      serialNumber: `NS3K-${mark}`,
      validUntil: await dayAhead(load, 2000),
    },
    menus: { basic: "NDR-BASE", options: chosen },
    declarations: Object.fromEntries(Object.keys(declarationClauses).map((name) => [name, "on"])),
  };
}

/** The page's form with everything typed into it; a box that is not on the page is not ticked. */
function fillStep(html: string, step: FormStep, typed: Typed): [string, string][] {
  const form = formsOf(html).find(
    ({ isPost, buttons }) => isPost && buttons.some(({ name }) => name === "go"),
  );
  if (!form) throw new Surprise(`the page ${step} has no form`);
  return filledIn(form, typed);
}

/** Types a page and goes on to the next. Returns whether the page was found complete. */
async function saveStep(
  load: Load,
  visitor: Visitor,
  contractId: string,
  step: FormStep,
  typed: Typed,
): Promise<boolean> {
  const address = `/portal/orders/${contractId}/${step}`;
  const form = fillStep(pageOf(await visitor.get(address), step), step, typed);
  const answer = await visitor.post(address, form);
  if (answer.status === 422) return false;
  redirectOf(answer, `saving ${step}`);
  const single = Object.entries(typed).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  load.journal.note({ kind: "saveStep", contractId, step, typed: Object.fromEntries(single) });
  return true;
}

/** The clock may move on while somebody chooses a start day: then they choose a later one. */
async function saveMenus(
  load: Load,
  visitor: Visitor,
  contractId: string,
  typed: Typed,
  days: number,
) {
  for (const later of [days, 24, 30, 40]) {
    const wishedStart = await dayAhead(load, later);
    if (await saveStep(load, visitor, contractId, "menus", { ...typed, wishedStart })) return;
  }
  throw new Surprise("no start day is early enough");
}

/** Reads the review and sends the order, sometimes with two clicks. Returns whether it was taken. */
async function send(visitor: Visitor, chance: Chance, contractId: string): Promise<boolean> {
  const address = `/portal/orders/${contractId}/review`;
  const form = pressed(pageOf(await visitor.get(address), "review"), "termsVersion", "1.0", {
    consent: "on",
  });
  if (!form) return false;
  const clicks = chance.happens(25) ? 2 : 1;
  const answers = await Promise.all(
    Array.from({ length: clicks }, () => visitor.post(address, form)),
  );
  // The days on offer may have moved on with the clock since the page was typed.
  if (answers.every(({ status }) => status === 409)) return false;
  for (const answer of answers) redirectOf(answer, "sending the order");
  return true;
}

/** Orders a contract from the empty form to the sent order. Returns whether it was sent. */
export async function placeOrder(
  load: Load,
  visitor: Visitor,
  chance: Chance,
  email: string,
): Promise<boolean> {
  const begin = pageOf(await visitor.get("/portal/orders/new"), "the new order");
  const [form] = formsOf(begin).filter(({ fields }) =>
    fields.some(([name]) => name === "contractId"),
  );
  if (!form) throw new Surprise("the new order has no form");
  const contractId = fieldOf(form.fields, "contractId");
  redirectOf(await visitor.post("/portal/orders/new", form.fields), "a new order");
  load.journal.note({ kind: "openDraft", contractId });
  const pages = await pagesOf(load, chance, email);
  for (const step of formSteps) {
    if (load.isOver()) return false;
    const typed = pages[step];
    if (step === "menus") await saveMenus(load, visitor, contractId, typed, chance.whole(16, 24));
    else if (!(await saveStep(load, visitor, contractId, step, typed))) {
      throw new Surprise(`the page ${step} is not taken as complete`);
    }
  }
  for (let attempt = 0; attempt < 5 && !load.isOver(); attempt += 1) {
    if (await send(visitor, chance, contractId)) {
      load.journal.note({ kind: "submit", contractId });
      return true;
    }
    await saveMenus(load, visitor, contractId, pages.menus, 24);
  }
  return false;
}

/** Confirms every start day that the operator proposes. Returns the customer's home as it was before. */
export async function confirmStartDays(load: Load, visitor: Visitor): Promise<string> {
  const home = pageOf(await visitor.get("/portal"), "the customer's home");
  for (const link of linksOf(home)) {
    const contractId = /^\/portal\/contracts\/([^/]+)\/start-day$/.exec(link)?.[1];
    if (contractId === undefined || load.isOver()) continue;
    const shown = formsOf(pageOf(await visitor.get(link), "a start day"));
    const proposal = shown.find(({ fields }) => fields.some(([name]) => name === "startDay"));
    if (!proposal) continue;
    const form = filledIn(proposal, { answer: "confirm" });
    const answer = await visitor.post(link, form);
    // The day may have passed while the page was open.
    if (answer.status === 409) continue;
    redirectOf(answer, "confirming a start day");
    load.journal.note({ kind: "confirmStart", contractId, clickId: fieldOf(form, "commandId") });
  }
  return home;
}
