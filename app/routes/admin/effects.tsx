import { data, redirect, useActionData, useLoaderData } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import {
  lookUpEffect,
  mostAtOnce,
  retryDeadEffects,
  retryEffect,
  settleEffect,
} from "#app/usecases/admin/decide-effect.ts";
import { readEffectsPage, type EffectLine } from "#app/usecases/admin/read-effects.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/effects.ts";
import { useCause } from "./cause.ts";
import { ConfirmedAction } from "./confirmed-action.tsx";
import { OpenTabs, pathOf, type OpenTab } from "./open-tabs.tsx";
import { pageNumber } from "./page-number.ts";

/** What each choice does, and the word with which the page says that it was done. */
const choices = {
  retry: { decide: retryEffect, outcome: "retried" },
  lookUp: { decide: lookUpEffect, outcome: "searched" },
  settle: { decide: settleEffect, outcome: "settled" },
} as const;

const outcomes = Object.values(choices).map(({ outcome }) => outcome);

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const wanted = { state: searchParams.get("state"), page: pageNumber(searchParams) };
  const effects = await answer(() => readEffectsPage(principalOf(context), wanted));
  const did = outcomes.find((outcome) => searchParams.has(outcome)) ?? null;
  return { ...effects, did, mostAtOnce };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const key = {
    customerId: text("customerId"),
    machineId: text("machineId"),
    seq: Number(text("seq") || Number.NaN),
    n: Number(text("n") || Number.NaN),
  };
  const intent = text("intent");
  if (intent === "retryAll") {
    await answer(() => retryDeadEffects(principalOf(context)));
    return redirect(`${pathOf("dead")}&retried`, 303);
  }
  const choice = intent === "settle" || intent === "lookUp" ? choices[intent] : choices.retry;
  try {
    await choice.decide(principalOf(context), key);
  } catch (error) {
    if (error instanceof Problem && error.code === "conflict") {
      return data({ changed: true }, 409);
    }
    throw asResponse(error);
  }
  const tab = text("state") === "unresolved" ? "unresolved" : "dead";
  return redirect(`${pathOf(tab)}&${choice.outcome}`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Effects() {
  const {
    state,
    counts,
    effects,
    page,
    pages,
    did,
    mostAtOnce: most,
  } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useMessages().admin.effects;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex flex-col gap-6">
        {result?.changed ? (
          <Notice kind="warning" live title={t.changed}>
            {t.changedText}
          </Notice>
        ) : null}
        {did && !result ? (
          <Notice kind="success" live title={t[did]}>
            {t[`${did}Text`]}
          </Notice>
        ) : null}
        <OpenTabs current={state} counts={counts} />
        <p className="measure">{t.notes[state]}</p>
        {state === "dead" && counts.dead > 1 ? (
          <ConfirmedAction
            label={t.retryAll}
            of=""
            text={t.retryAllText(Math.min(most, counts.dead))}
            action={pathOf("dead")}
            fields={{ intent: "retryAll" }}
          />
        ) : null}
        <DataTable
          caption={t.states[state]}
          captionHidden
          empty={t.empty}
          rows={effects}
          rowKey={({ machineId, seq, n }) => `${machineId}/${seq}/${n}`}
          columns={useColumns(state)}
        />
        <Pagination page={page} pages={pages} />
      </div>
    </>
  );
}

function useColumns(state: OpenTab): Column<EffectLine>[] {
  const t = useMessages().admin.effects;
  const instant = (at: string) => <span className="figures">{formatInstant(at)}</span>;
  const columns: Column<EffectLine>[] = [
    {
      key: "kind",
      header: t.kind,
      rowHeader: true,
      cell: ({ kind, template }) => (
        <>
          <span className="whitespace-nowrap">{t.kinds[kind] ?? kind}</span>
          {template ? (
            <code className="text-dns-14N-130 text-support block whitespace-nowrap">
              {template}
            </code>
          ) : null}
        </>
      ),
    },
    { key: "customer", header: t.customer, cell: ({ customerName }) => customerName ?? t.none },
    { key: "at", header: t.at, cell: ({ at }) => instant(at) },
    { key: "attempts", header: t.attempts, figures: true, cell: ({ attempts }) => attempts },
    {
      key: "attemptedAt",
      header: t.attemptedAt,
      cell: ({ attemptedAt }) => (attemptedAt ? instant(attemptedAt) : t.never),
    },
    { key: "problem", header: t.problem, cell: (line) => <Cause line={line} /> },
  ];
  if (state !== "dead" && state !== "unresolved") return columns;
  const choose = (line: EffectLine) => <Choices line={line} state={state} />;
  return [...columns, { key: "choices", header: t.action, cell: choose }];
}

function Cause({ line }: { line: EffectLine }) {
  const t = useMessages().admin.effects;
  const cause = useCause();
  const { problem, doubtSince, lookedUpAt } = line;
  return (
    <div className="flex flex-col gap-1 text-left wrap-anywhere">
      <p>{cause(problem)}</p>
      {doubtSince ? (
        <p className="text-support">{t.doubtSince(formatInstant(doubtSince))}</p>
      ) : null}
      {lookedUpAt ? (
        <p className="text-support">{t.lookedUpAt(formatInstant(lookedUpAt))}</p>
      ) : null}
    </div>
  );
}

/** What staff may decide about an effect that does not go on by itself. */
function Choices({ line, state }: { line: EffectLine; state: "dead" | "unresolved" }) {
  const t = useMessages().admin.effects;
  const { customerId, machineId, seq, n, kind, at, isSafe } = line;
  const isDoubted = state === "unresolved";
  const choice = (intent: keyof typeof choices, label: string, text: string, danger = false) => (
    <ConfirmedAction
      label={label}
      of={t.of(t.kinds[kind] ?? kind, formatInstant(at))}
      text={text}
      action={pathOf(state)}
      fields={{ customerId, machineId, seq, n, state, intent }}
      danger={danger}
    />
  );
  const retryText = isDoubted && !isSafe ? t.retryText.unsafe : t.retryText.safe;
  return (
    <div className="flex flex-col items-start gap-4">
      {isDoubted && !isSafe ? choice("lookUp", t.lookUp, t.lookUpText) : null}
      {isDoubted ? choice("settle", t.settle, t.settleText) : null}
      {choice("retry", t.retry, retryText, isDoubted && !isSafe)}
    </div>
  );
}
