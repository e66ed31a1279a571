import { data, Form, redirect } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readWithdrawal, withdrawOrder } from "#app/usecases/orders/withdraw-order.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/order-withdrawal.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  return answer(() => readWithdrawal(principalOf(context), params.contractId));
}

export async function action({ params, context }: Route.ActionArgs) {
  return answer(async () => {
    try {
      await withdrawOrder(principalOf(context), params.contractId);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") {
        return data({ conflict: true }, { status: 409 });
      }
      throw error;
    }
    return redirect("/portal?done=withdrawn", 303);
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function OrderWithdrawal({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, possible } = loaderData;
  const t = useMessages().portal.withdrawal;
  const { title } = useMessages().portal.home;
  const toContract = (
    <LinkButton to={`/portal/contracts/${params.contractId}`} look="secondary" size="large">
      {t.toContract}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t.title}
        lead={possible ? t.lead(number ?? "") : undefined}
        trail={[{ to: "/portal", label: title }]}
        failed={actionData !== undefined}
      />
      {possible ? (
        <div className="measure flex flex-col gap-6">
          <h2>{t.happensTitle}</h2>
          <ul className="flex list-disc flex-col gap-2 pl-6">
            {t.happens.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            {t.basis} <ClauseChip clause="A10.1" />
          </p>
          <Form method="post" className="flex flex-wrap gap-3">
            <Button look="danger" size="large">
              {t.submit}
            </Button>
            {toContract}
          </Form>
        </div>
      ) : (
        <div className="flex flex-col items-start gap-6">
          <Notice
            kind={actionData ? "error" : "info"}
            live={actionData !== undefined}
            title={t.impossible}
          >
            {actionData ? t.conflict : t.impossibleText}
          </Notice>
          {toContract}
        </div>
      )}
    </>
  );
}
