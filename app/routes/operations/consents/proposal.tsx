import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { StaffConsentPage } from "#app/usecases/consents/read-consents.ts";

/** Whom the assignor proposes: asked to register while it is no customer, then named as assignee. */
export function Proposal({
  page: { proposed, registeredAs, request },
  clickId,
  error,
  typed,
}: {
  page: StaffConsentPage;
  clickId: string;
  error: string | undefined;
  typed: string | undefined;
}) {
  const t = useMessages().consents;
  const field = { id: "number", errors: error ? [error] : [] };
  const byNumber = (
    <Form method="post" noValidate className="measure flex flex-col items-start gap-4">
      <input type="hidden" name="clickId" value={clickId} />
      <Field field={field} label={t.fields.assignee} required support={t.support.assignee}>
        <TextInput name="number" inputMode="numeric" size={10} defaultValue={typed} />
      </Field>
      <Button name="intent" value="name" look="secondary">
        {t.name}
      </Button>
    </Form>
  );
  return (
    <section aria-labelledby="proposal-title" className="flex flex-col gap-4">
      <h2 id="proposal-title">{t.proposal.title}</h2>
      {proposed ? (
        <p className="measure break-words">
          {proposed.companyName} ({proposed.email})
        </p>
      ) : null}
      {proposed && registeredAs ? (
        <Form method="post" className="flex flex-col items-start gap-4">
          <input type="hidden" name="clickId" value={clickId} />
          <input type="hidden" name="number" value={registeredAs.number} />
          <p className="measure">
            ✓ {t.proposal.registered(registeredAs.number, registeredAs.name)}
          </p>
          <Button name="intent" value="name">
            {t.proposal.nameIt}
          </Button>
        </Form>
      ) : null}
      {proposed && !registeredAs ? (
        <Form method="post" className="flex flex-col items-start gap-4">
          <input type="hidden" name="clickId" value={clickId} />
          <p className="measure">▲ {t.proposal.none}</p>
          {request.assigneeWrittenOn ? (
            <p>{t.proposal.written(formatDay(request.assigneeWrittenOn))}</p>
          ) : null}
          <p className="measure">{t.proposal.writeText}</p>
          <Button name="intent" value="write">
            {t.proposal.write}
          </Button>
        </Form>
      ) : null}
      {proposed ? (
        <Disclosure summary={t.proposal.other} open={error !== undefined}>
          {byNumber}
        </Disclosure>
      ) : (
        byNumber
      )}
    </section>
  );
}
