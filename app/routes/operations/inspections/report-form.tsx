import { useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { Confirmation } from "../confirmation.tsx";

/** The report of completed work: what follows from it, its day and its words, then one button. */
export function ReportForm({
  clickId,
  errors,
  typed,
}: {
  clickId: string;
  errors: readonly { id: string; message: string }[];
  typed: { completedOn: string; text: string } | undefined;
}) {
  const t = useMessages().inspections;
  const field = (id: string) => ({
    id,
    errors: errors.filter((error) => error.id === id).map(({ message }) => message),
  });
  return (
    <Confirmation
      title={t.reportTitle}
      happens={t.happens.report}
      intent="report"
      submit={t.report}
      clickId={clickId}
      back={{ to: "/operations/inspections", label: t.toList }}
    >
      <Field
        field={field("completedOn")}
        label={t.fields.completedOn}
        required
        support={t.support.completedOn}
      >
        <TextInput type="date" name="completedOn" defaultValue={typed?.completedOn} />
      </Field>
      <Field field={field("text")} label={t.fields.text} required support={t.support.text}>
        <Textarea name="text" rows={6} defaultValue={typed?.text} />
      </Field>
    </Confirmation>
  );
}
