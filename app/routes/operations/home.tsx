import { data, Link, redirect } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { assignTask } from "#app/usecases/work/assign-task.ts";
import { readWork, type WorkItem } from "#app/usecases/work/read-work.ts";
import type { Route } from "./+types/home.ts";
import { OwnerCell } from "./work/owner-cell.tsx";
import { WorkFilter } from "./work/work-filter.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const principal = principalOf(context);
  const [kind, role, owner, page] = ["kind", "role", "owner", "page"].map((name) =>
    search.get(name),
  );
  const wanted = {
    ...{ kind: kind ?? null, role: role ?? null, owner: owner ?? null, page: page ?? null },
  };
  return {
    ...(await answer(() => readWork(principal, wanted))),
    userId: principal.userId,
    done: search.get("done"),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const target = { customerId: text("customerId"), kind: text("kind"), subject: text("subject") };
  const done = await answer(() =>
    assignTask(principalOf(context), target, text("to") || null, text("before") || null),
  );
  if (done === "gone" || done === "heldByOther") return data({ problem: done }, { status: 409 });
  const search = new URL(request.url).searchParams;
  search.delete("index");
  search.set("done", done);
  return redirect(`/operations?${search}`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function OperationsHome({ loaderData, actionData }: Route.ComponentProps) {
  const { items, counts, filter, colleagues, total, page, pages, userId, done } = loaderData;
  const t = useMessages().work;
  const isNarrowed = filter.kind !== null || filter.owner !== "all";
  const said = Object.entries(t.done).find(([outcome]) => outcome === done)?.[1];
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} failed={actionData !== undefined} />
      {actionData ? (
        <Notice kind="error" live title={t.problems[actionData.problem]} className="mb-6" />
      ) : null}
      {said && !actionData ? <Notice kind="success" live title={said} className="mb-6" /> : null}
      <WorkFilter filter={filter} counts={counts} />
      <p className="text-support figures mb-2">{t.found(formatCount(total))}</p>
      <DataTable
        caption={t.title}
        captionHidden
        empty={isNarrowed ? t.noneFiltered : t.none}
        rows={items}
        rowKey={({ customerId, kind, subject }) => `${customerId}/${kind}/${subject}`}
        columns={[
          {
            key: "task",
            header: t.columns.task,
            rowHeader: true,
            cell: (item) => <TaskName item={item} />,
          },
          {
            key: "customer",
            header: t.columns.customer,
            cell: ({ customerName }) => customerName ?? t.operator,
          },
          { key: "due", header: t.columns.due, cell: (item) => <DueDay item={item} /> },
          {
            key: "age",
            header: t.columns.age,
            cell: ({ ageDays }) => <span className="figures">{t.age(ageDays)}</span>,
          },
          {
            key: "owner",
            header: t.columns.owner,
            cell: (item) => <OwnerCell {...{ item, userId, colleagues }} />,
          },
        ]}
      />
      <Pagination page={page} pages={pages} />
    </>
  );
}

/** What is to be done; a link for those who may do it. */
function TaskName({ item: { kind, name, clause, page, isMine } }: { item: WorkItem }) {
  const label = useMessages().work.kinds[kind];
  return (
    <div className="flex flex-col items-start gap-1 max-sm:items-end">
      <span className="font-700">{label}</span>
      <span className="inline-flex flex-wrap items-center gap-2 font-400">
        {isMine ? (
          <Link to={page} className="figures inline-flex min-h-11 min-w-11 items-center">
            {name}
            <span className="sr-only"> {label}</span>
          </Link>
        ) : (
          <span className="figures">{name}</span>
        )}
        {clause ? <ClauseChip clause={clause} /> : null}
      </span>
    </div>
  );
}

function DueDay({ item: { due, isOverdue } }: { item: WorkItem }) {
  const t = useMessages().work;
  if (due === "") return "–";
  return (
    <span className="figures">
      {formatDay(due)}
      {isOverdue ? (
        <span className="text-error-2 ml-2 whitespace-nowrap">▲ {t.overdue}</span>
      ) : null}
    </span>
  );
}
