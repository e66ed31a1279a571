import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { Field } from "#app/ui/field.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { TypedPapers } from "#app/usecases/consents/take-over-papers.ts";
import {
  declarationClauses,
  declarationsOf,
} from "#app/usecases/orders/order-form/declarations.ts";
import type { TypedStep } from "#app/usecases/orders/order-form/typed.ts";
import { PapersFields } from "./papers-fields.tsx";

/** What was wrong with an answer, and what was typed. */
interface AnswerFailure {
  papers: readonly { field: string; code: string }[];
  typed: TypedPapers | null;
  ticked: readonly string[];
  text: string;
}

/** The answer to the operator: consent or not; who takes over consents and declares as with an order. */
export function AnswerForm({
  isTakeOver,
  clickId,
  termsVersion,
  company,
  failure,
}: {
  isTakeOver: boolean;
  clickId: string;
  termsVersion: string;
  /** What the fields of the company begin with; null where it is registered. */
  company: TypedStep | null;
  failure: AnswerFailure | undefined;
}) {
  const messages = useMessages();
  const t = messages.consents;
  const isTicked = (kind: string) => failure?.ticked.includes(kind) ?? false;
  return (
    <section className="border-line flex flex-col gap-6 rounded-12 border bg-white p-4 sm:p-6">
      <h2>{t.answerTitle}</h2>
      <Form method="post" noValidate className="flex flex-col gap-6">
        <input type="hidden" name="clickId" value={clickId} />
        <input type="hidden" name="version" value={termsVersion} />
        {isTakeOver ? (
          <>
            <p className="measure">{t.takeOverText}</p>
            <PapersFields
              company={company && (failure?.typed?.company ?? company)}
              maintenance={failure?.typed?.maintenance ?? {}}
              problems={failure?.papers ?? []}
            />
            <h3>{t.declarationsTitle}</h3>
            <div className="border-line rounded-8 border px-4 py-3">
              <Checkbox
                name="ticked"
                value="terms"
                defaultChecked={isTicked("terms")}
                label={<span className="font-700">{t.termsLabel(termsVersion)}</span>}
                support={t.termsText}
              />
              <a
                href="/terms"
                target="_blank"
                rel="noreferrer"
                className="ml-9 inline-flex min-h-11 items-center"
              >
                {messages.frame.navigation.terms}
              </a>
            </div>
            {declarationsOf(true).map((kind) => (
              <div key={kind} className="border-line rounded-8 border px-4 py-3">
                <Checkbox
                  name="ticked"
                  value={kind}
                  defaultChecked={isTicked(kind)}
                  label={
                    <span className="font-700">{messages.order.declarations[kind].label}</span>
                  }
                  support={messages.order.declarations[kind].text}
                />
                <div className="pl-9">
                  <ClauseChips clauses={declarationClauses[kind]} />
                </div>
              </div>
            ))}
          </>
        ) : null}
        <Field field={{ id: "text" }} label={t.fields.comment}>
          <Textarea name="text" defaultValue={failure?.text} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="agree" size="large">
            {isTakeOver ? t.takeOver : t.agree}
          </Button>
          <Button name="intent" value="decline" size="large" look="secondary">
            {isTakeOver ? t.notTakeOver : t.decline}
          </Button>
        </div>
      </Form>
    </section>
  );
}
