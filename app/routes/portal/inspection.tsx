import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { acceptWork, objectToWork } from "#app/usecases/inspections/answer-inspection.ts";
import { readWorkForMember } from "#app/usecases/inspections/read-inspections.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/inspection.ts";
import { AcceptForm, ObjectForm } from "./inspections/answer-forms.tsx";
import { WorkFacts } from "./inspections/work-facts.tsx";

const steps = ["accept", "object"] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const search = new URL(request.url).searchParams;
  const step = search.get("step");
  return {
    page: await answer(() => readWorkForMember(principal, params.optionId)),
    step: steps.find((one) => one === step) ?? null,
    done: search.get("done"),
    clickId: newIdentifier(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const principal = principalOf(context);
  const target = { optionId: params.optionId, clickId: text("clickId") };
  const [intent, reasons] = [text("intent"), text("reasons")];
  const here = `/portal/inspections/${params.optionId}`;
  return answer(async () => {
    try {
      if (!steps.some((one) => one === intent)) throw new Problem("invalid", `no act: ${intent}`);
      const result =
        intent === "accept"
          ? await acceptWork(principal, target, text("agreed") === "yes")
          : await objectToWork(principal, target, reasons);
      if (result.outcome !== "invalid") return redirect(`${here}?done=${result.outcome}`, 303);
      return data({ problem: result.problem as string, reasons }, { status: 422 });
    } catch (error) {
      if (!(error instanceof Problem && error.code === "conflict")) throw error;
      return data({ problem: "conflict", reasons }, { status: 409 });
    }
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

/** Completed work: what was reported, by when it is to be inspected, and the customer's answer (A11). */
export default function Inspection({ loaderData, actionData }: Route.ComponentProps) {
  const { page, step, done, clickId } = loaderData;
  const t = useMessages().inspections;
  const locale = useLocale();
  const { work, inspects, signer, today } = page;
  const here = `/portal/inspections/${work.optionId}`;
  const isOpen = work.status === "inspecting";
  const shown = isOpen && inspects ? step : null;
  const problem = actionData ? t.problems[actionData.problem] : undefined;
  const field = { accept: "agreed", object: "reasons" };
  const said = done && !problem ? t.done[done] : undefined;
  const isRedone = work.status === "working" && page.notes[0]?.kind === "objection";
  return (
    <>
      <ErrorSummary
        errors={problem ? [{ id: shown ? field[shown] : undefined, message: problem }] : []}
      />
      <PageHeader
        title={locale === "ja" ? work.nameJa : work.nameEn}
        trail={[{ to: "/portal/inspections", label: t.title }]}
        status={<MachineStatus machine="option" state={work.status} />}
        failed={problem !== undefined}
      />
      <div className="flex flex-col gap-10">
        {said ? <Notice kind="success" live title={said} /> : null}
        {work.isOverdue && work.lastDay ? (
          <Notice kind="warning" title={t.overdueTitle(formatDay(work.lastDay))}>
            {t.overdueText}
          </Notice>
        ) : null}
        {isRedone ? <Notice title={t.redoOwn}>{t.redoOwnText}</Notice> : null}
        <WorkFacts
          page={page}
          contract={`/portal/contracts/${work.contractId}`}
          pdf={`${here}/acceptance.pdf`}
        />
        {shown === "accept" ? (
          <AcceptForm {...{ clickId, signer, today }} back={here} error={problem} />
        ) : null}
        {shown === "object" ? (
          <ObjectForm
            {...{ clickId, back: here, error: problem }}
            typed={actionData?.reasons ?? undefined}
          />
        ) : null}
        {isOpen && inspects && !shown ? (
          <div className="flex flex-wrap gap-3">
            <LinkButton to="?step=accept" size="large">
              {t.toAccept}
            </LinkButton>
            <LinkButton to="?step=object" look="secondary" size="large">
              {t.toObject}
            </LinkButton>
          </div>
        ) : null}
        {isOpen && !inspects ? <p>{t.readOnly}</p> : null}
      </div>
    </>
  );
}
