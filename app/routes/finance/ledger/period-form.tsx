import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/** Asks for days and shows the page again; days are ISO. */
export function PeriodForm({
  days,
}: {
  days: readonly { name: string; label: string; value: string }[];
}) {
  const t = useMessages().ledger;
  return (
    <search>
      <Form className="flex flex-wrap items-end gap-4">
        {days.map(({ name, label, value }) => (
          <Field key={name} field={{ id: name }} label={label}>
            <TextInput key={value} type="date" name={name} size={12} defaultValue={value} />
          </Field>
        ))}
        <Button look="secondary">{t.show}</Button>
      </Form>
    </search>
  );
}
