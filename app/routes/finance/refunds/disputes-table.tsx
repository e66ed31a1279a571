import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";

interface DisputeRow {
  customerId: string;
  disputeId: string;
  invoiceNumber: string | null;
  customerName: string;
  amount: number;
  status: string;
  openedOn: string;
  evidenceDueDay: string | null;
}

/** Disputes with card issuers, the latest first. */
export function DisputesTable({ rows }: { rows: readonly DisputeRow[] }) {
  const t = useMessages().refunds;
  const day = (iso: string | null) => <span className="figures">{iso ? formatDay(iso) : "–"}</span>;
  return (
    <DataTable
      caption={t.disputesCaption}
      empty={t.disputesEmpty}
      rows={rows}
      rowKey={({ disputeId }) => disputeId}
      columns={[
        {
          key: "invoice",
          header: t.invoice,
          rowHeader: true,
          cell: ({ customerId, disputeId, invoiceNumber }) => (
            <Link
              to={`/finance/disputes/${customerId}/${disputeId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {invoiceNumber}
            </Link>
          ),
        },
        { key: "customer", header: t.customer, cell: ({ customerName }) => customerName },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
        { key: "opened", header: t.openedOn, cell: ({ openedOn }) => day(openedOn) },
        { key: "due", header: t.evidenceDue, cell: ({ evidenceDueDay }) => day(evidenceDueDay) },
        {
          key: "status",
          header: t.status,
          cell: ({ status }) => <MachineStatus machine="dispute" state={status} />,
        },
      ]}
    />
  );
}
