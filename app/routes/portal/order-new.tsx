import { Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { openDraft } from "#app/usecases/orders/open-draft.ts";
import { formSteps } from "#app/usecases/orders/order-form/steps.ts";
import type { Route } from "./+types/order-new.ts";

/** The id is made here, so that the form sent twice makes one draft. */
export function loader() {
  return { contractId: newIdentifier() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const contractId = String((await request.formData()).get("contractId") ?? "");
  await answer(() => openDraft(principalOf(context), contractId));
  return redirect(`/portal/orders/${contractId}/${formSteps[0]}`, 303);
}

export default function OrderNew({ loaderData }: Route.ComponentProps) {
  const t = useMessages().order;
  return (
    <>
      <PageHeader
        title={t.begin.title}
        lead={t.begin.lead}
        trail={[{ to: "/portal", label: t.title }]}
      />
      <div className="flex flex-col gap-10">
        <section className="flex flex-col gap-3">
          <h2>{t.begin.needTitle}</h2>
          <ul className="measure flex list-disc flex-col gap-2 pl-6">
            {t.begin.need.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
        <section className="flex flex-col gap-3">
          <h2>{t.begin.flowTitle}</h2>
          <ol className="measure flex list-decimal flex-col gap-2 pl-6">
            {t.begin.flow.map(({ text, clause }) => (
              <li key={clause}>
                {text} <ClauseChip clause={clause} />
              </li>
            ))}
          </ol>
        </section>
        <Form method="post">
          <input type="hidden" name="contractId" value={loaderData.contractId} />
          <Button size="large">{t.begin.submit}</Button>
        </Form>
      </div>
    </>
  );
}
