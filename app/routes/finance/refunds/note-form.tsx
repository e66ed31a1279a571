import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { FormRefusal } from "./settle-frame.tsx";

/** A form with one text that is recorded under an intent. */
export function NoteForm({
  intent,
  clickId,
  label,
  button,
  refusal,
}: {
  intent: string;
  clickId: string;
  label: string;
  button: string;
  refusal: FormRefusal | null;
}) {
  const own = refusal?.intent === intent ? refusal : null;
  return (
    <Form method="post" noValidate className="measure flex flex-col gap-4">
      <input type="hidden" name="clickId" value={clickId} />
      <Field field={{ id: intent, errors: own ? [own.message] : [] }} label={label} required>
        <Textarea name="text" rows={3} defaultValue={own?.typed ?? ""} />
      </Field>
      <div>
        <Button name="intent" value={intent}>
          {button}
        </Button>
      </div>
    </Form>
  );
}
