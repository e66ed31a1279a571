import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { ChargeKind } from "#machines/terms/a27-charges.ts";
import { AdjustmentForm, AmountField, ReasonField, type FormState } from "./form-parts.tsx";

/** Charges the contract for costs or damage (A7.6, A8.1, A14.7, A27), once it is approved. */
export function ChargeForm({
  id,
  today,
  kinds,
  state,
}: {
  id: string;
  today: string;
  kinds: readonly ChargeKind[];
  state: FormState;
}) {
  const { adjustments: t, approvals } = useMessages();
  const own = state.refusal?.intent === "charge" ? state.refusal : undefined;
  const errorsOf = (error: "itemMissing" | "dayWrong") =>
    own?.error === error ? [t.problems[error]] : [];
  return (
    <AdjustmentForm title={t.charge.title} lead={t.charge.lead} id={id}>
      <Field field={{ id: "charge", errors: [] }} label={t.charge.kind} required>
        <Select name="charge" defaultValue={own?.typed["charge"] ?? kinds[0]}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {approvals.charges[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <AmountField name="net" label={t.charge.net} state={state} isFirst required />
      <Field field={{ id: "on", errors: errorsOf("dayWrong") }} label={t.charge.on} required>
        <TextInput name="on" type="date" size={12} defaultValue={own?.typed["on"] ?? today} />
      </Field>
      <Field field={{ id: "item", errors: errorsOf("itemMissing") }} label={t.charge.item} required>
        <TextInput name="item" defaultValue={own?.typed["item"] ?? ""} />
      </Field>
      <ReasonField id="charge" state={state} />
      <div>
        <Button name="intent" value="charge" look="secondary">
          {t.charge.submit}
        </Button>
      </div>
    </AdjustmentForm>
  );
}
