import { confirmCard } from "#app/usecases/cards/confirm-card.ts";
import { saveCard } from "#app/usecases/cards/save-card.ts";
import { importBankFile } from "#app/usecases/finance/bank/import-bank-file.ts";
import { pullPayouts } from "#app/usecases/finance/pull-payouts.ts";
import { authenticatePayment } from "#app/usecases/payments/authenticate-payment.ts";
import { confirmReturn } from "#app/usecases/payments/confirm-return.ts";
import { startCardPayment } from "#app/usecases/payments/start-card-payment.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Chance } from "#test/faults/random.ts";
import { shiftJis, zenginRecords } from "#test/helpers/bank-files.ts";
import { CARDS, post } from "#test/sandbox/testing/payer.ts";
import type { MonthWorld } from "./month-world.ts";

/** An invoice as the month's people see it. */
export interface OpenInvoice {
  customerId: string;
  invoiceId: string;
  number: string;
  /** Yen that are still owed. */
  owed: number;
}

/** Stripe can't be reached, or somebody else was quicker: people come back another day. */
const passing = new Set(["unavailable", "conflict", "tooLate"]);

/** Does something that may not be possible today. Null where it was not. */
export async function mayFail<Value>(act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem && passing.has(error.code)) return null;
    throw error;
  }
}

/** Types a card into Stripe's page and answers the issuer, where it asks. */
async function typeCard(world: MonthWorld, chance: Chance, url: string, card: string) {
  const shown = await world.pay(url, card);
  if (!shown.location?.includes("/challenge/")) return;
  // Some close the page, some get the code wrong, and some of those try again.
  if (chance.happens(15)) return;
  const address = new URL(shown.location, world.bench.sandbox.url).href;
  const result = chance.happens(75) ? "pass" : "fail";
  await post(address, { result });
}

const paying = [CARDS.good, CARDS.good, CARDS.good, CARDS.challenged, CARDS.challenged] as const;
const failing = [CARDS.declined, CARDS.poor, CARDS.expired, CARDS.lost, CARDS.broken] as const;
/** Its refunds fail a day after they were made. */
const unrefundable = "4000000000005126";

/** A customer pays at Stripe's page: with one card or two, or is lost on the way. */
export async function payAtCheckout(world: MonthWorld, chance: Chance, invoice: OpenInvoice) {
  const { customerId, invoiceId } = invoice;
  const payer = await world.principal(customerId, "billing");
  const start = await mayFail(() => startCardPayment(payer, invoiceId));
  if (start?.kind !== "checkout") return;
  if (chance.happens(10)) return;
  if (chance.happens(30)) {
    await typeCard(world, chance, start.url, chance.pick(failing));
    if (chance.happens(40)) return;
  }
  const card = chance.happens(15) ? unrefundable : chance.pick(paying);
  await typeCard(world, chance, start.url, card);
  if (chance.happens(60)) await mayFail(() => confirmReturn(payer, start.paymentId));
}

/** A customer has a card saved, by which invoices are then paid on their due days. */
export async function saveACard(world: MonthWorld, chance: Chance, customerId: string) {
  const payer = await world.principal(customerId, "owner");
  const start = await mayFail(() => saveCard(payer, { agreed: true, wording: "同意します" }));
  if (start?.kind !== "checkout") return;
  const card = chance.pick([CARDS.good, CARDS.good, CARDS.challenged, "4000002500003155"]);
  await typeCard(world, chance, start.url, card);
  const [row] = await world.db.asSuperuser<{ card_id: string }>(
    "select card_id from card where customer_id = $1 order by card_id desc limit 1",
    [customerId],
  );
  if (row && chance.happens(60)) await mayFail(() => confirmCard(payer, row.card_id));
}

/** The issuer of a saved card declines for a while, and sometimes the network replaces the card. */
export async function changeCard(world: MonthWorld, chance: Chance, customerId: string) {
  const [row] = await world.db.asSuperuser<{ method_id: string }>(
    "select method_id from card where customer_id = $1 and method_id is not null",
    [customerId],
  );
  if (!row) return;
  const behaves = chance.pick([
    ...(["visa", "visa", "visa", "authenticationRequired"] as const),
    ...(["chargeDeclinedInsufficientFunds", "chargeDeclinedProcessingError"] as const),
  ]);
  const replaced = chance.happens(20) ? { exp_month: 11, exp_year: 2041, behaves } : undefined;
  await world.control("POST", `/payment_methods/${row.method_id}`, { behaves, replaced });
}

/** A customer follows the mail of a charge that waits for its cardholder. */
export async function authenticate(
  world: MonthWorld,
  chance: Chance,
  customerId: string,
  paymentId: string,
) {
  const payer = await world.principal(customerId, "billing");
  const way = await mayFail(() => authenticatePayment(payer, paymentId));
  if (way?.kind !== "bank") return;
  await post(way.url, { result: chance.happens(80) ? "pass" : "fail" });
}

/** A customer's transfer of the whole amount, in the bank's file of the day. */
export async function transfer(world: MonthWorld, invoice: OpenInvoice, day: string) {
  const { number: edi, owed: amount } = invoice;
  const receipt = { bookedDay: day, valueDay: day, amount, payer: "ﾐﾅﾄｼﾖｳｼﾞ", edi, inquiry: "1" };
  const bytes = shiftJis(zenginRecords([receipt]).join("\r\n"));
  const finance = await world.principal(null, "finance");
  const result = await importBankFile(finance, { name: "nyukin.txt", bytes, isCut: false });
  if (result.outcome !== "imported") throw new Error(JSON.stringify(result));
}

/** Finance fetches what Stripe has paid out. */
export async function pull(world: MonthWorld) {
  const finance = await world.principal(null, "finance");
  return mayFail(() => pullPayouts(finance));
}
