import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { listOwnInvoices } from "#app/usecases/invoices/list-invoices.ts";
import type { Route } from "./+types/invoices.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return answer(() => listOwnInvoices(principalOf(context)));
}

export default function Invoices({ loaderData: invoices }: Route.ComponentProps) {
  const t = useMessages().invoice;
  return (
    <>
      <PageHeader title={t.title} lead={t.list.lead} />
      <DataTable
        caption={t.list.caption}
        captionHidden
        empty={t.list.empty}
        rows={invoices}
        rowKey={({ invoiceId }) => invoiceId}
        columns={[
          {
            key: "number",
            header: t.number,
            rowHeader: true,
            cell: ({ invoiceId, number }) => (
              <Link to={invoiceId} className="figures inline-flex min-h-11 items-center">
                {number}
              </Link>
            ),
          },
          {
            key: "period",
            header: t.period,
            cell: ({ periodStart, periodEnd }) => (
              <span className="figures">
                {t.periodOf(formatDay(periodStart), formatDay(periodEnd))}
              </span>
            ),
          },
          {
            key: "due",
            header: t.dueDay,
            cell: ({ dueDay, dueDerivation }) => (
              <ExplainedDay day={dueDay} derivation={dueDerivation} />
            ),
          },
          {
            key: "total",
            header: t.total,
            figures: true,
            cell: ({ total }) => <Money amount={total} />,
          },
          {
            key: "owed",
            header: t.owed,
            figures: true,
            cell: ({ owed }) => <Money amount={owed} />,
          },
          {
            key: "status",
            header: t.status,
            cell: ({ status }) => <MachineStatus machine="invoice" state={status} />,
          },
        ]}
      />
    </>
  );
}
