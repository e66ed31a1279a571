import { setTimeout as pause } from "node:timers/promises";
import { demoPassword } from "#db/seed/demo-accounts.ts";
import { filledIn, formsOf, linksOf, type PageForm } from "../page-form.ts";
import type { Chance } from "../random.ts";
import { openVisitor, type Visitor } from "../visitor.ts";
import { luckOf, pageOf, redirectOf, signedIn, Surprise, type Load } from "../load/load.ts";
import { confirmStartDays, placeOrder } from "../load/order.ts";
import { payInvoice } from "../load/payer.ts";

/** A customer with what it has still to order, at two browsers. */
export interface Customer {
  readonly email: string;
  readonly browsers: readonly [Visitor, Visitor];
  readonly chance: Chance;
  /** Orders not sent yet. */
  left: number;
  /** Invoices whose pages ask for nothing any more. */
  readonly settled: Set<string>;
}

const mailSeconds = 30;
const mostOrdersAVisit = 2;

function formWith(html: string, field: string): PageForm {
  const form = formsOf(html).find(({ fields }) => fields.some(([name]) => name === field));
  if (!form) throw new Surprise(`a page has no form with ${field}`);
  return form;
}

/** The address in the mail that asks to confirm an e-mail address. */
async function confirmationAddress({ sandboxUrl }: Load, email: string): Promise<string> {
  const query = new URLSearchParams({ to: email }).toString();
  for (let second = 0; second < mailSeconds; second += 0.25) {
    const answer = await fetch(`${sandboxUrl}/_sandbox/mails?${query}`);
    const mails = (await answer.json()) as { text: string | null }[];
    for (const { text } of mails) {
      const found = /https?:\S+\/verify-email\?token=[^\s)>\]]+/.exec(text ?? "")?.[0];
      if (found !== undefined) return found;
    }
    await pause(250);
  }
  throw new Error(`No mail asked ${email} to confirm the address.`);
}

/** Somebody who registers, confirms the address by its mail and signs in at two browsers. */
export async function registerCustomer(
  load: Load,
  name: string,
  orders: number,
): Promise<Customer> {
  const email = `${name}@faults.example`;
  const visitor = openVisitor(load.origin, load.weather);
  const page = pageOf(await visitor.get("/sign-up"), "the registration");
  const typed = {
    companyName: `株式会社${name}`,
    name: "試験 太郎",
    email,
    password: demoPassword,
  };
  const answer = await visitor.post("/sign-up", filledIn(formWith(page, "companyName"), typed));
  redirectOf(answer, "registering");
  const address = await confirmationAddress(load, email);
  const confirmation = formWith(pageOf(await visitor.get(address), "the confirmation"), "token");
  pageOf(await visitor.post(address, confirmation.fields), "confirming the address");
  return {
    email,
    browsers: [await signedIn(load, email), await signedIn(load, email)],
    chance: luckOf(load, name),
    left: orders,
    settled: new Set(),
  };
}

/** One visit: answers proposals, pays what is owed, orders one or two contracts. */
export async function visit(load: Load, customer: Customer): Promise<void> {
  const { browsers, chance, email, settled } = customer;
  const home = await confirmStartDays(load, browsers[0]);
  for (const link of linksOf(home)) {
    const invoiceId = /^\/portal\/invoices\/([^/]+)$/.exec(link)?.[1];
    if (invoiceId === undefined || settled.has(invoiceId) || load.isOver()) continue;
    const found = await payInvoice(load, browsers, chance, invoiceId);
    if (found === "settled") settled.add(invoiceId);
  }
  const orders = Math.min(customer.left, chance.whole(1, mostOrdersAVisit));
  for (let order = 0; order < orders && !load.isOver(); order += 1) {
    if (await placeOrder(load, browsers[0], chance, email)) customer.left -= 1;
  }
}
