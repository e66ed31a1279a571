import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import type { SummaryError } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { OfferedEvent } from "#app/usecases/contracts/what-if/offered.ts";
import type { WhatIfPage } from "#app/usecases/contracts/what-if/what-if-page.ts";
import { eventWords, fieldWords } from "./event-words.ts";
import { EventFieldControl, fieldId, type Typed } from "./event-field.tsx";

/** What is wrong with the form, in words, each with the control to which it belongs. */
export function errorsOf(
  { wrong, chosen, today, lastDay }: Pick<WhatIfPage, "wrong" | "chosen" | "today" | "lastDay">,
  words: Messages["whatIf"],
): SummaryError[] {
  return wrong.map((name) => {
    if (name === "day") {
      return { id: "day", message: words.errors.day(formatDay(today), formatDay(lastDay)) };
    }
    const field = chosen?.fields.find((one) => one.name === name);
    const label = field ? fieldWords(field, words) : name;
    return { id: fieldId(name), message: words.errors.field(label) };
  });
}

/** The form of one command, made from its schema, with the day on which it is given. */
export function EventForm({
  page,
  chosen,
  typed,
  errors,
}: {
  page: Pick<WhatIfPage, "today" | "lastDay">;
  chosen: OfferedEvent;
  typed: Typed | null;
  errors: readonly SummaryError[];
}) {
  const t = useMessages();
  const locale = useLocale();
  const words = t.whatIf.form;
  const errorsFor = (id: string) => {
    const messages = errors.filter((error) => error.id === id).map(({ message }) => message);
    return messages.length > 0 ? messages : undefined;
  };
  const { today, lastDay } = page;
  return (
    <Form method="get" noValidate className="flex flex-col items-start gap-6">
      <h2>{words.title(eventWords(chosen, t, locale))}</h2>
      <input type="hidden" name="event" value={chosen.id} />
      {chosen.fields.map((field) => (
        <EventFieldControl
          key={field.name}
          field={field}
          typed={typed}
          errors={errorsFor(fieldId(field.name))}
        />
      ))}
      <Field
        field={{ id: "day", errors: errorsFor("day") }}
        label={words.day}
        required
        support={words.daySupport(formatDay(today), formatDay(lastDay))}
      >
        <TextInput type="date" name="day" size={12} defaultValue={typed?.["day"] ?? today} />
      </Field>
      <Checkbox
        id="pays"
        name="pays"
        value="yes"
        defaultChecked={typed === null || "pays" in typed}
        label={words.pays}
        support={words.paysSupport}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{words.submit}</Button>
        <LinkButton to="?" look="secondary">
          {words.another}
        </LinkButton>
      </div>
    </Form>
  );
}
