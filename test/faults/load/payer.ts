import { messagesFor } from "#app/i18n/messages.ts";
import { formsOf, linksOf } from "../page-form.ts";
import type { Chance } from "../random.ts";
import type { Answer, Visitor } from "../visitor.ts";
import { luckOf, pageOf, redirectOf, signedIn, Surprise, type Load } from "./load.ts";

const paidWords = messagesFor("ja").invoice.payment.standing.paid;
const goodCard = "4242424242424242";
const declinedCard = "4000000000000002";

/** How somebody pays. */
const manners = [
  "plainly",
  "two clicks",
  "two tabs",
  "never back",
  "declined first",
  "gives up",
] as const;
type Manner = (typeof manners)[number];

const card = (number: string): [string, string][] => [
  ["number", number],
  ["expiry", "12/60"],
  ["cvc", "123"],
  ["name", "TARO SHIKEN"],
  ["email", "payer@demo.example"],
];

/** Where the click on "pay" led: a session's page, or nowhere to pay now. */
function sessionPage(load: Load, invoiceId: string, answer: Answer): string | null {
  const location = redirectOf(answer, `paying ${invoiceId}`);
  const sessionId = /\/c\/pay\/([^/?]+)$/.exec(location)?.[1];
  if (sessionId === undefined) return null;
  load.journal.note({ kind: "startPayment", invoiceId, sessionId });
  return location;
}

/** Types a card into the session's page. Returns where the payer is sent when it was taken. */
async function typeCard(load: Load, visitor: Visitor, page: string, number: string) {
  const answer = await visitor.post(page, card(number));
  if (answer.location === null) {
    // Declined (402), paid in the other tab (409), expired as the clock moved (410).
    if ([402, 409, 410].includes(answer.status)) return null;
    throw new Surprise(`the card page answered ${answer.status}`);
  }
  load.journal.note({ kind: "charge", sessionId: page.split("/").at(-1) ?? "" });
  return answer.location;
}

/** Comes back from the card page; while the portal can't tell yet, looks again. */
async function comeBack(load: Load, visitor: Visitor, returnPage: string): Promise<void> {
  for (let look = 0; look < 20; look += 1) {
    const html = pageOf(await visitor.get(returnPage), "the return page");
    if (html.includes(paidWords)) {
      load.journal.note({ kind: "paid", paymentId: returnPage.split("/").at(-1) ?? "" });
      return;
    }
  }
  throw new Surprise(`${returnPage} never says that it is paid`);
}

/** Pays one invoice in one of the manners that people have, if its page asks for it. */
export async function payInvoice(
  load: Load,
  visitors: readonly [Visitor, Visitor],
  chance: Chance,
  invoiceId: string,
): Promise<"asked" | "settled"> {
  const page = `/portal/invoices/${invoiceId}`;
  const html = pageOf(await visitors[0].get(page), "an invoice");
  const asks = formsOf(html).some(({ action }) => action?.endsWith(`${invoiceId}/payment`));
  if (!asks) return "settled";
  await pay(load, visitors, chance, invoiceId);
  return "asked";
}

async function pay(
  load: Load,
  visitors: readonly [Visitor, Visitor],
  chance: Chance,
  invoiceId: string,
): Promise<void> {
  const [first, second] = visitors;
  const manner: Manner = chance.pick(manners);
  const address = `/portal/invoices/${invoiceId}/payment`;
  const tabs =
    manner === "two clicks" ? [first, first] : manner === "two tabs" ? visitors : [first];
  const answers = await Promise.all(tabs.map((tab) => tab.post(address, [])));
  const pages = answers.map((answer) => sessionPage(load, invoiceId, answer));
  if (manner === "gives up") return;
  if (manner === "declined first" && pages[0]) await typeCard(load, first, pages[0], declinedCard);
  const typing = pages.map(async (page, at) =>
    page ? typeCard(load, tabs[at] ?? first, page, goodCard) : null,
  );
  const returns = await Promise.all(typing);
  if (manner === "never back") return;
  for (const returnPage of returns) if (returnPage) await comeBack(load, second, returnPage);
}

/** Whoever pays a customer's invoices, in two browsers, until nothing is owed. */
export async function beginPayer(load: Load, name: string, email: string) {
  const chance = luckOf(load, name);
  const visitors: [Visitor, Visitor] = [await signedIn(load, email), await signedIn(load, email)];
  const paid = new Set<string>();
  return async () => {
    const list = pageOf(await visitors[0].get("/portal/invoices"), "the invoices");
    for (const link of linksOf(list)) {
      const invoiceId = /^\/portal\/invoices\/([^/]+)$/.exec(link)?.[1];
      if (invoiceId === undefined || paid.has(invoiceId) || load.isOver()) continue;
      const found = await payInvoice(load, visitors, chance, invoiceId);
      if (found === "settled") paid.add(invoiceId);
    }
  };
}
