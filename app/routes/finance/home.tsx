import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { ages } from "#app/usecases/finance/ledger/receivables-by-age.ts";
import { readReceivables } from "#app/usecases/finance/receivables.ts";
import type { Route } from "./+types/home.ts";
import { BreaksNotice } from "./breaks-notice.tsx";
import { Figures } from "./figures.tsx";
import { AgeBars } from "./ledger/age-bars.tsx";
import { MismatchNotice } from "./mismatch-notice.tsx";
import { WaitingTasks } from "./waiting-tasks.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const read = await answer(() => readReceivables(principalOf(context)));
  return { ...read, ages };
}

const invoiceLink = (row: { customerId: string; invoiceId: string }) =>
  `/finance/invoices/${row.customerId}/${row.invoiceId}`;

export default function FinanceHome({ loaderData }: Route.ComponentProps) {
  const { open, outstanding, overdue, overdueCount, received, receivedSum } = loaderData;
  const { finance, invoice: words } = useMessages();
  const t = finance.home;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead(formatDay(loaderData.today))} />
      <div className="flex flex-col gap-10">
        <MismatchNotice count={loaderData.mismatched} />
        <BreaksNotice count={loaderData.breaks} />
        <Figures
          items={[
            { term: t.outstanding, amount: outstanding, note: t.invoices(open.length) },
            { term: t.overdue, amount: overdue, note: t.invoices(overdueCount) },
            { term: t.notDue, amount: outstanding - overdue },
            { term: t.paidLately, amount: receivedSum },
          ]}
        />
        <WaitingTasks waiting={loaderData.waiting} />
        <AgeBars ages={loaderData.ages} byAge={loaderData.byAge} total={outstanding} />
        <DataTable
          caption={t.dueCaption}
          empty={t.dueEmpty}
          rows={open}
          rowKey={({ invoiceId }) => invoiceId}
          columns={[
            {
              key: "number",
              header: words.number,
              rowHeader: true,
              cell: (row) => (
                <Link to={invoiceLink(row)} className="figures inline-flex min-h-11 items-center">
                  {row.number}
                </Link>
              ),
            },
            { key: "customer", header: finance.customer, cell: (row) => row.customerName },
            {
              key: "due",
              header: words.dueDay,
              cell: ({ dueDay, dueDerivation }) => (
                <ExplainedDay day={dueDay} derivation={dueDerivation} />
              ),
            },
            { key: "days", header: t.daysLate, cell: ({ daysLate }) => t.days(daysLate) },
            {
              key: "owed",
              header: words.owed,
              figures: true,
              cell: ({ owed }) => <Money amount={owed} />,
            },
            {
              key: "status",
              header: words.status,
              cell: ({ status }) => <MachineStatus machine="invoice" state={status} />,
            },
          ]}
        />
        <DataTable
          caption={t.paidCaption}
          empty={t.paidEmpty}
          rows={received}
          rowKey={({ paymentId }) => paymentId}
          columns={[
            {
              key: "day",
              header: finance.payments.valueDay,
              cell: ({ valueDay }) => <span className="figures">{formatDay(valueDay)}</span>,
            },
            {
              key: "number",
              header: words.number,
              rowHeader: true,
              cell: (row) => (
                <Link to={invoiceLink(row)} className="figures inline-flex min-h-11 items-center">
                  {row.invoiceNumber}
                </Link>
              ),
            },
            { key: "customer", header: finance.customer, cell: (row) => row.customerName },
            {
              key: "amount",
              header: finance.payments.amount,
              figures: true,
              cell: ({ amount }) => <Money amount={amount} />,
            },
          ]}
        />
      </div>
    </>
  );
}
