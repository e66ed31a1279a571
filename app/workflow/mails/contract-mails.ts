import { comingTerms } from "#machines/contract/coming-terms.ts";
import { chargeOfTerm } from "#machines/contract/fees.ts";
import { plannedTerm } from "#machines/contract/planned-term.ts";
import { dayOf, monthsAfter } from "#machines/calendar.ts";
import { rejectionReasons, type RejectionReason } from "#machines/terms/a05-rejection.ts";
import { renewalNoticeDay, termAfter, termFrom } from "#machines/terms/a10-term.ts";
import { invoiceIssueBy } from "#machines/terms/a12-fees.ts";
import { unpaidFeesDueDay } from "#machines/terms/a17-cancellation.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { MailProps, MailTemplate } from "#app/gateways/mail-writer.ts";
import type { ContractMailParams, Surroundings } from "./facts.ts";

/** A mail's props without what depends on the recipient. */
export type PropsOf<Template extends MailTemplate> = Omit<
  MailProps<Template>,
  "operator" | "recipientName" | "companyName"
>;

type Builder<Template extends MailTemplate> = (
  params: ContractMailParams,
  around: Surroundings,
) => PropsOf<Template>;

const text = (value: string | null | undefined): string => {
  if (value === null || value === undefined) throw new Error("A mail lacks a fact that it states.");
  return value;
};

const page = (params: ContractMailParams, around: Surroundings) =>
  `${around.appUrl}/portal/contracts/${params.contractId}`;

const menus = ({ facts }: ContractMailParams) =>
  [facts.basic, ...facts.options].flatMap((menu) =>
    menu ? [{ nameJa: menu.nameJa, nameEn: menu.nameEn }] : [],
  );

const noticeDayOf = (end: string) => renewalNoticeDay(dayOf(end)).day.toString();

/** Yen with tax of the term that begins on a day. */
function feeOf({ contractId: _, facts }: ContractMailParams, start: string): number {
  return chargeOfTerm(facts, plannedTerm(facts, dayOf(start))).total;
}

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

/** The last day to hand over lent devices (A8.1); null where the contract lent none. */
function returnDay({ facts }: ContractMailParams): string | null {
  const lends = facts.options.some(({ kind }) => kind === "device");
  return lends && facts.end ? monthsAfter(dayOf(facts.end.day), 1).toString() : null;
}

/** What each mail about a contract says, from what held when the contract decided to write. */
export const contractMails = {
  "order-received": (params, around) => ({
    url: page(params, around),
    orderNumber: text(params.facts.number),
    receivedAt: params.at,
    menus: menus(params),
    wishedStartDay: text(params.facts.wishedStart),
    termsVersion: text(params.facts.termsVersion),
  }),
  "order-withdrawn": (params, around) => ({
    url: page(params, around),
    orderNumber: text(params.facts.number),
    withdrawnDay: params.day,
  }),
  "order-accepted": (params, around) => ({
    url: page(params, around),
    orderNumber: text(params.facts.number),
    contractNumber: text(params.facts.number),
    acceptedDay: params.day,
    wishedStartDay: text(params.facts.wishedStart),
  }),
  "order-rejected": (params, around) => ({
    url: page(params, around),
    orderNumber: text(params.facts.number),
    rejectedDay: params.day,
    item: (rejectionReasons.indexOf(text(params.facts.rejectionReason) as RejectionReason) +
      1) as PropsOf<"order-rejected">["item"],
    explanation: null,
  }),
  "start-date-proposed": (params, around) => ({
    url: `${page(params, around)}/start-day`,
    contractNumber: text(params.facts.number),
    wishedStartDay: text(params.facts.wishedStart),
    proposedStartDay: text(params.facts.proposedStart),
    reason: null,
  }),
  "start-date-fixed": (params, around) => {
    const startDay = text(params.facts.start);
    return {
      url: page(params, around),
      contractNumber: text(params.facts.number),
      startDay,
      endDay: termFrom(dayOf(startDay)).end.toString(),
    };
  },
  "service-started": (params, around) => {
    const endDay = text(params.facts.term?.end);
    return {
      url: page(params, around),
      contractNumber: text(params.facts.number),
      startDay: text(params.facts.start),
      endDay,
      noticeDay: noticeDayOf(endDay),
    };
  },
  "renewal-reminder": (params, around) => {
    const endDay = text(params.facts.term?.end);
    const noticeDay = noticeDayOf(endDay);
    const next = termAfter(dayOf(endDay));
    return {
      url: `${page(params, around)}/cancellation`,
      contractNumber: text(params.facts.number),
      endDay,
      noticeDay,
      daysLeft: dayOf(params.day).until(dayOf(noticeDay)).days,
      nextStartDay: next.start.toString(),
      nextEndDay: next.end.toString(),
      nextFee: feeOf(params, next.start.toString()),
    };
  },
  renewed: (params, around) => {
    const startDay = text(params.facts.term?.start);
    const endDay = text(params.facts.term?.end);
    return {
      url: page(params, around),
      contractNumber: text(params.facts.number),
      startDay,
      endDay,
      fee: feeOf(params, startDay),
      invoiceByDay: invoiceIssueBy(dayOf(startDay)).day.toString(),
      nextNoticeDay: noticeDayOf(endDay),
    };
  },
  "cancellation-received": (params, around) => ({
    url: page(params, around),
    contractNumber: text(params.facts.number),
    clause: text(params.facts.pendingEnd?.clause) === "A10.2" ? "A10.2" : "A17.1",
    receivedAt: params.at,
    endDay: text(params.facts.pendingEnd?.endDay),
    ...owedAtNotice(params, around),
  }),
  "contract-ended": (params, around) => ({
    url: page(params, around),
    contractNumber: text(params.facts.number),
    endDay: text(params.facts.end?.day),
    cause: params.facts.end?.cause === "expired" ? "expired" : "cancelledByCustomer",
    deviceReturnDay: returnDay(params),
    owed: around.owed.amount,
    owedDueDay: around.owed.dueDay,
    credited: 0,
  }),
} satisfies { [Template in MailTemplate]?: Builder<Template> };
