import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { answerConsent, readAnswerPage } from "#app/usecases/consents/answer-consent.ts";
import { withdrawConsent } from "#app/usecases/consents/ask-consent.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/consent.ts";
import { AnswerForm } from "./consents/answer-form.tsx";
import { ConsentFacts } from "./consents/consent-facts.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  return {
    ...(await answer(() => readAnswerPage(principal, params.requestId))),
    clickId: newIdentifier(),
    done: new URL(request.url).searchParams.get("done"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const principal = principalOf(context);
  const target = { requestId: params.requestId, clickId: text("clickId") };
  const page = `/portal/consents/${params.requestId}`;
  return answer(async () => {
    try {
      const intent = text("intent");
      if (intent === "withdraw") {
        await withdrawConsent(principal, target);
        return redirect(`${page}?done=withdrawn`, 303);
      }
      const given = (["agree", "decline"] as const).find((one) => one === intent);
      if (!given) throw new Problem("invalid", `no such answer: ${intent}`);
      const ticked = form.getAll("ticked").map(String);
      const typed = { answer: given, text: text("text"), ticked, termsVersion: text("version") };
      const result = await answerConsent(principal, target, typed);
      if (result === "answered") return redirect(`${page}?done=answered`, 303);
      return data({ problem: result as string, ticked, text: typed.text }, { status: 422 });
    } catch (error) {
      if (!(error instanceof Problem && error.code === "conflict")) throw error;
      return data({ problem: "conflict", ticked: [] as string[], text: "" }, { status: 409 });
    }
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Consent({ loaderData, actionData }: Route.ComponentProps) {
  const { page, hasPaper, signs, termsVersion, clickId, done } = loaderData;
  const t = useMessages().consents;
  const { request } = page;
  const isOpen = request.status === "requested" && signs;
  const here = `/portal/consents/${request.requestId}`;
  const problem = actionData ? (t.problems[actionData.problem] ?? "") : null;
  const isTaken = request.kind !== "takeOver" || request.status === "takenOver";
  return (
    <>
      <ErrorSummary errors={problem ? [{ message: problem }] : []} />
      <PageHeader
        title={t.kinds[request.kind] ?? t.title}
        trail={[{ to: "/portal/consents", label: t.title }]}
        status={<MachineStatus machine="consentRequest" state={request.status} />}
        failed={problem !== null}
      />
      {done && t.done[done] && !problem ? (
        <Notice kind="success" live title={t.done[done]} className="mb-8" />
      ) : null}
      <div className="flex flex-col gap-10">
        <ConsentFacts
          page={page}
          pdf={hasPaper ? `${here}/decision.pdf` : null}
          contract={isTaken ? `/portal/contracts/${request.contractId}` : null}
        />
        {isOpen && request.asker === "operator" ? (
          <AnswerForm
            isTakeOver={request.kind === "takeOver"}
            clickId={clickId}
            termsVersion={termsVersion}
            typed={actionData}
          />
        ) : null}
        {isOpen && request.asker === "customer" ? (
          <Form method="post">
            <input type="hidden" name="clickId" value={clickId} />
            <Button name="intent" value="withdraw" look="secondary">
              {t.withdraw}
            </Button>
          </Form>
        ) : null}
      </div>
    </>
  );
}
