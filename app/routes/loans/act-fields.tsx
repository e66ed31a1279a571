import { useMessages } from "#app/i18n/use-messages.ts";
import { PostalCodeField } from "#app/routes/portal/order/postal-code-field.tsx";
import { PrefectureField } from "#app/routes/portal/order/text-field.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { fieldIds } from "#app/ui/field-wiring.ts";
import { Field, FieldErrors } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { ActField } from "#app/usecases/loans/acts.ts";
import { actFieldLabel } from "./act-words.ts";

/** A field of an act: what was typed, and what is wrong with it in words. */
interface Shown {
  name: ActField;
  typed: string | undefined;
  errors: string[];
  /** What came of filling in the address by its postal code. */
  filled?: "filled" | "unknown" | null;
}

const days: readonly ActField[] = ["happenedOn", "wishedDay"];
const ticks: readonly ActField[] = [
  ...(["isConnected", "isLabelled", "takesCare", "isWiped"] as const),
];
const sizes: Partial<Record<ActField, number>> = { postalCode: 12, phone: 20, carrier: 20 };

/** The control for one field of an act. */
export function ActFieldControl({ name, typed, errors, filled = null }: Shown) {
  const messages = useMessages();
  const t = messages.loans;
  const label = actFieldLabel(messages, name);
  const field = { id: name, name, errors };
  if (name === "prefecture") {
    return <PrefectureField field={{ ...field, initialValue: typed }} autoComplete="off" foreign />;
  }
  if (name === "postalCode") {
    const postal = { ...field, initialValue: typed };
    return <PostalCodeField field={postal} autoComplete="off" filled={filled} />;
  }
  if (name === "finding" || name === "isDamaged") {
    const answers = Object.entries(name === "finding" ? t.findings : t.conditions);
    const options = answers.map(([value, words]) => ({ value, label: words }));
    return (
      <RadioGroup field={field} legend={label} required options={options} defaultValue={typed} />
    );
  }
  if (ticks.includes(name)) return <Tick name={name} label={label} typed={typed} errors={errors} />;
  return (
    <Field field={field} label={label} required>
      {name === "note" ? (
        <Textarea name={name} rows={5} defaultValue={typed} />
      ) : (
        <TextInput
          name={name}
          type={days.includes(name) ? "date" : name === "phone" ? "tel" : "text"}
          size={days.includes(name) ? 12 : sizes[name]}
          defaultValue={typed}
        />
      )}
    </Field>
  );
}

function Tick({ name, label, typed, errors }: Shown & { label: string }) {
  const { form } = useMessages().frame;
  const errorId = fieldIds(name).error;
  const isWrong = errors.length > 0;
  return (
    <div className="border-line rounded-8 border px-4 py-3">
      <Checkbox
        id={name}
        name={name}
        value="on"
        defaultChecked={typed === "on"}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={isWrong ? errorId : undefined}
        label={
          <span>
            {label}
            <span className="text-error-2 ml-2">{form.required}</span>
          </span>
        }
      />
      {isWrong ? <FieldErrors id={errorId} errors={errors} /> : null}
    </div>
  );
}
