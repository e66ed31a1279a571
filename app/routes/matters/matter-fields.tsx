import { useMessages } from "#app/i18n/use-messages.ts";
import { PostalCodeField } from "#app/routes/portal/order/postal-code-field.tsx";
import { PrefectureField } from "#app/routes/portal/order/text-field.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { fieldIds } from "#app/ui/field-wiring.ts";
import { Field, FieldErrors } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { matterAbouts, matterGrounds, type MatterField } from "#app/usecases/matters/acts.ts";
import type { MatterChoices } from "#app/usecases/matters/place-of-matter.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import { matterFieldLabel } from "./matter-words.ts";

/** A field of an act: what was typed, and what is wrong with it in words. */
interface Shown {
  kind: MatterKind;
  name: MatterField;
  typed: string | undefined;
  errors: string[];
  required: boolean;
  choices: MatterChoices;
  /** What came of filling in the address by its postal code. */
  filled: "filled" | "unknown" | null;
}

const days: readonly MatterField[] = ["happenedOn", "handledOn", "dueOn"];
const ticks: readonly MatterField[] = ["grantsAuthority", "isPersonalData", "isBound"];
const sizes: Partial<Record<MatterField, number>> = {
  ...{ postalCode: 12, phone: 20, contractNumber: 20, serialNumber: 20 },
};
const fileTypes = "application/pdf,image/png,image/jpeg,text/plain,.txt,.log";

/** The control for one field of an act. */
export function MatterFieldControl(shown: Shown) {
  const { kind, name, typed, errors, required, choices, filled } = shown;
  const messages = useMessages();
  const t = messages.matters;
  const label = matterFieldLabel(messages, kind, name);
  const field = { id: name, name, errors };
  if (name === "prefecture") {
    return <PrefectureField field={{ ...field, initialValue: typed }} autoComplete="off" />;
  }
  if (name === "postalCode") {
    const postal = { ...field, initialValue: typed };
    return <PostalCodeField field={postal} autoComplete="off" filled={filled} />;
  }
  if (name === "about" || name === "ground") {
    const words = name === "about" ? t.abouts[kind] : t.grounds;
    const values = name === "about" ? matterAbouts[kind] : matterGrounds;
    const options = values.map((value) => ({ value, label: words?.[value] ?? value }));
    return <RadioGroup {...{ field, options }} legend={label} required defaultValue={typed} />;
  }
  if (ticks.includes(name)) return <Tick {...shown} label={label} />;
  const support = t.supports[name];
  return (
    <Field field={field} label={label} required={required} {...(support ? { support } : {})}>
      <Control {...{ name, typed, choices }} />
    </Field>
  );
}

function Control({ name, typed, choices }: Pick<Shown, "name" | "typed" | "choices">) {
  const t = useMessages().matters;
  if (name === "files") return <TextInput type="file" name={name} multiple accept={fileTypes} />;
  if (name === "note") return <Textarea name={name} rows={5} defaultValue={typed} />;
  if (name === "contractId" || name === "loanId") {
    return (
      <Select name={name} defaultValue={typed ?? ""}>
        <option value="">{t.choose}</option>
        {(name === "contractId" ? choices.contracts : choices.loans).map(({ id, name: shown }) => (
          <option key={id} value={id}>
            {shown}
          </option>
        ))}
      </Select>
    );
  }
  const isDay = days.includes(name);
  const isMail = name === "email" || name === "contactEmail";
  const type = isDay ? "date" : name === "phone" ? "tel" : isMail ? "email" : "text";
  return <TextInput name={name} type={type} size={isDay ? 12 : sizes[name]} defaultValue={typed} />;
}

function Tick({ name, label, typed, errors, required }: Shown & { label: string }) {
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
            {required ? <span className="text-error-2 ml-2">{form.required}</span> : null}
          </span>
        }
      />
      {isWrong ? <FieldErrors id={errorId} errors={errors} /> : null}
    </div>
  );
}
