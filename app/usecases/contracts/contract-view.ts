import type { StateValue } from "xstate";
import type { OptionRow } from "#db/queries/contract/options.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import {
  earliestEnd,
  type ContractContext,
  type SoldMenu,
  type SoldOption,
  type PendingEnd,
  type Refund,
  type Restriction,
  type SuspensionCause,
} from "#machines/contract/context.ts";
import { chargeFor, chargeOfTerm } from "#machines/contract/fees.ts";
import { menusOfTerm } from "#machines/contract/charged.ts";
import { nextExits, nextOptionExits, type NextExits } from "#machines/contract/next-exits.ts";
import { plannedTerm } from "#machines/contract/planned-term.ts";
import { termOn } from "#machines/contract/notice.ts";
import { outstanding } from "#machines/invoice/context.ts";
import { rejectionLabels, type RejectionReason } from "#machines/terms/a05-rejection.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { renewalNoticeDay } from "#machines/terms/a10-term.ts";
import { erasureView, type ErasureView } from "./erasure/erasure-view.ts";
import { comingOf, type Coming } from "./deadlines.ts";
import { explainDueDay, explainEnd, explainTerm } from "./explain-deadline.ts";
import type { ContractRecord } from "./contract-record.ts";
import { historyOf, type HistoryItem } from "./history.ts";
import { noticesOf, type Notices } from "./notices.ts";
import { topState } from "./states.ts";

/** The picture of a contract: its chart with the present state, its history, what comes next. */
export interface ContractPictureData {
  state: StateValue;
  /** The states that it has been in, in their order, the present one last. */
  passed: StateValue[];
  /** ISO day in Tokyo. */
  today: string;
  history: HistoryItem[];
  coming: Coming[];
}

/** An option of the contract: what was sold, how it stands, and why it ends on its day. */
export type OptionLine = SoldMenu & OptionRow & { endDerivation: Derivation | null };

/** An invoice of the contract, in yen and ISO days. */
export interface InvoiceLine {
  invoiceId: string;
  number: string;
  status: string;
  periodStart: string;
  periodEnd: string;
  dueDay: string;
  dueDerivation: Derivation | null;
  total: number;
  owed: number;
}

/** An end that is noted behind the one that applies. */
export type OtherEnd = Pick<PendingEnd, "id" | "endDay" | "cause" | "by" | "clause">;

/** What a page shows of a contract, whoever reads it. */
export interface ContractView {
  contractId: string;
  number: string | null;
  /** The first name of the state. */
  status: string;
  suspensions: SuspensionCause[];
  restrictions: Restriction[];
  /** The last day of the earliest formal demand that has not been met (A16.1(1)); null for none. */
  demandedUntil: string | null;
  basic: SoldMenu | null;
  options: OptionLine[];
  /** Options that were ordered during the term and wait for the operator (A9.1). */
  requestedOptions: SoldOption[];
  /** Yen a year with tax, as of the present term or the start. */
  annualFee: { subtotal: number; tax: number; total: number } | null;
  siteNames: string[];
  quote: ContractRecord["quote"];
  wishedStart: string | null;
  proposedStart: string | null;
  start: string | null;
  term: { start: string; end: string; derivation: Derivation | null } | null;
  /** How the renewal can be declined (A10.2), while it can; null where it is decided or does not apply. */
  notice: {
    day: string;
    daysLeft: number;
    derivation: Derivation;
    /** The term that begins otherwise, with its fee in yen with tax. */
    next: { start: string; end: string; fee: number };
  } | null;
  /** The end that is noted or has come. */
  end: {
    day: string;
    clause: string;
    cause: string;
    by: "customer" | "operator";
    noticeDay: string;
    derivation: Derivation | null;
  } | null;
  /** Further ends that are noted, in case the one that applies is taken back. */
  otherEnds: OtherEnd[];
  /** What the operator owes for days after an end (A17.2), in yen. */
  refunds: Refund[];
  /** What becomes of the customer's data and logs (A18.1); null before the end. */
  erasure: ErasureView | null;
  /** The next days on which it can end; null before the acceptance and after the end. */
  exits: NextExits | null;
  /** The same for options that can end by themselves (A9.2). */
  optionExits: { optionId: string; name: Bilingual; exits: NextExits }[];
  /** Notices of cancellation that are pending or, of the operator, on their way. */
  notices: Notices;
  rejectionReason: Bilingual | null;
  invoices: InvoiceLine[];
  picture: ContractPictureData;
}

function noticeOf({ snapshot }: ContractRecord, today: string): ContractView["notice"] {
  const { context, value } = snapshot;
  const isRunning = ["preparing", "active"].includes(topState(value));
  const end = earliestEnd(context);
  const term = isRunning ? termOn(context, dayOf(today)) : null;
  if (!term || (end && end.endDay <= term.end.toString())) return null;
  const { day, derivation } = renewalNoticeDay(term.end);
  if (today > day.toString()) return null;
  const next = plannedTerm(context, term.end.add({ days: 1 }));
  const fee = chargeOfTerm(context, next).total;
  const daysLeft = dayOf(today).until(day).days;
  const nextTerm = { start: next.start, end: next.end, fee };
  return { day: day.toString(), daysLeft, derivation, next: nextTerm };
}

