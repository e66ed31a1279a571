import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { ConsentView } from "#app/usecases/consents/read-consents.ts";

/** What staff can do about an open request: name the assignee, go on to a decision, or take it back. */
export function NextSteps({
  request,
  clickId,
  errors,
  typed,
}: {
  request: ConsentView;
  clickId: string;
  errors: readonly { id: string; message: string }[];
  typed: string | undefined;
}) {
  const t = useMessages().consents;
  const { asker, kind, assignee } = request;
  if (asker === "operator") {
    return kind === "assignment" ? (
      <Form method="post">
        <input type="hidden" name="clickId" value={clickId} />
        <Button name="intent" value="takeBack" look="secondary">
          {t.takeBack}
        </Button>
      </Form>
    ) : null;
  }
  const isAssignment = kind === "assignment";
  const field = {
    id: "number",
    errors: errors.filter(({ id }) => id === "number").map(({ message }) => message),
  };
  return (
    <>
      {isAssignment && (assignee === null || assignee === "declined") ? (
        <Form method="post" noValidate className="measure flex flex-col items-start gap-4">
          <input type="hidden" name="clickId" value={clickId} />
          <Field field={field} label={t.fields.assignee} required support={t.support.assignee}>
            <TextInput name="number" inputMode="numeric" size={10} defaultValue={typed} />
          </Field>
          <Button name="intent" value="name" look="secondary">
            {t.name}
          </Button>
        </Form>
      ) : null}
      {isAssignment && assignee === "asked" ? <p className="measure">{t.waiting}</p> : null}
      <div className="flex flex-wrap gap-3">
        {!isAssignment || assignee === "agreed" ? (
          <LinkButton to="?step=consent">{t.toConsent}</LinkButton>
        ) : null}
        <LinkButton to="?step=refuse" look="secondary">
          {t.toRefuse}
        </LinkButton>
      </div>
    </>
  );
}
