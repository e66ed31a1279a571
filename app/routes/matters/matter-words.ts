import { useMessages } from "#app/i18n/use-messages.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useFileErrors } from "#app/routes/operations/breach/file-field.tsx";
import { errorWords, fieldLabel } from "#app/routes/portal/order/error-words.ts";
import type { SummaryError } from "#app/ui/error-summary.tsx";
import { matterAbouts, matterGrounds, type MatterField } from "#app/usecases/matters/acts.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import type { MatterAnswer } from "./matter-action.ts";

/** What a field is called for a kind of matter: by the words of matters, else by those of the order form. */
export function matterFieldLabel(
  { matters, order }: Messages,
  kind: MatterKind,
  field: string,
): string {
  return matters.ofKind[kind]?.[field] ?? matters.fields[field] ?? fieldLabel(order, field);
}

/** What is wrong with the form of an act, in words: for the summary, and by field. */
export function useMatterErrors(
  kind: MatterKind,
  fields: readonly MatterField[],
  answer: MatterAnswer | undefined,
): { summary: SummaryError[]; of: (field: MatterField) => string[] } {
  const messages = useMessages();
  const { errors, conflict } = messages.matters;
  const refused = useFileErrors(answer?.refused ?? []);
  const words = (field: MatterField): string[] => {
    const code = answer?.problems[field];
    const files = field === "files" ? refused : [];
    if (!code) return files;
    const label = matterFieldLabel(messages, kind, field);
    const own = errors[code === "missing" && field === "files" ? "filesMissing" : code];
    if (own) return [own(label), ...files];
    const order = { ...messages.order, fields: { ...messages.order.fields, [field]: label } };
    return [errorWords(order, field, code), ...files];
  };
  const byField = new Map(fields.map((field) => [field, words(field)]));
  return {
    summary: [
      ...(answer?.conflict ? [{ message: conflict }] : []),
      ...fields.flatMap((field) =>
        (byField.get(field) ?? []).map((message) => ({ id: firstControlOf(kind, field), message })),
      ),
    ],
    of: (field) => byField.get(field) ?? [],
  };
}

/** The id of the control to which an error leads: of choices it is the first one. */
function firstControlOf(kind: MatterKind, field: MatterField): string {
  const choices = field === "about" ? matterAbouts[kind] : field === "ground" ? matterGrounds : [];
  return choices[0] ? `${field}-${choices[0]}` : field;
}