/** The states in which a notice can be given. */
const living = ["accepted", "preparing", "active"];

function exitsOf({ snapshot }: ContractRecord, today: string) {
  const { context, value } = snapshot;
  if (!living.includes(topState(value))) return { exits: null, optionExits: [] };
  const optionExits = context.options.flatMap(({ optionId, nameJa, nameEn, endDay }) => {
    const found = endDay ? null : nextOptionExits(context, optionId, today);
    return found ? [{ optionId, name: { ja: nameJa, en: nameEn }, exits: found }] : [];
  });
  return { exits: nextExits(context, today), optionExits };
}

function endOf(context: ContractContext): ContractView["end"] {
  const end = earliestEnd(context);
  if (!end) return null;
  const { endDay: day, clause, cause, by, noticeDay } = end;
  return { day, clause, cause, by, noticeDay, derivation: explainEnd(end) };
}

/** Ends that wait behind the one that applies, the earliest first; none once the contract has ended. */
function otherEndsOf(context: ContractContext): OtherEnd[] {
  if (context.ended) return [];
  const applying = earliestEnd(context);
  return context.ends
    .filter((end) => end !== applying)
    .toSorted((one, other) => (one.endDay < other.endDay ? -1 : 1))
    .map(({ id, endDay, cause, by, clause }) => ({ id, endDay, cause, by, clause }));
}

function invoiceLines({ invoices, snapshot }: ContractRecord): InvoiceLine[] {
  const ended = snapshot.context.ended?.day ?? null;
  return invoices.map(({ value, context }) => ({
    invoiceId: context.invoiceId,
    number: context.number ?? "",
    status: topState(value),
    periodStart: context.periodStart,
    periodEnd: context.periodEnd,
    dueDay: context.dueDay ?? "",
    dueDerivation: explainDueDay(context, ended)?.derivation ?? null,
    total: context.total,
    owed: outstanding(context),
  }));
}

function optionLines({ options, optionContexts, snapshot }: ContractRecord): OptionLine[] {
  return snapshot.context.options.flatMap((sold) => {
    const isOwn = ({ optionId }: { optionId: string }) => optionId === sold.optionId;
    const row = options.find(isOwn);
    const ends = optionContexts.find(isOwn)?.ends ?? [];
    const end = ends.find(({ endDay }) => endDay === row?.endDay);
    return row ? [{ ...sold, ...row, endDerivation: end ? explainEnd(end) : null }] : [];
  });
}

function passedStates({ history, snapshot }: ContractRecord): StateValue[] {
  const own = history.filter(({ machineId }) => machineId === snapshot.context.contractId);
  const states = own.map(({ toState }) => toState as StateValue);
  return states.filter((state, at) => JSON.stringify(state) !== JSON.stringify(states[at - 1]));
}

/**
 * Puts together what a page shows of a contract.
 *
 * @param now ISO instant of the portal's clock
 */
export function contractView(record: ContractRecord, now: string): ContractView {
  const { snapshot, invoices, history, siteNames, quote } = record;
  const { context, value } = snapshot;
  const today = tokyoDay(now).toString();
  const feeDay = context.term?.start ?? context.start ?? context.wishedStart ?? today;
  const { basic, rejectionReason: reason } = context;
  const fee = basic ? chargeFor(menusOfTerm(context, feeDay), feeDay) : null;
  return {
    contractId: context.contractId,
    number: context.number,
    status: topState(value),
    suspensions: context.suspensions,
    restrictions: context.restrictions,
    demandedUntil: context.demands.map(({ until }) => until).toSorted()[0] ?? null,
    basic,
    options: optionLines(record),
    requestedOptions: context.requestedOptions,
    annualFee: fee && { subtotal: fee.subtotal, tax: fee.tax, total: fee.total },
    siteNames,
    quote,
    wishedStart: context.wishedStart,
    proposedStart: context.proposedStart,
    start: context.start,
    term: context.term && { ...context.term, derivation: explainTerm(context) },
    notice: noticeOf(record, today),
    end: endOf(context),
    otherEnds: otherEndsOf(context),
    refunds: context.refunds,
    erasure: erasureView(context),
    ...exitsOf(record, today),
    notices: noticesOf(context, record.optionContexts, now),
    rejectionReason: reason === null ? null : rejectionLabels[reason as RejectionReason],
    invoices: invoiceLines(record),
    picture: {
      state: value,
      passed: passedStates(record),
      today,
      history: historyOf(history, { contract: context, invoices }),
      coming: comingOf(snapshot, invoices),
    },
  };
}
