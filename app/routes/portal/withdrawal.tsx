import { data, Form, redirect, useActionData, useLoaderData } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import {
  readWithdrawalPage,
  stepWithdrawal,
  type NoticeOfCustomer,
} from "#app/usecases/contracts/withdrawal.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import { WhatIfSummary } from "../what-if/what-if-summary.tsx";
import type { Route } from "./+types/withdrawal.ts";
import { NoticeFacts } from "./notice-facts.tsx";
import { noticeTitle } from "./notice-words.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const page = await answer(() => readWithdrawalPage(principalOf(context), params.contractId));
  const done = new URL(request.url).searchParams.get("done");
  return { page, done, commandId: newIdentifier() };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const { contractId } = params;
  const typed = {
    step: text("step"),
    noticeId: text("noticeId"),
    optionId: text("optionId"),
    commandId: text("commandId"),
  };
  try {
    const step = await stepWithdrawal(principalOf(context), contractId, typed);
    return redirect(`/portal/contracts/${contractId}/withdrawal?done=${step}`, 303);
  } catch (error) {
    if (error instanceof Problem && error.code === "conflict") {
      return data({ changed: true }, 409);
    }
    throw asResponse(error);
  }
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Withdrawal() {
  const { page, done, commandId } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { contract } = useMessages();
  const t = contract.notices;
  const { contractId, number, notices } = page;
  const back = `/portal/contracts/${contractId}`;
  const told = done ? t.done[done] : undefined;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        trail={[{ to: back, label: contract.numbered(number) }]}
        failed={result?.changed}
      />
      <div className="flex max-w-4xl flex-col gap-10">
        {result?.changed ? <Notice kind="error" live title={t.conflict} /> : null}
        {told && !result ? <Notice kind="success" live title={told} /> : null}
        {notices.length === 0 ? <p>{t.none}</p> : null}
        {notices.map((notice) => (
          <NoticeSection key={notice.noticeId} notice={notice} commandId={commandId} />
        ))}
        <LinkButton to={back} look="secondary" className="self-start">
          {t.back}
        </LinkButton>
      </div>
    </>
  );
}

/** One notice: what it leads to, what its withdrawal changes, and the steps that can be taken. */
function NoticeSection({ notice, commandId }: { notice: NoticeOfCustomer; commandId: string }) {
  const t = useMessages().contract.notices;
  const locale = useLocale();
  const { noticeId, option, by, steps, summary, askedOn } = notice;
  const isOwn = steps.includes("requestWithdrawal");
  return (
    <section aria-labelledby={`notice-${noticeId}`} className="flex flex-col gap-4">
      <h2 id={`notice-${noticeId}`}>{noticeTitle(notice, t, locale)}</h2>
      <NoticeFacts notice={notice} />
      {by === "customer" && askedOn ? <p>{t.waiting}</p> : null}
      {steps.length > 0 ? (
        <>
          {isOwn ? null : <Notice kind="info" title={t.offered} />}
          <p className="measure">{option ? t.optionEffect : t.effect}</p>
          {summary ? <WhatIfSummary result={summary} /> : null}
          <Form method="post" className="flex flex-col items-start gap-4">
            <input type="hidden" name="noticeId" value={noticeId} />
            <input type="hidden" name="optionId" value={option?.optionId ?? ""} />
            <input type="hidden" name="commandId" value={commandId} />
            <p className="measure font-700">
              {isOwn ? (option ? t.ask.optionText : t.ask.text) : t.answer.acceptText}
            </p>
            <div className="flex flex-wrap gap-3">
              {isOwn ? (
                <Button name="step" value="requestWithdrawal">
                  {t.ask.submit}
                </Button>
              ) : (
                <>
                  <Button name="step" value="acceptWithdrawal">
                    {t.answer.accept}
                  </Button>
                  <Button name="step" value="declineWithdrawal" look="secondary">
                    {t.answer.decline}
                  </Button>
                </>
              )}
            </div>
          </Form>
        </>
      ) : null}
    </section>
  );
}
