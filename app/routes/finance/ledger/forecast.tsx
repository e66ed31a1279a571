import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import {
  readCashForecast,
  type CashForecast,
  type ForecastMonth,
} from "#app/usecases/finance/ledger/cash-forecast.ts";
import type { Route } from "./+types/forecast.ts";
import { Figures } from "../figures.tsx";
import { CsvLink } from "./csv-link.tsx";
import { ForecastChart } from "./forecast-chart.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const month = new URL(request.url).searchParams.get("month");
  return answer(() => readCashForecast(principalOf(context), { month }));
}

const certainties = ["invoiced", "fixed", "expected"] as const;

function MonthTable({ months, sums }: Pick<CashForecast, "months" | "sums">) {
  const { ledger } = useMessages();
  const t = ledger.forecast;
  const name = (month: string) => t.monthOf(month.slice(0, 4), month.slice(5));
  return (
    <DataTable
      caption={t.caption}
      rows={[...months, { month: "", ...sums }]}
      rowKey={({ month }) => month}
      narrow="scroll"
      columns={[
        {
          key: "month",
          header: t.month,
          rowHeader: true,
          cell: ({ month, total }: ForecastMonth) =>
            month === "" ? (
              <span className="font-700">{ledger.total}</span>
            ) : total > 0 ? (
              <Link
                to={`/finance/ledger/forecast?month=${month}#listed`}
                className="inline-flex min-h-11 items-center"
              >
                {name(month)}
              </Link>
            ) : (
              name(month)
            ),
        },
        ...certainties.map((certainty) => ({
          key: certainty,
          header: t.certainties[certainty],
          figures: true,
          cell: (row: ForecastMonth) =>
            row[certainty] === 0 ? "–" : <Money amount={row[certainty]} />,
        })),
        {
          key: "total",
          header: t.total,
          figures: true,
          cell: ({ total }) => <Money amount={total} className="font-700" />,
        },
      ]}
    />
  );
}

function Listed({ month, listed }: { month: string; listed: CashForecast["listed"] }) {
  const { ledger, finance } = useMessages();
  const t = ledger.forecast;
  return (
    <section id="listed">
      <DataTable
        caption={t.listedOf(t.monthOf(month.slice(0, 4), month.slice(5)))}
        empty={t.listedEmpty}
        rows={listed}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "due",
            header: t.due,
            cell: ({ dueDay }) => <span className="figures">{formatDay(dueDay)}</span>,
          },
          { key: "kind", header: t.certainty, cell: (row) => t.certainties[row.certainty] },
          { key: "customer", header: finance.customer, cell: (row) => row.customerName },
          {
            key: "number",
            header: t.number,
            rowHeader: true,
            cell: ({ certainty, customerId, id, number }) =>
              certainty === "invoiced" ? (
                <Link
                  to={`/finance/invoices/${customerId}/${id}`}
                  className="figures inline-flex min-h-11 items-center"
                >
                  {number}
                </Link>
              ) : (
                <span className="figures">{number}</span>
              ),
          },
          {
            key: "amount",
            header: t.amount,
            figures: true,
            cell: ({ amount }) => <Money amount={amount} />,
          },
        ]}
      />
    </section>
  );
}

export default function Forecast({ loaderData }: Route.ComponentProps) {
  const { months, sums, overdue, lastDay, chosen, listed } = loaderData;
  const t = useMessages().ledger.forecast;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead(formatDay(lastDay))}
        actions={<CsvLink to="/finance/ledger/forecast.csv" />}
      />
      <div className="flex flex-col gap-10">
        <Figures
          items={[
            { term: t.overdue, amount: overdue.amount, note: t.overdueNote(overdue.count) },
            { term: t.certainties.invoiced, amount: sums.invoiced },
            { term: t.certainties.fixed, amount: sums.fixed },
            { term: t.certainties.expected, amount: sums.expected },
          ]}
        />
        <ForecastChart months={months} />
        <MonthTable months={months} sums={sums} />
        {chosen ? <Listed month={chosen} listed={listed} /> : null}
      </div>
    </>
  );
}
