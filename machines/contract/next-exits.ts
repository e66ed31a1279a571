import type { Temporal } from "temporal-polyfill";
import { dayOf, explainLatestNoticeFor } from "../calendar.ts";
import { underClause, type Derivation } from "../calendar/derivation.ts";
import { renewalNoticeDay } from "../terms/a10-term.ts";
import {
  cancellationEnd,
  parameters as cancellation,
  unpaidFeesDueDay,
} from "../terms/a17-cancellation.ts";
import { policyOn } from "../terms/policy.ts";
import { comingTerms, type ComingTerm } from "./coming-terms.ts";
import { earliestEnd, type ContractContext } from "./context.ts";
import { termOn } from "./notice.ts";

type Day = Temporal.PlainDate;

/** A day on which the contract can end by the customer's notice (終了できる日). Days are ISO, fees yen. */
export interface NextExit {
  endDay: string;
  /** The day from which nothing runs any more: the end takes effect at 24:00 of `endDay`. */
  effectiveFrom: string;
  /** A10.2: the term is not renewed. A17.1: it ends two months or more after the notice. */
  basis: "A10.2" | "A17.1";
  /** What to wish for in the notice. */
  wish: "term" | "earliest" | (string & {});
  /** The last day on which a notice still leads to this end. */
  noticeBy: string;
  /** How the end day, and how the last day of notice was found. */
  endDerivation: Derivation;
  noticeDerivation: Derivation | null;
  /** Fees with tax of the terms that begin between today and the end: each is owed whole (A17.2). */
  fees: number;
  /** What is owed less than by staying, and more than by the cheapest of these exits. */
  saved: number;
  beyondCheapest: number;
}

/** What a notice leads to that comes one day after the last day of A10.2. */
interface LateNotice {
  /** The last day in time, and the first that is too late. */
  lastDay: string;
  lateDay: string;
  /** The end with a notice in time, and the earliest one a day later. */
  endDay: string;
  lateEndDay: string;
  /** What that day costs, in yen with tax. */
  extra: number;
}

/** The next days on which a contract can end, with what each costs. */
export interface NextExits {
  /** Earliest end first. */
  exits: NextExit[];
  /** The day up to which staying is counted, and the fees of terms that begin until then. */
  stayUntil: string;
  stayFees: number;
  /** The trap between A10.2 and A17; null where the renewal can't be declined any more. */
  late: LateNotice | null;
}

/** How far ahead exits are looked for. */
const exitMonths = 24;

type Subject = Pick<ContractContext, "start" | "term" | "basic" | "options" | "ends">;

const sumOf = (terms: readonly ComingTerm[]) => terms.reduce((sum, { fee }) => sum + fee, 0);

/** The terms that begin after the present one, up to a day. */
function termsUntil(subject: Subject, lastDay: Day): ComingTerm[] {
  const unpaid = unpaidFeesDueDay(lastDay, policyOn(lastDay).dueDateRule).day;
  return comingTerms(subject, lastDay.toString(), unpaid);
}

type Found = Omit<NextExit, "fees" | "saved" | "beyondCheapest" | "effectiveFrom">;

/** The end with a term: notice by the last day of A10.2. */
function withTerm(termEnd: Day): Found {
  const notice = renewalNoticeDay(termEnd);
  const end = cancellationEnd({ by: "customer", noticeOn: notice.day, termEnd, wish: null });
  return {
    ...{ endDay: termEnd.toString(), basis: "A10.2", wish: "term" },
    noticeBy: notice.day.toString(),
    endDerivation: end.derivation,
    noticeDerivation: notice.derivation,
  };
}

/** The earliest end of all: notice today. */
function earliest(noticeOn: Day, termEnd: Day | null): Found {
  const end = cancellationEnd({ by: "customer", noticeOn, termEnd, wish: "earliest" });
  return {
    ...{ endDay: end.day.toString(), basis: end.basis, wish: "earliest" },
    noticeBy: noticeOn.toString(),
    endDerivation: end.derivation,
    noticeDerivation: null,
  };
}

/** The last day before the start: the service never begins, and nothing is owed. */
function beforeStart(start: Day): Found {
  const endDay = start.subtract({ days: 1 });
  const latest = underClause("A17.1", explainLatestNoticeFor(endDay, cancellation.noticeMonths));
  const wish = endDay;
  const end = cancellationEnd({ by: "customer", noticeOn: latest.day, termEnd: null, wish });
  return {
    ...{ endDay: endDay.toString(), basis: "A17.1", wish: endDay.toString() },
    noticeBy: latest.day.toString(),
    endDerivation: end.derivation,
    noticeDerivation: latest.derivation,
  };
}

function lateNotice(subject: Subject, termEnd: Day, today: string): LateNotice | null {
  const last = renewalNoticeDay(termEnd).day;
  if (today > last.toString()) return null;
  const noticeOn = last.add({ days: 1 });
  const late = cancellationEnd({ by: "customer", noticeOn, termEnd, wish: "earliest" });
  const extra = sumOf(termsUntil(subject, late.day)) - sumOf(termsUntil(subject, termEnd));
  return {
    lastDay: last.toString(),
    lateDay: noticeOn.toString(),
    endDay: termEnd.toString(),
    lateEndDay: late.day.toString(),
    extra,
  };
}

/**
 * The next days on which a contract can end by its customer's notice (A10.2, A17.1): as early as
 * can be, before it starts, and with each term of the coming two years, each with the last day of notice,
 * the fees that come up to then, and how they compare with staying and with the cheapest (A17.2). An
 * end that is noted already leaves only the earlier ones.
 *
 * @param today ISO day in Tokyo
 */
export function nextExits(subject: Subject, today: string): NextExits {
  const noticeOn = dayOf(today);
  const present = termOn(subject, noticeOn);
  const pending = earliestEnd(subject);
  const horizon = noticeOn.add({ months: exitMonths });
  const stayUntil = pending ? dayOf(pending.endDay) : horizon;
  const first = earliest(noticeOn, present?.end ?? null);
  const ends = present
    ? [present.end, ...termsUntil(subject, horizon).map(({ end }) => dayOf(end))]
    : [];
  const found = [
    first,
    ...(subject.term === null && subject.start !== null ? [beforeStart(dayOf(subject.start))] : []),
    ...ends.map(withTerm),
  ];
  const stayFees = sumOf(termsUntil(subject, stayUntil));
  const isOpen = ({ endDay, noticeBy }: Found) =>
    noticeBy >= today && endDay >= first.endDay && (!pending || endDay < pending.endDay);
  // The end of the term stands for the earliest end where they fall on one day: it waits longer.
  const days = new Map(found.filter(isOpen).map((exit) => [exit.endDay, exit]));
  const priced = [...days.values()]
    .toSorted((one, other) => (one.endDay < other.endDay ? -1 : 1))
    .map((exit) => ({ ...exit, fees: sumOf(termsUntil(subject, dayOf(exit.endDay))) }));
  const least = Math.min(...priced.map(({ fees }) => fees));
  return {
    exits: priced.map((exit) => ({
      ...exit,
      effectiveFrom: dayOf(exit.endDay).add({ days: 1 }).toString(),
      saved: stayFees - exit.fees,
      beyondCheapest: exit.fees - least,
    })),
    stayUntil: stayUntil.toString(),
    stayFees,
    late: present && !pending ? lateNotice(subject, present.end, today) : null,
  };
}
