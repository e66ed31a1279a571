import { data, Form, Link, redirect, useActionData, useLoaderData } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { readEffectsPage, type EffectLine } from "#app/usecases/admin/read-effects.ts";
import { retryEffect } from "#app/usecases/admin/retry-effect.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/effects.ts";
import { pageNumber } from "./page-number.ts";

const here = "/admin/effects";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const wanted = { state: searchParams.get("state"), page: pageNumber(searchParams) };
  const effects = await answer(() => readEffectsPage(principalOf(context), wanted));
  return { ...effects, retried: searchParams.has("retried") };
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
  try {
    await retryEffect(principalOf(context), key);
  } catch (error) {
    if (error instanceof Problem && error.code === "conflict") {
      return data({ changed: true }, 409);
    }
    throw asResponse(error);
  }
  return redirect(`${here}?state=dead&retried`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Effects() {
  const { state, counts, effects, page, pages, retried } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useMessages().admin.effects;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex flex-col gap-6">
        {result?.changed ? <Notice kind="warning" live title={t.changed} /> : null}
        {retried && !result ? (
          <Notice kind="success" live title={t.retried}>
            {t.retriedText}
          </Notice>
        ) : null}
        <nav aria-label={t.tabs}>
          <ul className="border-line flex flex-wrap gap-x-6 border-b">
            {(["dead", "unknown", "pending"] as const).map((one) => (
              <li key={one}>
                <Link
                  to={`${here}?state=${one}`}
                  aria-current={one === state ? "page" : undefined}
                  className="aria-[current=page]:border-key-900 aria-[current=page]:font-700 inline-flex min-h-11 items-center border-b-4 border-transparent no-underline hover:underline"
                >
                  {t.tab(t.states[one], counts[one])}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="measure">{t.notes[state]}</p>
        <DataTable
          caption={t.states[state]}
          captionHidden
          empty={t.empty}
          rows={effects}
          rowKey={({ machineId, seq, n }) => `${machineId}/${seq}/${n}`}
          columns={useColumns(state === "dead")}
        />
        <Pagination page={page} pages={pages} />
      </div>
    </>
  );
}

function useColumns(canRetry: boolean): Column<EffectLine>[] {
  const t = useMessages().admin.effects;
  const instant = (at: string) => <span className="figures">{formatInstant(at)}</span>;
  const name = ({ kind }: EffectLine) => t.kinds[kind] ?? kind;
  const columns: Column<EffectLine>[] = [
    {
      key: "kind",
      header: t.kind,
      rowHeader: true,
      cell: (line) => (
        <>
          {name(line)}
          {line.template ? (
            <code className="text-dns-14N-130 text-support block">{line.template}</code>
          ) : null}
        </>
      ),
    },
    { key: "at", header: t.at, cell: ({ at }) => instant(at) },
    { key: "attempts", header: t.attempts, figures: true, cell: ({ attempts }) => attempts },
    {
      key: "attemptedAt",
      header: t.attemptedAt,
      cell: ({ attemptedAt }) => (attemptedAt ? instant(attemptedAt) : t.never),
    },
    { key: "problem", header: t.problem, cell: ({ problem }) => problem ?? t.none },
  ];
  if (!canRetry) return columns;
  const retry = (line: EffectLine) => (
    <Retry line={line} label={t.retryOf(name(line), formatInstant(line.at))} />
  );
  return [...columns, { key: "retry", header: t.action, cell: retry }];
}

function Retry({ line, label }: { line: EffectLine; label: string }) {
  const t = useMessages().admin.effects;
  const { customerId, machineId, seq, n } = line;
  return (
    <Form method="post" action={`${here}?state=dead`}>
      {Object.entries({ customerId, machineId, seq, n }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button size="small" look="secondary">
        {t.retry}
        <span className="sr-only">{` ${label}`}</span>
      </Button>
    </Form>
  );
}
