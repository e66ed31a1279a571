import { formatDay, formatYen } from "#app/i18n/format.ts";
import type { ChartWords } from "#app/i18n/contract-words.ts";
import type { Locale, Messages } from "#app/i18n/messages.ts";
import type { OfferedEvent, OfferedField } from "#app/usecases/contracts/what-if/offered.ts";

/** What an event is called, with the option or invoice to which it goes. */
export function eventWords({ kind, type, subject }: OfferedEvent, t: Messages, locale: Locale) {
  const charts: Record<string, ChartWords | undefined> = { ...t.contract.charts };
  const event = charts[kind]?.events[type] ?? type;
  return subject[locale] ? t.whatIf.choose.of(subject[locale], event) : event;
}

/** What a field asks for; a member without words is shown by its name rather than hidden. */
export const fieldWords = ({ name }: OfferedField, { fields }: Messages["whatIf"]): string =>
  fields[name] ?? name;

/** The answers of a choice in words. */
export function choiceWords(
  { name, choices }: OfferedField,
  { choices: known }: Messages["whatIf"],
  locale: Locale,
) {
  return choices.map(({ value, label }) => {
    return { value, label: label?.[locale] ?? known[name]?.[value] ?? value };
  });
}

/** What a field was filled in with, as a person reads it. */
function valueWords(field: OfferedField, value: string, t: Messages, locale: Locale): string {
  const choice = choiceWords(field, t.whatIf, locale).find((one) => one.value === value);
  if (choice) return choice.label;
  const known = field.known.find(({ id }) => id === value);
  if (known?.day) return t.whatIf.form.knownDay(formatDay(known.day));
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  return field.input === "amount" && /^\d+$/.test(value) ? formatYen(Number(value)) : value;
}

/** The command as it was tried: on which day, what, and how its fields were filled in. */
export function triedWords(
  offer: OfferedEvent,
  typed: Readonly<Record<string, string>>,
  t: Messages,
  locale: Locale,
): string {
  const words = t.whatIf;
  const filled = offer.fields.flatMap((field) => {
    const name = `f.${field.name}`;
    const sent = typed[name] ?? "";
    const value = field.orDay && sent === "day" ? (typed[`${name}.day`] ?? "") : sent;
    const isNamed = field.input !== "id" || field.known.some(({ id, day }) => day && id === value);
    // An id that has no words says nothing to a person.
    if (value === "" || !isNamed) return [];
    return [words.form.filled(fieldWords(field, words), valueWords(field, value, t, locale))];
  });
  const day = formatDay(typed["day"] ?? "");
  return [words.form.tried(day, eventWords(offer, t, locale)), ...filled].join(words.form.and);
}
