import { earliestEnd, noticeIdOf, recordedEnd } from "../contract/ends.ts";
import { noticedEnd } from "../contract/notice.ts";
import { endOfDiscontinuation, endOfRestriction } from "../contract/operators-ends.ts";
import { base } from "./base.ts";
import { noticedTermOf } from "./conditions.ts";
import { optionMailFacts, type InspectionMail } from "./mail-facts.ts";

export const open = base.assign(({ event }) => {
  if (event.type !== "request") return {};
  const { contractId, menuCode, kind, nameJa, nameEn, annualPrice, isAddition } = event;
  const sold = { menuCode, kind, nameJa, nameEn, annualPrice };
  return { optionId: event.machineId, contractId, isAddition, ...sold };
});

/** The option goes on under the assignee, as it stood with the assignor (A31.1). */
export const noteTakeOver = base.assign(({ event }) => {
  if (event.type !== "takeOver") return {};
  const { type: _, machineId: optionId, number: __, at: ___, day: ____, ...rest } = event;
  const { term, loan: _loan, ...handed } = rest;
  return { ...handed, optionId, term: event.kind === "work" ? null : term };
});

export const noteStart = base.assign(({ context, event }) => {
  if (event.type !== "start") return {};
  return { startDay: event.day, term: context.kind === "work" ? null : event.term };
});

export const noteTerm = base.assign(({ context, event }) =>
  event.type === "termBegun" && context.kind !== "work" ? { term: event.term } : {},
);

/** Says something to the contract; where it has nothing to do with it, it is passed over. */
const tellContract = (type: "optionDeclined" | "optionEnding" | "optionEnded") =>
  base.enqueueActions(({ context, enqueue }) => {
    const { contractId: machineId, optionId, ended } = context;
    const discontinued = context.ends.filter(({ cause }) => cause === "discontinued");
    const members = {
      optionDeclined: {},
      optionEnding: {
        endDay: earliestEnd(context)?.endDay ?? null,
        chargedUntil: earliestEnd({ ends: discontinued })?.endDay ?? null,
      },
      optionEnded: { endDay: ended?.day, clause: ended?.clause, refund: ended?.refund },
    }[type];
    const event = { type, optionId, ...members };
    enqueue({ type: "tell", params: { kind: "contract", machineId, event } });
  });

export const tellDeclined = tellContract("optionDeclined");
export const tellEnding = tellContract("optionEnding");
export const tellEnded = tellContract("optionEnded");

/** The contract must take it: it charges the option and starts it. */
export const tellAccepted = base.enqueueActions(({ context, enqueue }) => {
  const { contractId: machineId, optionId } = context;
  const event = { type: "optionAccepted", optionId };
  enqueue({ type: "tell", params: { kind: "contract", machineId, event, required: true } });
});

export const noteNotice = base.assign(({ context, event }) => {
  if (event.type !== "cancel") return {};
  const notices = context.notices + 1;
  const id = noticeIdOf(context.optionId, notices);
  const end = { id, ...noticedEnd(noticedTermOf(context), event) };
  return { notices, ends: [...context.ends, end] };
});

const setAsked = (isAsked: boolean) =>
  base.assign({
    ends: ({ context, event }) =>
      context.ends.map((end) =>
        "noticeId" in event && end.id === event.noticeId
          ? { ...end, withdrawalAskedOn: isAsked ? event.day : null }
          : end,
      ),
  });

export const askWithdrawal = setAsked(true);
export const refuseWithdrawal = setAsked(false);

export const dropNotice = base.assign({
  ends: ({ context, event }) =>
    context.ends.filter(({ id }) => !("noticeId" in event) || id !== event.noticeId),
});

export const dropLapsedEnd = base.assign({
  ends: ({ context, event }) =>
    context.ends.filter(({ ref }) => event.type !== "withdrawEnd" || ref !== event.ref),
});

export const noteOperatorsEnd = base.assign(({ context, event }) => {
  if (event.type === "discontinue") return { ends: [...context.ends, endOfDiscontinuation(event)] };
  if (event.type === "endByRestriction")
    return { ends: [...context.ends, endOfRestriction(event)] };
  return {};
});

export const recordEnd = base.assign(({ context }) => {
  const end = earliestEnd(context);
  return end ? { ended: recordedEnd(end), endDay: end.endDay } : {};
});

/**
 * Ended with its contract, which settles what is owed; by its own end where that was over before, and only the
 * sweep of the night had not come yet.
 */
export const recordContractsEnd = base.assign(({ context, event }) => {
  if (event.type !== "end") return {};
  const own = earliestEnd(context);
  if (own && own.refund === "none" && own.endDay < event.endDay) {
    return { ended: recordedEnd(own), endDay: own.endDay };
  }
  const { endDay: day, cause, by, clause } = event;
  const ended = { day, cause, by, clause, ref: null, refund: "none" as const };
  return { ended, endDay: day };
});

export const noteRestriction = base.assign({
  restrictions: ({ context, event }) =>
    event.type === "restrict"
      ? [...context.restrictions, { restrictionId: event.restrictionId, clause: event.clause }]
      : context.restrictions,
});

export const dropRestriction = base.assign({
  restrictions: ({ context, event }) =>
    context.restrictions.filter(
      ({ restrictionId }) => event.type !== "unrestrict" || restrictionId !== event.restrictionId,
    ),
});

type MailTemplate =
  | InspectionMail
  | "option-declined"
  | "option-ending"
  | "option-resumed"
  | "withdrawal-asked"
  | "withdrawal-refused";

/** A mail about this option, to the customer. */
export const mail = (template: MailTemplate) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { contractId } = context;
    const facts = optionMailFacts(context, event);
    const params = { template, to: "customer", contractId, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });
