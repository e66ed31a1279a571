import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { ConsentView } from "#app/usecases/consents/read-consents.ts";

/** Requests for consent with their states; `to` is the page of one. */
export function ConsentsTable({
  rows,
  to,
  withCustomer = false,
}: {
  rows: readonly ConsentView[];
  to: (request: ConsentView) => string;
  withCustomer?: boolean;
}) {
  const t = useMessages().consents;
  const customer: Column<ConsentView> = {
    key: "customer",
    header: t.columns.customer,
    cell: ({ customerName }) => customerName,
  };
  return (
    <DataTable
      caption={t.title}
      captionHidden
      empty={t.none}
      rows={rows}
      rowKey={({ requestId }) => requestId}
      columns={[
        {
          key: "kind",
          header: t.columns.kind,
          rowHeader: true,
          cell: (row) => (
            <Link to={to(row)} className="inline-flex min-h-11 items-center">
              {t.kinds[row.kind]}
            </Link>
          ),
        },
        {
          key: "contract",
          header: t.columns.contract,
          cell: ({ number }) => <span className="figures">{number ?? "–"}</span>,
        },
        ...(withCustomer ? [customer] : []),
        {
          key: "asked",
          header: t.columns.asked,
          cell: ({ askedOn }) => <span className="figures">{formatDay(askedOn)}</span>,
        },
        {
          key: "status",
          header: t.columns.status,
          cell: ({ status }) => <MachineStatus machine="consentRequest" state={status} />,
        },
      ]}
    />
  );
}
