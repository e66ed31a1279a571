import { data, Form, redirect, useActionData } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { readMonth } from "#app/usecases/finance/months/read-month.ts";
import { reopenMonth } from "#app/usecases/finance/months/reopen-month.ts";
import { Problem } from "#app/usecases/problem.ts";
import { Closings } from "../finance/months/closings.tsx";
import { useMonthName } from "../finance/months/month-name.ts";
import type { Route } from "./+types/month.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { month, isClosed, closings } = await answer(() =>
    readMonth(principalOf(context), params.month),
  );
  return { month, isClosed, closings, clickId: newIdentifier() };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const { month } = params;
  const principal = principalOf(context);
  const form = await request.formData();
  const typed = String(form.get("reason") ?? "");
  const clickId = String(form.get("clickId") ?? "");
  return answer(async () => {
    try {
      const fault = await reopenMonth(principal, { month, clickId }, typed);
      if (fault) return data({ error: fault, typed }, { status: 422 });
      return redirect("/admin/months?done=reopened", 303);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return data({ error: "notClosed" as const, typed }, { status: 409 });
    }
  });
}

export default function MonthReopening({ loaderData }: Route.ComponentProps) {
  const { month, isClosed, closings, clickId } = loaderData;
  const failed = useActionData<typeof action>();
  const t = useMessages().months;
  const words = t.reopening;
  const name = useMonthName()(month);
  const error = failed && t.problems[failed.error];
  return (
    <>
      <ErrorSummary errors={error ? [{ id: "reason", message: error }] : []} />
      <PageHeader
        title={words.title(name)}
        lead={words.lead}
        trail={[{ to: "/admin/months", label: t.reopening.list }]}
        failed={Boolean(error)}
      />
      {isClosed ? (
        <Form method="post" noValidate className="measure flex flex-col gap-6">
          <input type="hidden" name="clickId" value={clickId} />
          <Field
            field={{ id: "reason", errors: error ? [error] : [] }}
            label={words.reasonLabel}
            required
            support={words.reasonSupport}
          >
            <Textarea name="reason" rows={4} defaultValue={failed?.typed ?? ""} />
          </Field>
          <div className="flex flex-wrap gap-4">
            <Button look="danger">{words.submit}</Button>
            <LinkButton to="/admin/months" look="secondary">
              {words.back}
            </LinkButton>
          </div>
        </Form>
      ) : (
        <Notice title={t.problems.notClosed} />
      )}
      <section className="mt-12 flex flex-col gap-4">
        <h2>{t.history}</h2>
        <Closings closings={closings} />
      </section>
    </>
  );
}
