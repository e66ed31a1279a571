import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { WorkView } from "#app/usecases/inspections/read-inspections.ts";

/** Work with its states; `to` is the page of one. */
export function WorkTable({
  rows,
  to,
  withCustomer = false,
}: {
  rows: readonly WorkView[];
  to: (work: WorkView) => string;
  withCustomer?: boolean;
}) {
  const t = useMessages().inspections;
  const locale = useLocale();
  const customer: Column<WorkView> = {
    key: "customer",
    header: t.columns.customer,
    cell: ({ customerName }) => customerName,
  };
  const day = (value: string | null) => (
    <span className="figures">{value ? formatDay(value) : "–"}</span>
  );
  return (
    <DataTable
      caption={t.title}
      captionHidden
      empty={t.none}
      rows={rows}
      rowKey={({ optionId }) => optionId}
      columns={[
        {
          key: "work",
          header: t.columns.work,
          rowHeader: true,
          cell: (row) => (
            <Link to={to(row)} className="inline-flex min-h-11 items-center">
              {locale === "ja" ? row.nameJa : row.nameEn}
            </Link>
          ),
        },
        {
          key: "contract",
          header: t.columns.contract,
          cell: ({ number }) => <span className="figures">{number}</span>,
        },
        ...(withCustomer ? [customer] : []),
        {
          key: "completed",
          header: t.columns.completed,
          cell: ({ completedOn }) => day(completedOn),
        },
        {
          key: "lastDay",
          header: t.columns.lastDay,
          cell: ({ lastDay, isOverdue }) => (
            <>
              {day(lastDay)}
              {isOverdue ? (
                <span className="text-error-2 font-700 block">▲ {t.overdue}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "status",
          header: t.columns.status,
          cell: ({ status }) => <MachineStatus machine="option" state={status} />,
        },
      ]}
    />
  );
}
