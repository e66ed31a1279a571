import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readComparison } from "#app/usecases/finance/refunds/read-refunds.ts";
import type { Route } from "./+types/comparison.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return { breaks: await answer(() => readComparison(principalOf(context))) };
}

export default function Comparison({ loaderData }: Route.ComponentProps) {
  const words = useMessages().refunds;
  const t = words.comparison;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        caption={t.caption}
        captionHidden
        empty={t.empty}
        rows={loaderData.breaks}
        rowKey={({ breakId }) => breakId}
        columns={[
          {
            key: "kind",
            header: t.kind,
            rowHeader: true,
            cell: ({ kind }) => t.kinds[kind]?.name ?? kind,
          },
          {
            key: "subject",
            header: t.subject,
            cell: ({ subject, customerId, invoiceId, customerName, invoiceNumber }) => (
              <>
                {customerId && invoiceId ? (
                  <Link to={`/finance/invoices/${customerId}/${invoiceId}`}>
                    {invoiceNumber} {customerName}
                  </Link>
                ) : null}
                <span className="text-support text-dns-14N-130 block break-all">{subject}</span>
              </>
            ),
          },
          {
            key: "amount",
            header: words.amount,
            figures: true,
            cell: ({ amount }) => <Money amount={amount} />,
          },
          {
            key: "day",
            header: t.happenedOn,
            cell: ({ happenedOn }) => <span className="figures">{formatDay(happenedOn)}</span>,
          },
          { key: "age", header: t.age, cell: ({ ageDays }) => t.days(ageDays) },
          { key: "todo", header: t.todo, cell: ({ kind }) => t.kinds[kind]?.todo ?? "–" },
        ]}
      />
    </>
  );
}
