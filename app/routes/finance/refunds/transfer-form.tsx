import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { NoteForm } from "./note-form.tsx";
import type { FormRefusal } from "./settle-frame.tsx";

/** Records the day of a transfer that finance has made, or that it could not be made. */
export function TransferForm({
  clickId,
  today,
  refusal,
}: {
  clickId: string;
  /** ISO day. */
  today: string;
  refusal: FormRefusal | null;
}) {
  const t = useMessages().refunds.refund;
  const own = refusal?.intent === "transfer" ? refusal : null;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section className="flex flex-col gap-4">
        <h2>{t.transfer.title}</h2>
        <p>{t.transfer.lead}</p>
        <Form method="post" noValidate className="flex flex-col gap-4">
          <input type="hidden" name="clickId" value={clickId} />
          <Field
            field={{ id: "transfer", errors: own ? [own.message] : [] }}
            label={t.transfer.day}
            required
          >
            <TextInput name="text" type="date" max={today} defaultValue={own?.typed ?? today} />
          </Field>
          <div>
            <Button name="intent" value="transfer">
              {t.transfer.button}
            </Button>
          </div>
        </Form>
      </section>
      <section className="flex flex-col gap-4">
        <h2>{t.transferFailed.title}</h2>
        <p>{t.transferFailed.lead}</p>
        <NoteForm
          {...{ intent: "transferFailed", clickId, refusal }}
          {...{ label: t.transferFailed.reason, button: t.transferFailed.button }}
        />
      </section>
    </div>
  );
}
