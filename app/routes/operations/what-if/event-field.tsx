import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { OfferedField } from "#app/usecases/contracts/what-if/offered.ts";
import { choiceWords, fieldWords } from "./event-words.ts";

/** What was typed, by the names of the controls. */
export type Typed = Readonly<Record<string, string>>;

/** The id of the control of a field. */
export const fieldId = (name: string) => `f-${name.replaceAll(".", "-")}`;

/** One member of an event as a control: a choice, a day, an id that the contract knows, a text. */
export function EventFieldControl({
  field,
  typed,
  errors,
}: {
  field: OfferedField;
  typed: Typed | null;
  errors: string[] | undefined;
}) {
  const words = useMessages().whatIf;
  const locale = useLocale();
  const name = `f.${field.name}`;
  const id = fieldId(field.name);
  const label = fieldWords(field, words);
  const value = typed?.[name] ?? field.preset;
  const required = !field.optional;
  if (field.input === "choice") {
    const choices = choiceWords(field, words, locale);
    const options = field.orDay ? [...choices, { value: "day", label: words.form.orDay }] : choices;
    return (
      <>
        <RadioGroup
          field={{ id, name, errors }}
          legend={label}
          required={required}
          defaultValue={value || options[0]?.value}
          options={options}
        />
        {field.orDay ? (
          <Field field={{ id: `${id}-on` }} label={words.form.theDay}>
            <TextInput
              type="date"
              name={`${name}.day`}
              size={12}
              defaultValue={typed?.[`${name}.day`]}
            />
          </Field>
        ) : null}
      </>
    );
  }
  if (field.known.length > 0) {
    return (
      <Field field={{ id, errors }} label={label} required={required}>
        <Select name={name} defaultValue={value}>
          {field.optional ? <option value="">–</option> : null}
          {field.known.map(({ id: known, day }) => (
            <option key={known} value={known}>
              {day ? words.form.knownDay(formatDay(day)) : known}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  const support = field.input === "id" && required ? words.form.newId : undefined;
  return (
    <Field field={{ id, errors }} label={label} required={required} support={support}>
      <TextInput
        name={name}
        type={field.input === "day" ? "date" : "text"}
        inputMode={field.input === "amount" ? "numeric" : undefined}
        size={field.input === "day" || field.input === "amount" ? 12 : 40}
        defaultValue={value}
      />
    </Field>
  );
}
