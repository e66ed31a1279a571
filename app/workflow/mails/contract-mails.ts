import { comingTerms } from "#machines/contract/coming-terms.ts";
import { chargeOfTerm } from "#machines/contract/fees.ts";
import { plannedTerm } from "#machines/contract/planned-term.ts";
import type { ContractEnd } from "#machines/contract/ends.ts";
import { dayOf } from "#machines/calendar.ts";
import { rejectionReasons, type RejectionReason } from "#machines/terms/a05-rejection.ts";
import { renewalNoticeDay, termFrom } from "#machines/terms/a10-term.ts";
import { invoiceIssueBy } from "#machines/terms/a12-fees.ts";
import { unpaidFeesDueDay } from "#machines/terms/a17-cancellation.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { MailTemplate } from "#app/gateways/mail-writer.ts";
import {
  creditedBy,
  pageOf,
  returnDay,
  stated,
  type Builder,
  type PropsOf,
} from "./contract-facts.ts";
import { exitMails } from "./exit-mails.ts";
import { optionAddedMail } from "./option-mails.ts";
import { standingMails } from "./standing-mails.ts";
import { termsMails } from "./terms-mails.ts";
import type { ContractMailParams, Surroundings } from "./facts.ts";

export type { PropsOf };

const menus = ({ facts }: ContractMailParams) =>
  [facts.basic, ...facts.options].flatMap((menu) =>
    menu ? [{ nameJa: menu.nameJa, nameEn: menu.nameEn }] : [],
  );

const noticeDayOf = (end: string) => renewalNoticeDay(dayOf(end)).day.toString();

/** Yen with tax of the term that begins on a day. */
function feeOf({ contractId: _, facts }: ContractMailParams, start: string): number {
  return chargeOfTerm(facts, plannedTerm(facts, dayOf(start))).total;
}

/** The end to which the notice just given leads; effects of the first release know the applying one only. */
const noticeIn = ({ facts }: ContractMailParams) => facts.ends?.at(-1) ?? facts.pendingEnd;

/** What is unpaid, with the fees of terms that begin before the end: they are not invoiced yet. */
function owedAtNotice({ facts }: ContractMailParams, { owed }: Surroundings) {
  const end = facts.pendingEnd?.endDay;
  if (end === undefined) return { owed: owed.amount, owedDueDay: owed.dueDay };
  const lastDay = dayOf(end);
  const unpaid = unpaidFeesDueDay(lastDay, policyOn(lastDay).dueDateRule).day;
  const coming = comingTerms(facts, end, unpaid);
  const dueDays = [...(owed.dueDay ? [owed.dueDay] : []), ...coming.map(({ dueDay }) => dueDay)];
  return {
    owed: coming.reduce((sum, { fee }) => sum + fee, owed.amount),
    owedDueDay: dueDays.toSorted().at(-1) ?? null,
  };
}

/** How a mail calls the way in which a contract ended. */
function causeOfEnd({ cause, by }: ContractEnd): PropsOf<"contract-ended">["cause"] {
  if (cause !== "cancelled") return cause;
  return by === "customer" ? "cancelledByCustomer" : "cancelledByOperator";
}

/** What each mail about a contract says, from what held when the contract decided to write. */
export const contractMails = {
  "order-received": (params, around) => ({
    url: pageOf(params, around),
    orderNumber: stated(params.facts.number),
    receivedAt: params.at,
    menus: menus(params),
    wishedStartDay: stated(params.facts.wishedStart),
    termsVersion: stated(params.facts.termsVersion),
  }),
  "order-withdrawn": (params, around) => ({
    url: pageOf(params, around),
    orderNumber: stated(params.facts.number),
    withdrawnDay: params.day,
  }),
  "order-accepted": (params, around) => ({
    url: pageOf(params, around),
    orderNumber: stated(params.facts.number),
    contractNumber: stated(params.facts.number),
    acceptedDay: params.day,
    wishedStartDay: stated(params.facts.wishedStart),
  }),
  "order-rejected": (params, around) => ({
    url: pageOf(params, around),
    orderNumber: stated(params.facts.number),
    rejectedDay: params.day,
    item: (rejectionReasons.indexOf(stated(params.facts.rejectionReason) as RejectionReason) +
      1) as PropsOf<"order-rejected">["item"],
    explanation: null,
  }),
  "start-date-proposed": (params, around) => ({
    url: `${pageOf(params, around)}/start-day`,
    contractNumber: stated(params.facts.number),
    wishedStartDay: stated(params.facts.wishedStart),
    proposedStartDay: stated(params.facts.proposedStart),
    reason: null,
  }),
  "start-date-fixed": (params, around) => {
    const startDay = stated(params.facts.start);
    return {
      url: pageOf(params, around),
      contractNumber: stated(params.facts.number),
      startDay,
      endDay: termFrom(dayOf(startDay)).end.toString(),
    };
  },
  "service-started": (params, around) => {
    const endDay = stated(params.facts.term?.end);
    return {
      url: pageOf(params, around),
      contractNumber: stated(params.facts.number),
      startDay: stated(params.facts.start),
      endDay,
      noticeDay: noticeDayOf(endDay),
    };
  },
  "renewal-reminder": (params, around) => {
    const endDay = stated(params.facts.term?.end);
    const noticeDay = noticeDayOf(endDay);
    const next = plannedTerm(params.facts, dayOf(endDay).add({ days: 1 }));
    return {
      url: `${pageOf(params, around)}/cancellation`,
      contractNumber: stated(params.facts.number),
      endDay,
      noticeDay,
      daysLeft: dayOf(params.day).until(dayOf(noticeDay)).days,
      nextStartDay: next.start,
      nextEndDay: next.end,
      nextFee: feeOf(params, next.start),
    };
  },
  renewed: (params, around) => {
    const startDay = stated(params.facts.term?.start);
    const endDay = stated(params.facts.term?.end);
    return {
      url: pageOf(params, around),
      contractNumber: stated(params.facts.number),
      startDay,
      endDay,
      fee: feeOf(params, startDay),
      invoiceByDay: invoiceIssueBy(dayOf(startDay)).day.toString(),
      nextNoticeDay: noticeDayOf(endDay),
    };
  },
  "cancellation-received": (params, around) => {
    const notice = stated(noticeIn(params));
    return {
      url: pageOf(params, around),
      contractNumber: stated(params.facts.number),
      clause: notice.clause === "A10.2" ? "A10.2" : "A17.1",
      receivedAt: params.at,
      endDay: notice.endDay,
      ...owedAtNotice(params, around),
    };
  },
  "contract-ended": (params, around) => ({
    url: pageOf(params, around),
    contractNumber: stated(params.facts.number),
    endDay: stated(params.facts.end?.day),
    cause: causeOfEnd(stated(params.facts.end)),
    deviceReturnDay: returnDay(params),
    owed: around.owed.amount,
    owedDueDay: around.owed.dueDay,
    credited: creditedBy(params),
  }),
  ...exitMails,
  ...standingMails,
  ...termsMails,
  ...optionAddedMail,
} satisfies { [Template in MailTemplate]?: Builder<Template> };
