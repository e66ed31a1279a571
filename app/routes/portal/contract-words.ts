import type { EventFacts, EventWords } from "#app/i18n/contract-words.ts";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import type { Locale, Messages } from "#app/i18n/messages.ts";
import type { Coming } from "#app/usecases/contracts/deadlines.ts";
import type { Happened, HappenedFacts, HistoryItem } from "#app/usecases/contracts/history.ts";

const day = (iso: string | undefined) => (iso ? formatDay(iso) : "");

function shownFacts(facts: HappenedFacts, t: Messages, locale: Locale): EventFacts {
  const { subject, to, startDay, endDay, dueDay, period, amount, reason, cause, audience } = facts;
  return {
    subject: subject[locale],
    to,
    startDay: day(startDay),
    endDay: day(endDay),
    dueDay: day(dueDay),
    period: period ? t.contract.facts.period(day(period.start), day(period.end)) : "",
    amount: amount === undefined ? "" : formatYen(amount),
    reason: reason?.[locale] ?? "",
    cause: cause ? (t.contract.causes[cause] ?? cause) : "",
    audience: audience ?? "customer",
  };
}

/** What happened, as a sentence. An event without words is shown by its name rather than hidden. */
export function happenedWords(
  { kind, type, facts }: Happened,
  t: Messages,
  locale: Locale,
): string {
  const words: Record<string, EventWords> = t.contract.history[kind];
  return words[type]?.(shownFacts(facts, t, locale)) ?? type;
}

/** Who set something off: a role, a deadline or the portal; staff are the operator to a customer. */
export function whoWords(who: HistoryItem["who"], t: Messages, forStaff: boolean): string {
  const { picture } = t.contract;
  const others: Record<string, string> = picture.who;
  const other = others[who];
  if (other) return other;
  const isStaff = who === "operations" || who === "finance" || who === "admin";
  if (isStaff && !forStaff) return picture.operator;
  return (t.frame.roles as Record<string, string>)[who] ?? who;
}

/** What a deadline brings. */
export function comingWords({ kind, subject }: Coming, t: Messages): string {
  const { coming, ofInvoice } = t.contract.picture;
  return subject ? ofInvoice(subject) + coming[kind] : coming[kind];
}
