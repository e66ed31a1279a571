import { dayOf } from "../calendar.ts";
import { taxRateOn } from "../money/tax.ts";
import { firstOptionFee } from "../terms/a09-options.ts";
import { policyOn } from "../terms/policy.ts";
import { base } from "./base.ts";
import { refundFor } from "./charged.ts";
import type { ChargedPeriod, ContractContext, SoldOption } from "./context.ts";
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
  const { contractId, term, requestedOptions, options, charged, openInvoices } = context;
  const asked = requestedOptions.find(({ optionId }) => optionId === event.optionId);
  if (!asked) return;
  const option = { ...asked, addedOn: event.day };
  const fee = firstFee(option, context, event.day);
  enqueue.assign({
    requestedOptions: requestedOptions.filter((one) => one !== asked),
    options: [...options, option],
    charged: option.kind === "work" ? charged : [...charged, fee],
    openInvoices: [...openInvoices, optionInvoiceIdOf(contractId, option.optionId)],
  });
  enqueue(tellOption(option.optionId, { type: "provision" }));
  enqueue(tellOption(option.optionId, { type: "start", term }));
  enqueue({ type: "tell", params: issueOptionInvoice(contractId, option, fee) });
});

/** When an option will end decides which terms still charge it. */
export const noteOptionEnding = base.assign({
  options: ({ context, event }) =>
    context.options.map((option) =>
      event.type === "optionEnding" && option.optionId === event.optionId
        ? { ...option, endDay: event.endDay, chargedByDays: event.chargedByDays }
        : option,
    ),
});

/** An option has ended by itself: what is owed for the days after it is noted (A9.2, A17.2). */
export const noteOptionEnded = base.assign(({ context, event }) => {
  if (event.type !== "optionEnded") return {};
  const { optionId, endDay, clause, refund } = event;
  const isOwn = ({ itemId }: ChargedPeriod) => itemId === optionId;
  const own = context.charged.filter(isOwn);
  const owed = refund === "unearned" ? refundFor(own, optionId, endDay, clause) : null;
  return {
    options: context.options.map((option) =>
      option.optionId === optionId ? { ...option, endDay } : option,
    ),
    charged: context.charged.filter((one) => !isOwn(one)),
    refunds: owed ? [...context.refunds, owed] : context.refunds,
  };
});
