import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { hasDecision } from "#app/usecases/consents/consent-document.ts";
import { takeBackRequest } from "#app/usecases/consents/ask-customer.ts";
import { nameAssignee, verifyAssignee, writeToAssignee } from "#app/usecases/consents/assignee.ts";
import { callOffForOperator } from "#app/usecases/consents/call-off.ts";
import { decideConsent, decisions } from "#app/usecases/consents/decide-consent.ts";
import { readConsentForStaff } from "#app/usecases/consents/read-consents.ts";
import { Problem } from "#app/usecases/problem.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { CallOffForm } from "../portal/consents/call-off-form.tsx";
import { ConsentFacts } from "../portal/consents/consent-facts.tsx";
import type { Route } from "./+types/consent.ts";
import { AssigneeSection } from "./consents/assignee-section.tsx";
import { DecisionForm } from "./consents/decision-form.tsx";
import { NextSteps } from "./consents/next-steps.tsx";
import { Proposal } from "./consents/proposal.tsx";

/** The steps that have a page of their own. */
const steps = [...decisions, "callOff"] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, requestId } = params;
  const search = new URL(request.url).searchParams;
  const principal = principalOf(context);
  const page = await answer(() => readConsentForStaff(principal, customerId, requestId));
  const step = search.get("step");
  return {
    page,
    hasPaper: hasDecision(page.request),
    step: steps.find((one) => one === step) ?? null,
    done: search.get("done"),
    clickId: newIdentifier(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const principal = principalOf(context);
  const target = { ...params, clickId: text("clickId") };
  const page = `/operations/consents/${params.customerId}/${params.requestId}`;
  const intent = text("intent");
  const typed = {
    text: text("text"),
    effectiveDay: text("effectiveDay"),
    reason: text("reason"),
    callOff: text("callOff"),
  };
  const failed = (problems: Record<string, string>, status: number) =>
    data({ problems, typed, number: text("number") }, { status });
  return answer(async () => {
    try {
      if (intent === "name") {
        const result = await nameAssignee(principal, target, text("number"));
        if (result !== "named") return failed({ number: result }, 422);
        return redirect(`${page}?done=named`, 303);
      }
      if (intent === "takeBack") {
        await takeBackRequest(principal, target);
        return redirect(`${page}?done=withdrawn`, 303);
      }
      if (intent === "write") {
        await writeToAssignee(principal, target);
        return redirect(`${page}?done=written`, 303);
      }
      if (intent === "verify") {
        await verifyAssignee(principal, target);
        return redirect(`${page}?done=verified`, 303);
      }
      if (intent === "callOff") {
        const result = await callOffForOperator(principal, target, typed.callOff);
        if (result.outcome === "invalid") return failed({ callOff: result.problem }, 422);
        return redirect(`${page}?done=calledOff`, 303);
      }
      const decision = decisions.find((one) => one === intent);
      if (!decision) throw new Problem("invalid", `no such act: ${intent}`);
      const result = await decideConsent(principal, target, decision, typed);
      if (result.outcome === "invalid") return failed({ ...result.problems }, 422);
      return redirect(`${page}?done=decided`, 303);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "conflict")) throw error;
      return failed({ form: "conflict" }, 409);
    }
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

const dayWords: Record<string, string> = {
  ...{ missing: "effectiveDayMissing", notAhead: "effectiveDayNotAhead" },
  uncovered: "effectiveDayUncovered",
};

/** The words of a problem, by the field that it belongs to. */
const wordOf = (field: string, problem: string) =>
  ({ effectiveDay: dayWords[problem], maintenance: "maintenance", reason: "reason" })[field] ??
  problem;

/** What stands beside no field of its own is said above the page only. */
const linkOf = (id: string, reasons: readonly { reason: string }[]) =>
  ({ form: undefined, maintenance: undefined, reason: `reason-${reasons[0]?.reason}` })[id] ??
  (id === "form" || id === "maintenance" ? undefined : id);

export default function OperationsConsent({ loaderData, actionData }: Route.ComponentProps) {
  const { page, hasPaper, step, done, clickId } = loaderData;
  const t = useMessages().consents;
  const { request } = page;
  const here = `/operations/consents/${request.customerId}/${request.requestId}`;
  const errors = Object.entries(actionData?.problems ?? {}).map(([id, problem]) => ({
    id,
    message: t.problems[wordOf(id, problem)] ?? "",
  }));
  const isOpen = request.status === "requested";
  const { assignee } = page;
  const isUnnamed = request.assignee === null || request.assignee === "declined";
  const mayBeVerified =
    isOpen && request.assignee === "agreed" && request.maintenanceVerifiedOn === null;
  return (
    <>
      <ErrorSummary
        errors={errors.map(({ id, message }) => ({
          id: linkOf(id, assignee?.reasons ?? []),
          message,
        }))}
      />
      <PageHeader
        title={`${t.kinds[request.kind]} ${request.number ?? ""}`}
        lead={request.customerName}
        trail={[{ to: "/operations/consents", label: t.title }]}
        status={<MachineStatus machine="consentRequest" state={request.status} />}
        failed={errors.length > 0}
      />
      {done && t.done[done] && errors.length === 0 ? (
        <Notice kind="success" live title={t.done[done]} className="mb-8" />
      ) : null}
      <div className="flex flex-col gap-10">
        <ConsentFacts
          page={page}
          assigneeName={assignee?.name}
          pdf={hasPaper ? `${here}/decision.pdf` : null}
          contract={`/operations/contracts/${request.customerId}/${request.contractId}`}
        />
        {isOpen && step && step !== "callOff" ? (
          <DecisionForm
            {...{ page, step, clickId, errors }}
            typed={actionData?.typed}
            back={{ to: here, label: t.back }}
          />
        ) : null}
        {request.status === "assigning" && step === "callOff" ? (
          <CallOffForm
            isAssignee={false}
            clickId={clickId}
            back={here}
            error={errors.find(({ id }) => id === "callOff")?.message}
            typed={actionData?.typed.callOff}
          />
        ) : null}
        {isOpen &&
        !step &&
        request.kind === "assignment" &&
        request.asker === "customer" &&
        isUnnamed ? (
          <Proposal
            page={page}
            clickId={clickId}
            error={errors.find(({ id }) => id === "number")?.message}
            typed={actionData?.number}
          />
        ) : null}
        {assignee && !step ? (
          <AssigneeSection
            dossier={assignee}
            verifiedOn={request.maintenanceVerifiedOn}
            verify={mayBeVerified ? clickId : null}
          />
        ) : null}
        {isOpen && !step ? <NextSteps request={request} clickId={clickId} /> : null}
        {request.status === "assigning" && !step ? (
          <div>
            <LinkButton to="?step=callOff" look="secondary">
              {t.callOff.link}
            </LinkButton>
          </div>
        ) : null}
      </div>
    </>
  );
}
