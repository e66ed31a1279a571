import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { answerConsent, readAnswerPage } from "#app/usecases/consents/answer-consent.ts";
import { formatDay } from "#app/i18n/format.ts";
import { withdrawConsent } from "#app/usecases/consents/ask-consent.ts";
import { callOffOwn } from "#app/usecases/consents/call-off.ts";
import { typedPapers, type TypedPapers } from "#app/usecases/consents/take-over-papers.ts";
import { Problem } from "#app/usecases/problem.ts";
import { errorWords } from "./order/error-words.ts";
import type { Route } from "./+types/consent.ts";
import { AnswerForm } from "./consents/answer-form.tsx";
import { CallOffForm } from "./consents/call-off-form.tsx";
import { ConsentFacts } from "./consents/consent-facts.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const search = new URL(request.url).searchParams;
  return {
    ...(await answer(() => readAnswerPage(principal, params.requestId))),
    clickId: newIdentifier(),
    done: search.get("done"),
    callsOff: search.get("step") === "callOff",
  };
}

/** What is wrong with a form, and what was typed into it. */
interface Failure {
  problem: string | null;
  papers: readonly { field: string; code: string }[];
  typed: TypedPapers | null;
  ticked: string[];
  text: string;
  callOff: string;
}

const nothing: Failure = {
  ...{ problem: null, papers: [], typed: null, ticked: [], text: "", callOff: "" },
};

const failed = (failure: Partial<Failure>, status: number) =>
  data({ ...nothing, ...failure }, { status });

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
      if (intent === "callOff") {
        const callOff = text("callOff");
        const result = await callOffOwn(principal, target, callOff);
        if (result.outcome === "invalid") return failed({ problem: result.problem, callOff }, 422);
        return redirect(`${page}?done=calledOff`, 303);
      }
      const given = (["agree", "decline"] as const).find((one) => one === intent);
      if (!given) throw new Problem("invalid", `no such answer: ${intent}`);
      const ticked = form.getAll("ticked").map(String);
      const papers = typedPapers(form);
      const typed = { text: text("text"), ticked, termsVersion: text("version"), papers };
      const result = await answerConsent(principal, target, { answer: given, ...typed });
      if (result.outcome === "answered") return redirect(`${page}?done=answered`, 303);
      return failed({ ...result, typed: papers, ticked, text: typed.text }, 422);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "conflict")) throw error;
      return failed({ problem: "conflict" }, 409);
    }
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Consent({ loaderData, actionData }: Route.ComponentProps) {
  const { page, hasPaper, signs, termsVersion, company, clickId, done, callsOff } = loaderData;
  const messages = useMessages();
  const t = messages.consents;
  const { request } = page;
  const isOpen = request.status === "requested" && signs;
  const here = `/portal/consents/${request.requestId}`;
  const problem = actionData?.problem ? (t.problems[actionData.problem] ?? "") : null;
  const isTakeOver = request.kind === "takeOver";
  const mayCallOff =
    signs &&
    (isTakeOver
      ? request.status === "agreed" && request.steppedBackOn === null
      : request.status === "assigning");
  const isCallingOff = mayCallOff && callsOff;
  const errors = [
    ...(problem === null ? [] : [{ id: isCallingOff ? "callOff" : undefined, message: problem }]),
    ...(actionData?.papers ?? []).map(({ field, code }) => ({
      id: field,
      message: errorWords(messages.order, field, code),
    })),
  ];
  const isTaken = !isTakeOver || request.status === "takenOver";
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.kinds[request.kind] ?? t.title}
        trail={[{ to: "/portal/consents", label: t.title }]}
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
          contract={isTaken ? `/portal/contracts/${request.contractId}` : null}
        />
        {isOpen && request.asker === "operator" ? (
          <AnswerForm
            isTakeOver={isTakeOver}
            clickId={clickId}
            termsVersion={termsVersion}
            company={company}
            failure={actionData}
          />
        ) : null}
        {request.status === "agreed" && request.steppedBackOn ? (
          <Notice title={t.callOff.steppedBack(formatDay(request.steppedBackOn))}>
            {t.callOff.steppedBackText}
          </Notice>
        ) : null}
        {isCallingOff ? (
          <CallOffForm
            isAssignee={isTakeOver}
            clickId={clickId}
            back={here}
            error={problem ?? undefined}
            typed={actionData?.callOff}
          />
        ) : null}
        {mayCallOff && !isCallingOff ? (
          <div>
            <LinkButton to="?step=callOff" look="secondary">
              {t.callOff.link}
            </LinkButton>
          </div>
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
