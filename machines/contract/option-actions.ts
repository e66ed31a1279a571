import { dayOf } from "../calendar.ts";
import { taxRateOn } from "../money/tax.ts";
import { firstOptionFee } from "../terms/a09-options.ts";
import { cappedTermEnd } from "../terms/a20-discontinuation.ts";
import { policyOn } from "../terms/policy.ts";
import { base } from "./base.ts";
import { feeOfMenu, refundFor } from "./charged.ts";
import type { ChargedPeriod, ContractContext, SoldOption } from "./context.ts";
import { endOfEarning } from "./earning.ts";
import { earliestEnd } from "./ends.ts";
import { issueOptionInvoice, optionInvoiceIdOf } from "./fees.ts";

const tellOption = (optionId: string, event: { type: string; [member: string]: unknown }) =>
  ({
    type: "tell",
    params: { kind: "option", machineId: optionId, event, required: true },
  }) as const;

/** Notes an option that was ordered during the term, and brings it to life (A9.1). */
export const requestOption = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "addOption") return;
  const { optionId, ...sold } = event.option;
  enqueue.assign({ requestedOptions: [...context.requestedOptions, event.option] });
  const request = { type: "request", contractId: context.contractId, ...sold };
  enqueue(tellOption(optionId, { ...request, isAddition: true }));
});

export const dropRequest = base.assign({
  requestedOptions: ({ context, event }) =>
    context.requestedOptions.filter(
      ({ optionId }) => !("optionId" in event) || optionId !== event.optionId,
    ),
});

/** The first fee of an option, from its first day to the end of the running term. */
function firstFee(option: SoldOption, { term }: ContractContext, day: string): ChargedPeriod {
  const from = dayOf(day);
  const running = { start: dayOf(term?.start ?? day), end: dayOf(term?.end ?? day) };
  const { amount } = firstOptionFee(option.annualPrice, from, running, policyOn(from));
  return {
    itemId: option.optionId,
    menuCode: option.menuCode,
    ...{ from: day, to: running.end.toString() },
    amount: option.kind === "work" ? option.annualPrice : amount,
    ratePercent: taxRateOn(from),
  };
}

/** From its acceptance on the option is part of the contract, and charged for the rest of the term. */
export const joinOption = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "optionAccepted") return;
  const { contractId, term, requestedOptions, options, charged, earning, openInvoices } = context;
  const asked = requestedOptions.find(({ optionId }) => optionId === event.optionId);
  if (!asked) return;
  const option = { ...asked, addedOn: event.day };
  const fee = firstFee(option, context, event.day);
  const invoiceId = optionInvoiceIdOf(contractId, option.optionId);
  enqueue.assign({
    requestedOptions: requestedOptions.filter((one) => one !== asked),
    options: [...options, option],
    charged: option.kind === "work" ? charged : [...charged, fee],
    earning: [...earning, { itemId: fee.itemId, invoiceId, amount: fee.amount }],
    openInvoices: [...openInvoices, invoiceId],
  });
  enqueue(tellOption(option.optionId, { type: "provision" }));
  enqueue(tellOption(option.optionId, { type: "start", term }));
  const issue = { invoiceId, issueDay: event.day };
  enqueue({ type: "tell", params: issueOptionInvoice(contractId, option, fee, issue) });
});

/** When an option will end decides which terms still charge it, and up to which day (A20). */
export const noteOptionEnding = base.assign({
  options: ({ context, event }) => {
    if (event.type !== "optionEnding") return context.options;
    const { optionId, endDay, chargedUntil } = event;
    return context.options.map((option) =>
      option.optionId === optionId ? { ...option, endDay, chargedUntil } : option,
    );
  },
});

/**
 * The days of the running term for which an option was not charged, since it was to be discontinued. Of an
 * option that ends before them nothing more is asked.
 */
function restOfTerm(option: SoldOption, context: ContractContext) {
  const { term, charged } = context;
  const sofar = charged.find(({ itemId }) => itemId === option.optionId);
  if (!term || !sofar) return [];
  const { isCapped } = cappedTermEnd(dayOf(term.start), dayOf(term.end));
  const whole = { ...sofar, ...feeOfMenu(option, { ...term, isCapped }) };
  const from = dayOf(sofar.to).add({ days: 1 }).toString();
  const ends = [option.endDay ?? term.end, earliestEnd(context)?.endDay ?? term.end];
  if (whole.to <= sofar.to || ends.some((end) => end < from)) return [];
  const invoiceId = optionInvoiceIdOf(context.contractId, option.optionId, from);
  const fee = { ...whole, from, amount: whole.amount - sofar.amount };
  return [{ option, sofar, whole, fee, invoiceId }];
}

/** Charges the rest of the term of each option whose fee a discontinuation had cut off that does not come (A20). */
export const chargeRests = base.enqueueActions(({ context, event, enqueue }) => {
  const { contractId, options, charged, earning, openInvoices } = context;
  const rests = options.flatMap((option) => restOfTerm(option, context));
  enqueue.assign({
    charged: charged.map((one) => rests.find(({ sofar }) => sofar === one)?.whole ?? one),
    earning: [
      ...earning,
      ...rests.map(({ fee: { itemId, amount }, invoiceId }) => ({ itemId, invoiceId, amount })),
    ],
    openInvoices: [...openInvoices, ...rests.map(({ invoiceId }) => invoiceId)],
  });
  for (const { option, fee, invoiceId } of rests) {
    const issue = { invoiceId, issueDay: event.day };
    enqueue({ type: "tell", params: issueOptionInvoice(contractId, option, fee, issue) });
  }
});

/** An option has ended by itself: what is owed for the days after it is noted (A9.2, A17.2). */
export const noteOptionEnded = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "optionEnded") return;
  const { optionId, endDay, clause, refund } = event;
  const isOwn = ({ itemId }: ChargedPeriod) => itemId === optionId;
  const own = context.charged.filter(isOwn);
  const owed = refund === "unearned" ? refundFor(own, optionId, endDay, clause) : null;
  const earned = context.earning.filter(({ itemId }) => itemId === optionId);
  const end = { lastDay: endDay, refund };
  for (const params of endOfEarning(context, earned, optionId, end)) {
    enqueue({ type: "tell", params });
  }
  enqueue.assign({
    options: context.options.map((option) =>
      option.optionId === optionId ? { ...option, endDay } : option,
    ),
    charged: context.charged.filter((one) => !isOwn(one)),
    earning: context.earning.filter((fee) => !earned.includes(fee)),
    refunds: owed ? [...context.refunds, owed] : context.refunds,
  });
});
