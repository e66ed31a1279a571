import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import type { CollectedInvoice } from "#app/usecases/cards/read-card.ts";

/** The invoices that a saved card pays, or would pay, each with its day. */
export function CollectedInvoices({
  invoices,
  hasCard,
}: {
  invoices: readonly CollectedInvoice[];
  hasCard: boolean;
}) {
  const t = useMessages().cards.payments;
  return (
    <DataTable
      caption={hasCard ? t.caption : t.ifSaved}
      empty={t.empty}
      rows={invoices}
      rowKey={({ invoiceId }) => invoiceId}
      columns={[
        {
          key: "invoice",
          header: t.invoice,
          rowHeader: true,
          cell: ({ invoiceId, number }) => (
            <Link to={`/portal/invoices/${invoiceId}`} className="figures">
              {number}
            </Link>
          ),
        },
        {
          key: "day",
          header: t.day,
          cell: ({ chargeDay }) =>
            chargeDay ? <span className="figures">{formatDay(chargeDay)}</span> : t.notCollected,
        },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ owed }) => <Money amount={owed} />,
        },
      ]}
    />
  );
}
