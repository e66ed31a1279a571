import { Link } from "react-router";
import { formatCount, formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus, StatusBadge } from "#app/ui/status-badge.tsx";
import { listMonths } from "#app/usecases/finance/months/list-months.ts";
import type { Route } from "./+types/months.ts";
import { useMonthName } from "./months/month-name.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return { months: await answer(() => listMonths(principalOf(context))) };
}

export default function Months({ loaderData: { months } }: Route.ComponentProps) {
  const t = useMessages().months;
  const nameOf = useMonthName();
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        caption={t.caption}
        captionHidden
        empty={t.empty}
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            key: "month",
            header: t.month,
            rowHeader: true,
            cell: ({ month }) => (
              <Link
                to={`/finance/months/${month}`}
                className="figures inline-flex min-h-11 items-center"
              >
                {nameOf(month)}
              </Link>
            ),
          },
          {
            key: "status",
            header: t.status,
            cell: ({ status, isOver }) =>
              isOver || status === "closed" ? (
                <MachineStatus machine="monthClose" state={status} />
              ) : (
                <StatusBadge tone="neutral">{t.underWay}</StatusBadge>
              ),
          },
          {
            key: "closeBy",
            header: t.closeBy,
            cell: ({ closeBy, isLate }) => (
              <>
                <span className="figures">{formatDay(closeBy)}</span>
                {isLate ? <span className="text-error-2 block">{t.late}</span> : null}
              </>
            ),
          },
          {
            key: "bookings",
            header: t.bookings,
            figures: true,
            cell: ({ bookings }) => formatCount(bookings),
          },
          {
            key: "closedAt",
            header: t.closedAt,
            cell: ({ closedAt }) => (
              <span className="figures">{closedAt ? formatInstant(closedAt) : "–"}</span>
            ),
          },
        ]}
      />
    </>
  );
}
