import { isWithinBankingDays } from "#machines/banking-days.ts";
import { dayOf } from "#machines/calendar.ts";
import { payerName } from "../bank/payer-name.ts";

/** Under which names Stripe's transfers of payouts come in, as banks print them; legal forms don't count. */
const names = [
  ...["ストライプジャパン", "ストライプ", "ストライプペイメンツジャパン"],
  ...["STRIPE", "STRIPE JAPAN", "STRIPE JAPAN KK", "STRIPE PAYMENTS JAPAN"],
  "STRIPE PAYMENTS EUROPE",
];

/** How many banking days may lie between the day that Stripe announces and the bank's. */
const mostDaysApart = 3;

const cores = new Set(names.map((name) => payerName(name).core));

/** Whether a payer's name (振込依頼人名), in kana of any width or in Latin letters, is Stripe's. */
export const isStripe = (payer: string): boolean => cores.has(payerName(payer).core);

/** Whether a bank's day may be that of a payout that Stripe announced for another one. ISO days. */
export const isNearArrival = (valueDay: string, arrivalDay: string): boolean =>
  isWithinBankingDays(dayOf(valueDay), dayOf(arrivalDay), mostDaysApart);
