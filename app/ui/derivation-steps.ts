import { formatDay } from "#app/i18n/format.ts";
import type { Locale, Messages } from "#app/i18n/messages.ts";
import type {
  BankingDayMove,
  Chain,
  Choice,
  Derivation,
  MonthCount,
  NoticeDay,
} from "#machines/calendar/derivation.ts";

type Words = Messages["contract"]["derivation"];

/** One sentence of an explanation, with the clause that asked for it and what lies behind it. */
export interface DerivationStep {
  text: string;
  clause?: string;
  steps: DerivationStep[];
}

const say = (text: string, steps: DerivationStep[] = []): DerivationStep => ({ text, steps });

function monthCount(count: MonthCount, words: Words): DerivationStep[] {
  const { rule, months, correspondingDay } = count;
  const first = formatDay(count.firstCountedDay);
  const result = formatDay(count.result);
  return [
    say(
      rule === "endOfPeriod"
        ? words.periodFrom(first, months)
        : words.eventFrom(formatDay(count.from), first, months),
    ),
    say(
      correspondingDay
        ? words.corresponding(formatDay(correspondingDay), result)
        : words.monthEnd(result),
    ),
  ];
}

function noticeDay(found: NoticeDay, words: Words, locale: Locale): DerivationStep[] {
  const { whose, months, steps } = found;
  const [timely, before] = steps;
  const [inTime, tooLate] = timely.steps;
  const result = formatDay(found.result);
  const target = formatDay(found.from);
  const proof = [
    say(words.inTime(formatDay(inTime.from), formatDay(inTime.result)), monthCount(inTime, words)),
    say(
      words.tooLate(formatDay(tooLate.from), formatDay(tooLate.result)),
      monthCount(tooLate, words),
    ),
  ];
  if (whose === "operator" || !before) {
    const latest = say(words.timelyBefore(target, months, formatDay(timely.result)), proof);
    return [latest, say(words.operatorReading(result))];
  }
  return [
    say(words.timely(target, months, formatDay(timely.result)), proof),
    ...derivationSteps(before, words, locale),
    say(
      timely.result === before.result
        ? words.sameReading(result)
        : words.laterReading(formatDay(timely.result), formatDay(before.result), result),
    ),
  ];
}

function bankingDay(move: BankingDayMove, words: Words, locale: Locale): DerivationStep[] {
  const result = formatDay(move.result);
  if (move.closed.length === 0) return [say(words.bankOpen(result))];
  // A holiday's own name is Japanese; elsewhere it is a holiday.
  const nameOf = ({ reason, holiday }: BankingDayMove["closed"][number]) =>
    (locale === "ja" && holiday) || words.closures[reason];
  const closed = move.closed.map((one) => say(words.bankClosed(formatDay(one.day), nameOf(one))));
  return [...closed, say(words.bankNext(result))];
}

function choice({ rule, candidates, decidedBy, result }: Choice, words: Words): DerivationStep[] {
  const named = candidates.map(({ label, day }) =>
    say(words.only(words.label(label), formatDay(day))),
  );
  if (named.length === 1) return named;
  const label = words.label(decidedBy);
  const day = formatDay(result);
  return [
    ...named,
    say(rule === "earliestOf" ? words.earliest(label, day) : words.latest(label, day)),
  ];
}

/** A choice with one candidate adds nothing to the step that found that candidate. */
function isRepetition(step: Derivation, before: Derivation | undefined): boolean {
  const isChoice = step.rule === "earliestOf" || step.rule === "latestOf";
  return isChoice && step.candidates.length === 1 && step.result === before?.result;
}

function ofChain({ steps }: Chain, words: Words, locale: Locale): DerivationStep[] {
  return steps
    .filter((step, at) => !isRepetition(step, steps[at - 1]))
    .flatMap((step) => derivationSteps(step, words, locale));
}

function ofRule(found: Derivation, words: Words, locale: Locale): DerivationStep[] {
  const from = formatDay(found.from);
  const result = formatDay(found.result);
  switch (found.rule) {
    case "endOfPeriod":
    case "monthsAfter":
      return monthCount(found, words);
    case "daysAfter": {
      const first = formatDay(found.firstCountedDay);
      return [say(words.daysAfter(from, first, found.days, result))];
    }
    case "daysBefore":
      return [say(words.daysBefore(from, found.days, result))];
    case "endOfMonth":
      return [
        say(
          found.months === 0
            ? words.endOfThisMonth(from, result)
            : words.endOfLaterMonth(from, found.months, result),
        ),
      ];
    case "monthsBefore": {
      const { monthEndRule, months } = found;
      const sentence = monthEndRule ? words.monthsBeforeClamped : words.monthsBefore;
      return [say(sentence(from, months, result))];
    }
    case "latestTimelyNotice": {
      const proof = found.steps.flatMap((step) => monthCount(step, words));
      return [say(words.timely(from, found.months, result), proof)];
    }
    case "lastNoticeDay":
      return noticeDay(found, words, locale);
    case "nextBankingDay":
      return bankingDay(found, words, locale);
    case "earliestOf":
    case "latestOf":
      return choice(found, words);
    case "chain":
      return ofChain(found, words, locale);
  }
}

/**
 * A derivation in sentences, in the order of the reasoning: rule, first counted day, corresponding
 * day or month's end, result. Its clause stands with the first sentence.
 */
export function derivationSteps(found: Derivation, words: Words, locale: Locale): DerivationStep[] {
  const [first, ...others] = ofRule(found, words, locale);
  if (!first) return [];
  const { clause } = found;
  return [clause && !first.clause ? { ...first, clause } : first, ...others];
}
