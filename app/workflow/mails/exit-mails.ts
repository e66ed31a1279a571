import type { MailTemplate } from "#app/gateways/mail-writer.ts";
import { dayOf } from "#machines/calendar.ts";
import { erasureDueDay } from "#machines/terms/a18-erasure.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { PendingEnd } from "#machines/contract/ends.ts";
import { deliveredEnd } from "#machines/contract/notice.ts";
import {
  creditedBy,
  headOf,
  remainingWithout,
  returnDay,
  stated,
  type Builder,
} from "./contract-facts.ts";
import type { ContractMailParams } from "./facts.ts";

/** The notice that the event speaks of. */
const noticeOf = ({ facts }: ContractMailParams): PendingEnd =>
  stated(facts.ends.find(({ id }) => id === facts.said.noticeId));

function announcedCause({ cause }: PendingEnd): "discontinued" | "restricted" | "assigned" {
  if (cause === "discontinued" || cause === "restricted" || cause === "assigned") return cause;
  throw new Error(`An end that is ${cause} is not announced.`);
}

/** Mails about notices of both sides, ends that are announced or lapse, and what ends a contract. */
export const exitMails = {
  "operator-cancellation": (params, around) => {
    const { wish, id: noticeId } = stated(params.facts.sentNotices.at(-1));
    const { endDay, refund } = deliveredEnd(params.facts, {
      ...{ deliveredOn: params.day, wish, noticeId },
    });
    return {
      ...headOf(params, around),
      sentDay: params.day,
      endDay,
      isCredited: refund === "unearned",
    };
  },
  "withdrawal-asked": (params, around) => {
    const { by, endDay } = noticeOf(params);
    return { ...headOf(params, around), option: null, by, askedDay: params.day, endDay };
  },
  "withdrawal-refused": (params, around) => ({
    ...headOf(params, around),
    option: null,
    refusedDay: params.day,
    endDay: noticeOf(params).endDay,
  }),
  "notice-withdrawn": (params, around) => {
    const notice = noticeOf(params);
    return {
      ...headOf(params, around),
      ...{ by: notice.by, withdrawnDay: params.day, endDay: notice.endDay },
      remainingEndDay: remainingWithout(params.facts.ends, notice),
    };
  },
  "end-announced": (params, around) => {
    const end = stated(params.facts.ends.at(-1));
    return {
      ...headOf(params, around),
      ...{ cause: announcedCause(end), clause: end.clause },
      ...{ announcedDay: params.day, endDay: end.endDay, isCredited: end.refund === "unearned" },
    };
  },
  "end-lapsed": (params, around) => {
    const { ends, said } = params.facts;
    const end = stated(ends.find(({ ref }) => ref === said.ref));
    return {
      ...headOf(params, around),
      cause: announcedCause(end),
      ...{ clause: end.clause, lapsedDay: params.day, endDay: end.endDay },
      remainingEndDay: remainingWithout(ends, end),
    };
  },
  "contract-terminated": (params, around) => {
    const end = stated(params.facts.end);
    return {
      ...headOf(params, around),
      clause: end.clause.startsWith("A32") ? ("A32.3" as const) : ("A16.1" as const),
      endDay: end.day,
      deviceReturnDay: returnDay(params),
      ...{ owed: around.owed.amount, owedDueDay: around.owed.dueDay },
      credited: creditedBy(params),
    };
  },
  "contract-assigned": (params, around) => ({
    ...headOf(params, around),
    endDay: stated(params.facts.end).day,
    ...{ owed: around.owed.amount, owedDueDay: around.owed.dueDay },
  }),
  "export-reminder": (params, around) => {
    const end = stated(params.facts.end).day;
    const due = erasureDueDay(dayOf(end), policyOn(dayOf(end))).day;
    return { ...headOf(params, around), endDay: end, erasureDay: due.toString() };
  },
  "data-erased": (params, around) => ({
    ...headOf(params, around),
    ...{ endDay: stated(params.facts.end).day, erasedDay: params.day },
  }),
  "final-settlement": (params, around) => ({
    ...headOf(params, around),
    endDay: stated(params.facts.end).day,
    closedDay: dayOf(params.day).toString(),
    credited: around.credits?.credited ?? 0,
    credit: around.credits?.credit ?? 0,
  }),
} satisfies { [Template in MailTemplate]?: Builder<Template> };
