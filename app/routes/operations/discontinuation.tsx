import { data, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { withdrawDiscontinuation } from "#app/usecases/discontinuations/announce-discontinuation.ts";
import type { DiscontinuationView } from "#app/usecases/discontinuations/discontinuation-view.ts";
import { readDiscontinuation } from "#app/usecases/discontinuations/read-discontinuation.ts";
import { typedFields } from "#app/usecases/notices/typed-fields.ts";
import type { Route } from "./+types/discontinuation.ts";
import { AffectedSection } from "./notices/affected-section.tsx";
import { LineField } from "./notices/line-field.tsx";
import { ReachedTable } from "./notices/reached-table.tsx";
import { ReviewForm } from "./notices/review-form.tsx";
import { faultWords } from "./restrictions/fault-words.ts";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const principal = principalOf(context);
  return {
    ...(await answer(() => readDiscontinuation(principal, params.discontinuationId))),
    step: search.get("step"),
    done: search.get("done"),
    clickId: newIdentifier(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const { discontinuationId } = params;
  const target = { discontinuationId, clickId: String(form.get("clickId") ?? "") };
  const result = await answer(() => withdrawDiscontinuation(principalOf(context), target, typed));
  if (result.outcome === "faults") {
    return data({ typed, faults: { ...result.faults } as Record<string, string> }, { status: 422 });
  }
  return redirect(`/operations/discontinuations/${discontinuationId}?done=withdrawn`, 303);
}

export default function DiscontinuationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { discontinuation, affected, reached, step, done, clickId } = loaderData;
  const t = useMessages().restrictions;
  const words = t.discontinuation;
  const errors = actionData ? faultWords(t, actionData.faults) : [];
  const isOpen = discontinuation.status === "announced";
  const page = `/operations/discontinuations/${discontinuation.discontinuationId}`;
  const counts = [formatCount(affected.customers), formatCount(affected.contracts.length)] as const;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.page(formatDay(discontinuation.firstDayWithout))}
        trail={[{ to: "/operations/discontinuations", label: words.title }]}
        status={<MachineStatus machine="discontinuation" state={discontinuation.status} />}
        actions={
          isOpen && step === null ? (
            <LinkButton to="?step=withdraw" look="secondary">
              {words.withdraw}
            </LinkButton>
          ) : null
        }
        failed={errors.length > 0}
      />
      {done && words.done[done] ? (
        <Notice kind="success" live title={words.done[done]} className="mb-8" />
      ) : null}
      {isOpen && step === "withdraw" ? (
        <ReviewForm
          title={words.reviewWithdrawal}
          happens={[
            { text: words.happens.withdrawn, clause: "A20.1" },
            { text: words.happens.mailed(...counts), clause: "A20.2" },
          ]}
          intent="withdraw"
          submit={words.sendWithdrawal}
          danger
          clickId={clickId}
          back={{ to: page, label: words.backToPage }}
          fields={(["reasonJa", "reasonEn"] as const).map((name) => (
            <LineField
              key={name}
              name={name}
              label={t.fields[name]}
              typed={actionData?.typed ?? {}}
              error={errors.find(({ id }) => id === name)?.message}
            />
          ))}
        >
          <AffectedSection affected={affected} />
        </ReviewForm>
      ) : (
        <div className="flex flex-col gap-10">
          <Facts discontinuation={discontinuation} />
          {isOpen ? <AffectedSection affected={affected} /> : null}
          <ReachedTable reached={reached} />
        </div>
      )}
    </>
  );
}

function Facts({ discontinuation }: { discontinuation: DiscontinuationView }) {
  const t = useMessages().restrictions;
  const words = t.discontinuation;
  const locale = useLocale();
  const { menus, firstDayWithout, lastDay, announcedDay, text } = discontinuation;
  const { lateReason, withdrawnDay, withdrawalReason } = discontinuation;
  const names = menus.map((menu) => (locale === "ja" ? menu.nameJa : menu.nameEn));
  const said = (what: string) => <span className="whitespace-pre-line">{what}</span>;
  return (
    <DescriptionList
      items={[
        { term: t.fields.menus, description: names.join(t.separator) },
        { term: t.fields.firstDayWithout, description: formatDay(firstDayWithout) },
        { term: words.lastDay, description: formatDay(lastDay) },
        { term: words.announcedDay, description: formatDay(announcedDay) },
        ...(lateReason ? [{ term: words.late, description: lateReason[locale] }] : []),
        { term: t.fields.textJa, description: said(text.ja) },
        { term: t.fields.textEn, description: said(text.en) },
        ...(withdrawnDay && withdrawalReason
          ? [
              { term: words.withdrawnDay, description: formatDay(withdrawnDay) },
              { term: words.withdrawalReason, description: withdrawalReason[locale] },
            ]
          : []),
      ]}
    />
  );
}
