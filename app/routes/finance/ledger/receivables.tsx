import { Link } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import {
  ages,
  readReceivablesByAge,
  type CustomerDebt,
} from "#app/usecases/finance/ledger/receivables-by-age.ts";
import type { Route } from "./+types/receivables.ts";
import { AgeBars } from "./age-bars.tsx";
import { CsvLink } from "./csv-link.tsx";
import { PeriodForm } from "./period-form.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const asked = { day: search.get("day"), page: search.get("page") };
  const read = await answer(() => readReceivablesByAge(principalOf(context), asked));
  return { ...read, ages };
}

function OpenInvoices({ invoices }: Pick<CustomerDebt, "invoices">) {
  const t = useMessages().ledger.receivables;
  return (
    <Disclosure summary={t.invoicesOf(invoices.length)}>
      <ul>
        {invoices.map(({ customerId, invoiceId, number, dueDay, daysLate, owed }) => (
          <li key={invoiceId} className="flex flex-wrap items-center gap-x-4">
            <Link
              to={`/finance/invoices/${customerId}/${invoiceId}`}
              className="figures inline-flex min-h-11 items-center"
            >
              {t.due(number, formatDay(dueDay), daysLate)}
            </Link>
            <Money amount={owed} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

export default function Receivables({ loaderData }: Route.ComponentProps) {
  const { day, byAge, total, customers, count, page, pages } = loaderData;
  const { ledger, finance } = useMessages();
  const t = ledger.receivables;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={<CsvLink to={`/finance/ledger/receivables.csv?day=${day}`} />}
      />
      <div className="flex flex-col gap-8">
        <PeriodForm days={[{ name: "day", label: t.day, value: day }]} />
        <AgeBars ages={loaderData.ages} byAge={byAge} total={total} />
        <div>
          <p role="status" className="text-support figures mb-2">
            {t.customers(formatCount(count))}
          </p>
          <DataTable
            caption={t.caption}
            empty={t.empty}
            rows={customers}
            rowKey={({ customerId }) => customerId}
            columns={[
              {
                key: "customer",
                header: finance.customer,
                rowHeader: true,
                cell: ({ customerName, invoices }) => (
                  <>
                    {customerName}
                    <OpenInvoices invoices={invoices} />
                  </>
                ),
              },
              ...loaderData.ages.map((age) => ({
                key: age,
                header: ledger.ages[age],
                figures: true,
                cell: ({ byAge: own }: CustomerDebt) =>
                  own[age] === 0 ? "–" : <Money amount={own[age]} />,
              })),
              {
                key: "total",
                header: ledger.total,
                figures: true,
                cell: (row) => <Money amount={row.total} className="font-700" />,
              },
            ]}
          />
          <Pagination page={page} pages={pages} />
        </div>
      </div>
    </>
  );
}
