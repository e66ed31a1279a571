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
