import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readWorkForStaff } from "#app/usecases/inspections/read-inspections.ts";
import { reportCompletion } from "#app/usecases/inspections/report-completion.ts";
import { Problem } from "#app/usecases/problem.ts";
import { WorkFacts } from "../portal/inspections/work-facts.tsx";
import type { Route } from "./+types/inspection.ts";
import { ReportForm } from "./inspections/report-form.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, optionId } = params;
  const principal = principalOf(context);
  return {
    page: await answer(() => readWorkForStaff(principal, customerId, optionId)),
    done: new URL(request.url).searchParams.get("done"),
    clickId: newIdentifier(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const principal = principalOf(context);
  const target = { ...params, clickId: text("clickId") };
  const typed = { completedOn: text("completedOn"), text: text("text") };
  const failed = (problems: Record<string, string>, status: number) =>
    data({ problems, typed }, { status });
  return answer(async () => {
    try {
      const result = await reportCompletion(principal, target, typed);
      if (result.outcome === "invalid") return failed({ ...result.problems }, 422);
      const here = `/operations/inspections/${params.customerId}/${params.optionId}`;
      return redirect(`${here}?done=reported`, 303);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "conflict")) throw error;
      return failed({ form: "conflict" }, 409);
    }
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

/** Work for staff: its completion reported, the customer's objections and acceptance (A11). */
export default function OperationsInspection({ loaderData, actionData }: Route.ComponentProps) {
  const { page, done, clickId } = loaderData;
  const t = useMessages().inspections;
  const locale = useLocale();
  const { work } = page;
  const { customerId, contractId, optionId } = work;
  const errors = Object.entries(actionData?.problems ?? {}).map(([id, problem]) => ({
    id,
    message: t.problems[problem] ?? "",
  }));
  const isRedone = work.status === "working" && page.notes[0]?.kind === "objection";
  return (
    <>
      <ErrorSummary
        errors={errors.map(({ id, message }) => ({ id: id === "form" ? undefined : id, message }))}
      />
      <PageHeader
        title={locale === "ja" ? work.nameJa : work.nameEn}
        lead={work.customerName}
        trail={[{ to: "/operations/inspections", label: t.title }]}
        status={<MachineStatus machine="option" state={work.status} />}
        failed={errors.length > 0}
      />
      <div className="flex flex-col gap-10">
        {done && t.done[done] && errors.length === 0 ? (
          <Notice kind="success" live title={t.done[done]} />
        ) : null}
        {work.isOverdue && work.lastDay ? (
          <Notice kind="warning" title={t.overdueTitle(formatDay(work.lastDay))}>
            {t.overdueStaff}
          </Notice>
        ) : null}
        {isRedone ? (
          <Notice kind="warning" title={t.redo}>
            {t.redoText}
          </Notice>
        ) : null}
        <WorkFacts
          page={page}
          contract={`/operations/contracts/${customerId}/${contractId}`}
          pdf={`/operations/inspections/${customerId}/${optionId}/acceptance.pdf`}
        />
        {work.status === "working" ? (
          <ReportForm {...{ clickId, errors }} typed={actionData?.typed} />
        ) : null}
      </div>
    </>
  );
}
