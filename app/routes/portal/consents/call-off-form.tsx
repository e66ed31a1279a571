import { useMessages } from "#app/i18n/use-messages.ts";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { Confirmation } from "../../operations/confirmation.tsx";

/** The step before an assignment is called off: what follows, the reason in writing, then one button. */
export function CallOffForm({
  isAssignee,
  clickId,
  back,
  error,
  typed,
}: {
  isAssignee: boolean;
  clickId: string;
  /** Address of the request's page. */
  back: string;
  error: string | undefined;
  typed: string | undefined;
}) {
  const t = useMessages().consents;
  const { contract, told, again, freed } = t.callOff.happens;
  return (
    <Confirmation
      title={t.callOff.title}
      happens={isAssignee ? [freed, told] : [contract, told, again]}
      intent="callOff"
      submit={t.callOff.submit}
      danger
      clickId={clickId}
      back={{ to: back, label: t.back }}
    >
      <Field
        field={{ id: "callOff", errors: error ? [error] : [] }}
        label={t.fields.callOff}
        required
        support={t.support.callOff}
      >
        <Textarea name="callOff" rows={6} defaultValue={typed} />
      </Field>
    </Confirmation>
  );
}
