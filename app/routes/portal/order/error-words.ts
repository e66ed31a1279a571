import { formatDay } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";

type Order = Messages["order"];

/** What a field is called where something is said of it. */
export function fieldLabel(t: Order, field: string): string {
  const labels: Record<string, string> = t.fields;
  const declarations: Record<string, { label: string } | undefined> = t.declarations;
  return labels[field] ?? declarations[field]?.label ?? field;
}

/** The sentence for one of the codes of `order-form/fields.ts`, with the field's name and its parameter. */
export function errorWords(t: Order, field: string, code: string): string {
  const [kind = "", parameter = ""] = code.split(" ");
  const words: Record<string, ((label: string, parameter: string) => string) | undefined> =
    t.errors;
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(parameter) ? formatDay(parameter) : parameter;
  return (words[kind] ?? t.errors.missing)(fieldLabel(t, field), shown);
}

/** A field's errors in words, beside its id and name: what Field and Fieldset take. */
export function inWords(
  t: Order,
  field: { id: string; name: string; errors?: string[] },
): { id: string; name: string; errors?: string[] } {
  const { id, name } = field;
  return { id, name, errors: field.errors?.map((code) => errorWords(t, name, code)) };
}
