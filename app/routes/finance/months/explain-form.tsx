import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

/** What a form gave back that was refused. */
export interface Refused {
  error: "reasonMissing" | "reasonTooLong" | "gone" | "conflict";
  /** The check and the subject that it was about. */
  point: string;
  typed: string;
}

/** The id of the field in which a point is explained. */
export const explainId = (point: string) => `explain-${point.replaceAll("/", "-")}`;

/** Explains a point of a check, on demand; open where what was typed was refused. */
export function ExplainForm({
  check,
  subject,
  name,
  clickId,
  refused,
}: {
  check: string;
  subject: string;
  name: string;
  clickId: string;
  refused: Refused | undefined;
}) {
  const t = useMessages().months;
  const point = `${check}/${subject}`;
  const isIt = refused?.point === point;
  return (
    <Disclosure
      summary={
        <>
          {t.explain}
          <span className="sr-only"> {name}</span>
        </>
      }
      open={isIt}
    >
      <Form method="post" noValidate className="flex flex-col gap-4 text-left">
        <input type="hidden" name="check" value={check} />
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="clickId" value={clickId} />
        <Field
          field={{ id: explainId(point), errors: isIt ? [t.problems[refused.error]] : [] }}
          label={t.explainLabel}
          required
          support={t.explainSupport}
        >
          <Textarea name="text" rows={3} defaultValue={isIt ? refused.typed : ""} />
        </Field>
        <div>
          <Button name="intent" value="explain" look="secondary">
            {t.explainButton}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
