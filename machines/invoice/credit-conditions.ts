import type { Stamp } from "../engine/outgoing.ts";
import { canonicalJson } from "../engine/hash.ts";
import { sumYen } from "../money.ts";
import { outstanding, type InvoiceContext } from "./context.ts";
import { creditAmounts, payableOf } from "./credit-account.ts";
import type { InvoiceEvent } from "./events.ts";
import { creditOf } from "./split.ts";

type Given = { context: InvoiceContext; event: InvoiceEvent & Stamp };

/** Whether a credit note is about what is left of the invoice, to the yen of its tax. */
function isCreditable({ context, event }: Given): boolean {
  if (event.type !== "credited") return false;
  const { taxes, net, tax, total } = event;
  const wanted = taxes.map(({ ratePercent, taxable }) => ({ ratePercent, net: taxable }));
  const right = creditAmounts(context, wanted);
  return right !== null && canonicalJson(right) === canonicalJson({ taxes, net, tax, total });
}

/** Yen that the invoice asks for after a credit; null for no credit that it takes. */
const payableAfter = (given: Given) =>
  given.event.type === "credited" && isCreditable(given)
    ? payableOf(given.context) - given.event.total
    : null;

const isCredit = ({ context }: Given, amount: number) => amount <= creditOf(context);

type Returned = Given & { event: Extract<InvoiceEvent, { type: "creditReturned" }> };

const wasPaidBack = (given: Given): given is Returned => {
  const { context, event } = given;
  return (
    event.type === "creditReturned" &&
    context.givenBack.some(({ id, amount }) => id === event.refundId && amount >= event.amount)
  );
};

/** Guards of credit notes, of set-off, of write-off and of what is paid back. */
export const creditConditions = {
  isCreditable,
  creditsAll: (given: Given) => payableAfter(given) === 0,
  creditSettles: (given: Given) => (payableAfter(given) ?? Infinity) <= given.context.paid,
  isLost: ({ context, event }: Given) =>
    event.type === "writeOff" && event.amount === outstanding(context),
  /** All that is set off is the customer's credit, and none of it pays this invoice itself. */
  isSetOff: (given: Given) =>
    given.event.type === "declareSetOff" &&
    given.event.debts.every(({ invoiceId, valueDay }) => {
      return invoiceId !== given.context.invoiceId && valueDay <= given.event.day;
    }) &&
    isCredit(given, sumYen(given.event.debts.map(({ amount }) => amount))),
  isPaidBack: (given: Given) =>
    given.event.type === "creditPaidBack" && isCredit(given, given.event.amount),
  wasPaidBack,
  creditCoversAgain: (given: Given) =>
    wasPaidBack(given) && given.context.paid + given.event.amount >= payableOf(given.context),
  setOffFits: ({ context, event }: Given) =>
    event.type === "setOffReceived" && event.amount <= outstanding(context),
  setOffSettles: ({ context, event }: Given) =>
    event.type === "setOffReceived" && event.amount === outstanding(context),
};
