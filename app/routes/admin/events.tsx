import { data, redirect, useActionData, useLoaderData } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { readEventsPage, type EventLine } from "#app/usecases/admin/read-events.ts";
import { retryEvent } from "#app/usecases/admin/retry-event.ts";
import { asResponse, Problem } from "#app/usecases/problem.ts";
import type { Route } from "./+types/events.ts";
import { useCause } from "./cause.ts";
import { ConfirmedAction } from "./confirmed-action.tsx";
import { OpenTabs, pathOf } from "./open-tabs.tsx";
import { pageNumber } from "./page-number.ts";

const here = pathOf("events");

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const page = pageNumber(searchParams);
  const events = await answer(() => readEventsPage(principalOf(context), { page }));
  return { ...events, retried: searchParams.has("retried") };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const key = { provider: text("provider"), eventId: text("eventId") };
  try {
    await retryEvent(principalOf(context), key);
  } catch (error) {
    if (error instanceof Problem && error.code === "conflict") {
      return data({ changed: true }, 409);
    }
    throw asResponse(error);
  }
  return redirect(`${here}?retried`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Events() {
  const { counts, events, page, pages, retried } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useMessages().admin;
  return (
    <>
      <PageHeader title={t.effects.title} lead={t.effects.lead} />
      <div className="flex flex-col gap-6">
        {result?.changed ? (
          <Notice kind="warning" live title={t.effects.changed}>
            {t.effects.changedText}
          </Notice>
        ) : null}
        {retried && !result ? (
          <Notice kind="success" live title={t.events.retried}>
            {t.events.retriedText}
          </Notice>
        ) : null}
        <OpenTabs current="events" counts={counts} />
        <p className="measure">{t.effects.notes.events}</p>
        <DataTable
          caption={t.effects.states.events}
          captionHidden
          empty={t.events.empty}
          rows={events}
          rowKey={({ provider, eventId }) => `${provider}/${eventId}`}
          columns={useColumns()}
        />
        <Pagination page={page} pages={pages} />
      </div>
    </>
  );
}

function useColumns(): Column<EventLine>[] {
  const { effects, events: t, actors } = useMessages().admin;
  const cause = useCause();
  const instant = (at: string) => <span className="figures">{formatInstant(at)}</span>;
  const code = (text: string) => (
    <code className="text-dns-14N-130 text-support block break-all">{text}</code>
  );
  return [
    {
      key: "type",
      header: t.type,
      rowHeader: true,
      cell: ({ type, objectId }) => (
        <>
          <code>{type}</code>
          {objectId ? code(objectId) : null}
        </>
      ),
    },
    { key: "provider", header: t.provider, cell: ({ provider }) => actors[provider] ?? provider },
    { key: "receivedAt", header: t.receivedAt, cell: ({ receivedAt }) => instant(receivedAt) },
    {
      key: "processedAt",
      header: t.processedAt,
      cell: ({ processedAt }) => (processedAt ? instant(processedAt) : effects.never),
    },
    {
      key: "problem",
      header: effects.problem,
      cell: ({ problem }) => <p className="text-left wrap-anywhere">{cause(problem)}</p>,
    },
    {
      key: "retry",
      header: effects.action,
      cell: ({ provider, eventId, type, receivedAt }) => (
        <ConfirmedAction
          label={t.retry}
          of={effects.of(type, formatInstant(receivedAt))}
          text={t.retryText}
          action={here}
          fields={{ provider, eventId }}
        />
      ),
    },
  ];
}
