import { Link } from "react-router";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { LedgerTable } from "#app/ui/ledger-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readTransaction } from "#app/usecases/finance/ledger/read-transaction.ts";
import type { Route } from "./+types/transaction.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  return answer(() => readTransaction(principalOf(context), params));
}

export default function LedgerTransaction({ loaderData: found }: Route.ComponentProps) {
  const { ledger, finance, contract } = useMessages();
  const t = ledger.transaction;
  const { customerId, transactionId, day, valueDay, kind, seq, invoiceId, machineKind } = found;
  const source = Object.entries(contract.charts).find(([name]) => name === machineKind)?.[1].name;
  return (
    <>
      <PageHeader
        title={t.title}
        trail={[{ to: "/finance/ledger", label: ledger.balance.title }]}
      />
      <div className="flex flex-col gap-8">
        <DescriptionList
          items={[
            { term: t.day, description: <span className="figures">{formatDay(day)}</span> },
            ...(valueDay
              ? [
                  {
                    term: t.valueDay,
                    description: <span className="figures">{formatDay(valueDay)}</span>,
                  },
                ]
              : []),
            { term: t.kind, description: finance.invoice.kinds[kind] ?? kind },
            { term: t.customer, description: found.customerName ?? ledger.operator },
            ...(invoiceId
              ? [
                  {
                    term: t.document,
                    description: (
                      <Link
                        to={`/finance/invoices/${customerId}/${invoiceId}`}
                        className="figures inline-flex min-h-11 items-center"
                      >
                        {found.invoiceNumber}
                      </Link>
                    ),
                  },
                ]
              : []),
            ...(source ? [{ term: t.source, description: t.sourceOf(source, seq) }] : []),
            {
              term: t.recordedAt,
              description: (
                <time dateTime={found.recordedAt} className="figures">
                  {formatInstant(found.recordedAt)}
                </time>
              ),
            },
            {
              term: t.id,
              description: <span className="figures break-all">{transactionId}</span>,
            },
          ]}
        />
        <LedgerTable
          caption={t.caption}
          entries={found.entries.map((entry) => ({ ...entry, transactionId, day, kind }))}
        />
      </div>
    </>
  );
}
