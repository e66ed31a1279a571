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
  /** What to wish for in the notice: "term" where it is the present one's end, else a day. */
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
export interface LateNotice {
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

/** Yen with tax of the terms that begin between today and an end on a day. */
type FeesUntil = (lastDay: Day) => number;

/** The terms that begin after the present one, up to a day. */
function termsUntil(subject: Subject, lastDay: Day): ComingTerm[] {
  const unpaid = unpaidFeesDueDay(lastDay, policyOn(lastDay).dueDateRule).day;
  return comingTerms(subject, lastDay.toString(), unpaid);
}

const feesOf = (subject: Subject, lastDay: Day) =>
  termsUntil(subject, lastDay).reduce((sum, { fee }) => sum + fee, 0);

type Found = Omit<NextExit, "fees" | "saved" | "beyondCheapest" | "effectiveFrom">;

/** The end with a term: notice by the last day of A10.2. */
function withTerm(termEnd: Day, isPresent: boolean): Found {
  const notice = renewalNoticeDay(termEnd);
  const end = cancellationEnd({ by: "customer", noticeOn: notice.day, termEnd, wish: null });
  return {
    ...{ endDay: termEnd.toString(), basis: "A10.2" },
    wish: isPresent ? "term" : termEnd.toString(),
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

function lateNotice(termEnd: Day, today: string, feesUntil: FeesUntil): LateNotice | null {
  const last = renewalNoticeDay(termEnd).day;
  if (today > last.toString()) return null;
  const noticeOn = last.add({ days: 1 });
  const late = cancellationEnd({ by: "customer", noticeOn, termEnd, wish: "earliest" });
  return {
    lastDay: last.toString(),
    lateDay: noticeOn.toString(),
    endDay: termEnd.toString(),
    lateEndDay: late.day.toString(),
    extra: feesUntil(late.day) - feesUntil(termEnd),
  };
}

function exitsOf(
  subject: Subject,
  today: string,
  pendingDay: string | null,
  feesUntil: FeesUntil,
): NextExits {
  const noticeOn = dayOf(today);
  const present = termOn(subject, noticeOn);
  const horizon = noticeOn.add({ months: exitMonths });
  const stayUntil = pendingDay === null ? horizon : dayOf(pendingDay);
  const first = earliest(noticeOn, present?.end ?? null);
  const ends = present
    ? [present.end, ...termsUntil(subject, horizon).map(({ end }) => dayOf(end))]
    : [];
  const found = [
    first,
    ...(subject.term === null && subject.start !== null ? [beforeStart(dayOf(subject.start))] : []),
    ...ends.map((end) => withTerm(end, end.equals(present?.end ?? ""))),
  ];
  const isOpen = ({ endDay, noticeBy }: Found) =>
    noticeBy >= today && endDay >= first.endDay && (pendingDay === null || endDay < pendingDay);
  // The end of the term stands for the earliest end where they fall on one day: it waits longer.
  const days = new Map(found.filter(isOpen).map((exit) => [exit.endDay, exit]));
  const priced = [...days.values()]
    .toSorted((one, other) => (one.endDay < other.endDay ? -1 : 1))
    .map((exit) => ({ ...exit, fees: feesUntil(dayOf(exit.endDay)) }));
  const least = Math.min(...priced.map(({ fees }) => fees));
  const stayFees = feesUntil(stayUntil);
  return {
    exits: priced.map((exit) => ({
      ...exit,
      effectiveFrom: dayOf(exit.endDay).add({ days: 1 }).toString(),
      saved: stayFees - exit.fees,
      beyondCheapest: exit.fees - least,
    })),
    stayUntil: stayUntil.toString(),
    stayFees,
    late: present && pendingDay === null ? lateNotice(present.end, today, feesUntil) : null,
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
  const pendingDay = earliestEnd(subject)?.endDay ?? null;
  return exitsOf(subject, today, pendingDay, (lastDay) => feesOf(subject, lastDay));
}

/**
 * The same for one option of a contract, by the rules of the contract (A9.2): its fees are those by which
 * it raises the contract's invoices. Null for work, which has no term, and for no option of it.
 */
export function nextOptionExits(
  subject: Subject,
  optionId: string,
  today: string,
): NextExits | null {
  const option = subject.options.find((one) => one.optionId === optionId);
  if (!option || option.kind === "work") return null;
  const others = subject.options.filter((one) => one !== option);
  const until = dayOf(today).add({ months: exitMonths });
  const without = feesOf({ ...subject, options: others }, until);
  const feesUntil: FeesUntil = (lastDay) => {
    const options = [...others, { ...option, endDay: lastDay.toString() }];
    return feesOf({ ...subject, options }, until) - without;
  };
  const pending = [option.endDay ?? null, earliestEnd(subject)?.endDay ?? null];
  const [pendingDay = null] = pending.filter((day) => day !== null).toSorted();
  return exitsOf(subject, today, pendingDay, feesUntil);
}
