import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";

interface RefundRow {
  customerId: string;
  refundId: string;
  invoiceNumber: string | null;
  customerName: string;
  paymentId: string | null;
  amount: number;
  status: string;
  askedOn: string | null;
  madeOn: string | null;
}

/** Refunds, the latest first. */
export function RefundsTable({ rows }: { rows: readonly RefundRow[] }) {
  const t = useMessages().refunds;
  const day = (iso: string | null) => <span className="figures">{iso ? formatDay(iso) : "–"}</span>;
  return (
    <DataTable
      caption={t.refundsCaption}
      empty={t.refundsEmpty}
      rows={rows}
      rowKey={({ refundId }) => refundId}
      columns={[
        {
          key: "invoice",
          header: t.invoice,
          rowHeader: true,
          cell: ({ customerId, refundId, invoiceNumber }) => (
            <Link
              to={`/finance/refunds/${customerId}/${refundId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {invoiceNumber}
            </Link>
          ),
        },
        { key: "customer", header: t.customer, cell: ({ customerName }) => customerName },
        {
          key: "method",
          header: t.method,
          cell: ({ paymentId }) => (paymentId ? t.methods.card : t.methods.transfer),
        },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
        { key: "asked", header: t.askedOn, cell: ({ askedOn }) => day(askedOn) },
        { key: "made", header: t.madeOn, cell: ({ madeOn }) => day(madeOn) },
        {
          key: "status",
          header: t.status,
          cell: ({ status }) => <MachineStatus machine="refund" state={status} />,
        },
      ]}
    />
  );
}
