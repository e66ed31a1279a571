import { useActionData } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readMonth } from "#app/usecases/finance/months/read-month.ts";
import type { Route } from "./+types/month.ts";
import { Checklist } from "./months/checklist.tsx";
import { Closings } from "./months/closings.tsx";
import { Downloads } from "./months/downloads.tsx";
import { explainId } from "./months/explain-form.tsx";
import { Explanations } from "./months/explanations.tsx";
import { monthAction } from "./months/month-action.ts";
import { useMonthName } from "./months/month-name.ts";
import { TotalsTable } from "./months/totals-table.tsx";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const month = await answer(() => readMonth(principalOf(context), params.month));
  const done = new URL(request.url).searchParams.get("done");
  return { ...month, done, clickId: newIdentifier() };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  return monthAction(principalOf(context), params.month, await request.formData());
}

export default function Month({ loaderData: view }: Route.ComponentProps) {
  const { month, isClosed, mayClose, mayReopen, checks, clickId, done } = view;
  const refused = useActionData<typeof action>();
  const t = useMessages().months;
  const name = useMonthName()(month);
  const isReady = mayClose && checks.every(({ open }) => open === 0);
  const doneText = done && !refused ? t.done[done] : undefined;
  const isOfField = refused?.error === "reasonMissing" || refused?.error === "reasonTooLong";
  const message = refused && t.problems[refused.error];
  return (
    <>
      <ErrorSummary
        errors={isOfField && message ? [{ id: explainId(refused.point), message }] : []}
      />
      <PageHeader
        title={name}
        trail={[{ to: "/finance/months", label: t.title }]}
        status={<MachineStatus machine="monthClose" state={isClosed ? "closed" : "open"} />}
        failed={Boolean(refused)}
        actions={
          <>
            {isClosed ? (
              <LinkButton to={`/finance/months/${month}/statement`} look="secondary">
                {t.statement.link}
              </LinkButton>
            ) : null}
            {isReady ? (
              <LinkButton to={`/finance/months/${month}/closure`}>{t.close}</LinkButton>
            ) : null}
            {mayReopen ? (
              <LinkButton to={`/admin/months/${month}`} look="secondary">
                {t.reopen}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-12">
        {doneText ? <Notice kind="success" live title={doneText} /> : null}
        {message && !isOfField ? <Notice kind="error" live title={message} /> : null}
        <DescriptionList
          items={[
            {
              term: t.days,
              description: t.from(formatDay(view.firstDay), formatDay(view.lastDay)),
            },
            { term: t.closeBy, description: formatDay(view.closeBy) },
          ]}
        />
        {isClosed ? null : <Checklist mayExplain={mayClose} {...{ checks, clickId, refused }} />}
        <Explanations
          explanations={view.explanations}
          mayRetract={mayClose && !isClosed}
          clickId={clickId}
        />
        <TotalsTable totals={view.totals} />
        <Downloads month={month} isClosed={isClosed} />
        <section className="flex flex-col gap-4">
          <h2>{t.history}</h2>
          <Closings closings={view.closings} />
        </section>
      </div>
    </>
  );
}
