import { data, Form, redirect, useActionData } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { closeMonth } from "#app/usecases/finance/months/close-month.ts";
import { readMonth } from "#app/usecases/finance/months/read-month.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/month-closure.ts";
import { useMonthName } from "./months/month-name.ts";
import { TotalsTable } from "./months/totals-table.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await answer(() => readMonth(principalOf(context), params.month));
  return { ...view, clickId: newIdentifier() };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const { month } = params;
  const principal = principalOf(context);
  const clickId = String((await request.formData()).get("clickId") ?? "");
  return answer(async () => {
    try {
      const outcome = await closeMonth(principal, { month, clickId });
      if (outcome === "closed") return redirect(`/finance/months/${month}?done=closed`, 303);
      return data({ refused: "notYet" as const }, { status: 409 });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return data({ refused: "changed" as const }, { status: 409 });
    }
  });
}

export default function MonthClosure({ loaderData: view }: Route.ComponentProps) {
  const { month, checks, isClosed, totals, clickId } = view;
  const refused = useActionData<typeof action>()?.refused;
  const { months: t } = useMessages();
  const words = t.closure;
  const name = useMonthName()(month);
  const page = `/finance/months/${month}`;
  const isReady = !isClosed && checks.every(({ open }) => open === 0);
  return (
    <>
      <PageHeader
        title={words.title(name)}
        lead={isReady ? words.lead : undefined}
        trail={[
          { to: "/finance/months", label: t.title },
          { to: page, label: name },
        ]}
        failed={refused !== undefined}
      />
      <div className="flex flex-col gap-10">
        {refused === "changed" && isReady ? (
          <Notice kind="error" live title={words.changed}>
            <p>{words.changedText}</p>
          </Notice>
        ) : null}
        {isReady ? (
          <>
            <ul className="measure list-disc pl-6">
              {words.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <TotalsTable totals={totals} />
            <Form method="post" className="flex flex-wrap gap-4">
              <input type="hidden" name="clickId" value={clickId} />
              <Button>{words.submit}</Button>
              <LinkButton to={page} look="secondary">
                {words.back}
              </LinkButton>
            </Form>
          </>
        ) : (
          <>
            {isClosed ? (
              <Notice title={words.isClosed} />
            ) : (
              <Notice kind="error" live={refused !== undefined} title={words.notYet}>
                <p>{words.notYetText}</p>
              </Notice>
            )}
            <div>
              <LinkButton to={page} look="secondary">
                {words.back}
              </LinkButton>
            </div>
          </>
        )}
      </div>
    </>
  );
}
