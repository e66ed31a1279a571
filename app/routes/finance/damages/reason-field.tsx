import { useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { DamagesRefusal } from "./damages-action.ts";

/** The reason that a decision needs, with what was typed and what is wrong with it. */
export function ReasonField({
  id,
  label,
  refusal,
}: {
  id: DamagesRefusal["intent"];
  label: string;
  refusal: DamagesRefusal | undefined;
}) {
  const words = useMessages().damages;
  const own = refusal?.intent === id ? refusal : undefined;
  const errors = own && own.error !== "conflict" ? [words[own.error]] : [];
  return (
    <Field field={{ id, errors }} label={label} required>
      <Textarea name="reason" rows={3} defaultValue={own?.typed ?? ""} />
    </Field>
  );
}
