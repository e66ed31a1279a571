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
import {
  decideConsent,
  nameAssignee,
  takeBackRequest,
} from "#app/usecases/consents/decide-consent.ts";
import { readConsentForStaff } from "#app/usecases/consents/read-consents.ts";
import { Problem } from "#app/usecases/problem.ts";
import { ConsentFacts } from "../portal/consents/consent-facts.tsx";
import type { Route } from "./+types/consent.ts";
import { DecisionForm } from "./consents/decision-form.tsx";
import { NextSteps } from "./consents/next-steps.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { customerId, requestId } = params;
  const search = new URL(request.url).searchParams;
  const principal = principalOf(context);
  const page = await answer(() => readConsentForStaff(principal, customerId, requestId));
  const step = search.get("step");
  return {
    page,
    hasPaper: hasDecision(page.request),
    step: (["consent", "refuse"] as const).find((one) => one === step) ?? null,
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
    maintenance: text("maintenance"),
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
      if (intent !== "consent" && intent !== "refuse") {
        throw new Problem("invalid", `no such act: ${intent}`);
      }
      const result = await decideConsent(principal, target, intent, typed);
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

/** The words of a problem, by the field that it belongs to. */
const wordOf = (field: string, problem: string) =>
  ({
    effectiveDay: problem === "missing" ? "effectiveDayMissing" : "effectiveDayNotAhead",
    maintenance: "maintenance",
  })[field] ?? problem;

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
  return (
    <>
      <ErrorSummary
        errors={errors.map(({ id, message }) => (id === "form" ? { message } : { id, message }))}
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
          pdf={hasPaper ? `${here}/decision.pdf` : null}
          contract={`/operations/contracts/${request.customerId}/${request.contractId}`}
        />
        {isOpen && step ? (
          <DecisionForm
            {...{ request, step, clickId, errors }}
            typed={actionData?.typed}
            back={{ to: here, label: t.back }}
          />
        ) : null}
        {isOpen && !step ? (
          <NextSteps {...{ request, clickId, errors }} typed={actionData?.number} />
        ) : null}
      </div>
    </>
  );
}
