import { Link } from "react-router";
import { formatCount, formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { readAccountPage } from "#app/usecases/finance/ledger/account-entries.ts";
import type { Route } from "./+types/account.ts";
import { CsvLink } from "./csv-link.tsx";
import { PeriodForm } from "./period-form.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const [from, to, page] = ["from", "to", "page"].map((name) => search.get(name));
  const asked = { account: params.account, from: from ?? null, to: to ?? null, page: page ?? null };
  return answer(() => readAccountPage(principalOf(context), asked));
}

export default function LedgerAccount({ loaderData }: Route.ComponentProps) {
  const { account, firstDay, lastDay, entries, count, page, pages } = loaderData;
  const { ledger, finance } = useMessages();
  const t = ledger.account;
  const period = `from=${firstDay}&to=${lastDay}`;
  const amount = (yen: number) => (yen === 0 ? null : <Money amount={yen} />);
  return (
    <>
      <PageHeader
        title={t.titleOf(finance.accounts[account] ?? account)}
        trail={[{ to: `/finance/ledger?${period}`, label: ledger.balance.title }]}
        actions={<CsvLink to={`/finance/ledger/accounts/${account}/entries.csv?${period}`} />}
      />
      <div className="flex flex-col gap-8">
        <PeriodForm
          days={[
            { name: "from", label: ledger.from, value: firstDay },
            { name: "to", label: ledger.to, value: lastDay },
          ]}
        />
        <div>
          <p role="status" className="text-support figures mb-2">
            {t.count(formatCount(count))}
          </p>
          <DataTable
            caption={t.caption}
            captionHidden
            empty={t.empty}
            rows={entries}
            rowKey={({ transactionId, n }) => `${transactionId}/${n}`}
            columns={[
              {
                key: "day",
                header: t.day,
                rowHeader: true,
                cell: ({ day, customerId, transactionId }) => (
                  <Link
                    to={`/finance/ledger/transactions/${customerId}/${transactionId}`}
                    className="figures inline-flex min-h-11 items-center"
                  >
                    {formatDay(day)}
                  </Link>
                ),
              },
              {
                key: "kind",
                header: t.kind,
                cell: ({ kind }) => finance.invoice.kinds[kind] ?? kind,
              },
              {
                key: "customer",
                header: t.customer,
                cell: ({ customerName }) => customerName ?? ledger.operator,
              },
              {
                key: "document",
                header: t.document,
                cell: ({ customerId, invoiceId, invoiceNumber }) =>
                  invoiceId ? (
                    <Link
                      to={`/finance/invoices/${customerId}/${invoiceId}`}
                      className="figures inline-flex min-h-11 items-center"
                    >
                      {invoiceNumber}
                    </Link>
                  ) : (
                    "–"
                  ),
              },
              { key: "debit", header: t.debit, figures: true, cell: ({ debit }) => amount(debit) },
              {
                key: "credit",
                header: t.credit,
                figures: true,
                cell: ({ credit }) => amount(credit),
              },
              {
                key: "balance",
                header: t.balance,
                figures: true,
                cell: ({ balance }) => (
                  <span className="figures">
                    {balance === 0
                      ? formatYen(0)
                      : ledger.balance.openingSide(formatYen(Math.abs(balance)), balance > 0)}
                  </span>
                ),
              },
            ]}
          />
          <Pagination page={page} pages={pages} />
        </div>
      </div>
    </>
  );
}
