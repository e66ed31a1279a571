import type { Messages } from "#app/i18n/messages.ts";
import { errorWords, fieldLabel } from "#app/routes/portal/order/error-words.ts";

/** What a field of an act is called: by the words of loans, else by those of the order form. */
export function actFieldLabel({ loans, order }: Messages, field: string): string {
  return loans.fields[field] ?? fieldLabel(order, field);
}

/** The sentence for what is wrong with a field of an act. */
export function actError(messages: Messages, field: string, code: string): string {
  const label = actFieldLabel(messages, field);
  const own = messages.loans.errors[code];
  if (own) return own(label);
  const fields = { ...messages.order.fields, [field]: label };
  return errorWords({ ...messages.order, fields }, field, code);
}
