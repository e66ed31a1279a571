import { Link } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { listMonths } from "#app/usecases/finance/months/list-months.ts";
import { useMonthName } from "../finance/months/month-name.ts";
import type { Route } from "./+types/months.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const months = await answer(() => listMonths(principalOf(context)));
  return { months, done: new URL(request.url).searchParams.get("done") };
}

export default function ClosedMonths({ loaderData: { months, done } }: Route.ComponentProps) {
  const t = useMessages().months;
  const words = t.reopening;
  const nameOf = useMonthName();
  const last = months.find(({ status }) => status === "closed")?.month;
  return (
    <>
      <PageHeader title={words.list} lead={words.listLead} />
      <div className="flex flex-col gap-8">
        {done === "reopened" ? (
          <Notice kind="success" live title={t.done["reopened"] ?? ""} />
        ) : null}
        <DataTable
          caption={t.caption}
          captionHidden
          empty={t.empty}
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            { key: "month", header: t.month, rowHeader: true, cell: ({ month }) => nameOf(month) },
            {
              key: "status",
              header: t.status,
              cell: ({ status }) => <MachineStatus machine="monthClose" state={status} />,
            },
            {
              key: "closedAt",
              header: t.closedAt,
              cell: ({ closedAt }) => (
                <span className="figures">{closedAt ? formatInstant(closedAt) : "–"}</span>
              ),
            },
            {
              key: "reopen",
              header: t.settle,
              cell: ({ month }) =>
                month === last ? (
                  <Link to={`/admin/months/${month}`} className="inline-flex min-h-11 items-center">
                    {t.reopen}
                    <span className="sr-only"> {nameOf(month)}</span>
                  </Link>
                ) : (
                  "–"
                ),
            },
          ]}
        />
      </div>
    </>
  );
}
