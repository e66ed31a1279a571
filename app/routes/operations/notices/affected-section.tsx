import { Link } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Affected } from "#app/usecases/notices/preview-affected.ts";

/** Whom something touches: how many customers and contracts, and which. */
export function AffectedSection({ affected }: { affected: Affected }) {
  const t = useMessages().notices.affected;
  const { customers, contracts } = affected;
  return (
    <DataTable
      caption={t.title(formatCount(customers), formatCount(contracts.length))}
      empty={t.none}
      rows={contracts}
      rowKey={({ contractId }) => contractId}
      columns={[
        {
          key: "contract",
          header: t.contract,
          rowHeader: true,
          cell: ({ customerId, contractId, number }) => (
            <Link
              to={`/operations/contracts/${customerId}/${contractId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {number}
            </Link>
          ),
        },
        { key: "customer", header: t.customer, cell: ({ customerName }) => customerName },
        {
          key: "part",
          header: t.part,
          cell: ({ isWhole, options }) =>
            isWhole
              ? t.whole
              : t.options(options.map(({ menuCode }) => menuCode).join(t.separator)),
        },
        {
          key: "end",
          header: t.end,
          cell: ({ endDay }) => <span className="figures">{endDay ? formatDay(endDay) : "–"}</span>,
        },
      ]}
    />
  );
}
