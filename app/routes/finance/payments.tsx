import { Link } from "react-router";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { listAllPayments } from "#app/usecases/finance/list-payments.ts";
import type { Route } from "./+types/payments.ts";
import { MismatchNotice } from "./mismatch-notice.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return answer(() => listAllPayments(principalOf(context), page));
}

export default function Payments({ loaderData }: Route.ComponentProps) {
  const { finance, invoice: words } = useMessages();
  const t = finance.payments;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex flex-col gap-8">
        <MismatchNotice count={loaderData.mismatched} />
        <DataTable
          caption={t.caption}
          captionHidden
          empty={t.empty}
          rows={loaderData.payments}
          rowKey={({ paymentId }) => paymentId}
          columns={[
            {
              key: "number",
              header: words.number,
              rowHeader: true,
              cell: ({ customerId, invoiceId, invoiceNumber }) => (
                <Link
                  to={`/finance/invoices/${customerId}/${invoiceId}`}
                  className="figures inline-flex min-h-11 items-center"
                >
                  {invoiceNumber}
                </Link>
              ),
            },
            { key: "customer", header: finance.customer, cell: (row) => row.customerName },
            {
              key: "amount",
              header: t.amount,
              figures: true,
              cell: ({ amount }) => <Money amount={amount} />,
            },
            {
              key: "status",
              header: t.status,
              cell: ({ status, failureCode }) => (
                <>
                  <MachineStatus machine="payment" state={status} />
                  {failureCode ? (
                    <span className="text-support block">
                      {finance.invoice.failureCode(failureCode)}
                    </span>
                  ) : null}
                </>
              ),
            },
            {
              key: "day",
              header: t.valueDay,
              cell: ({ valueDay }) => (
                <span className="figures">{valueDay ? formatDay(valueDay) : "–"}</span>
              ),
            },
            {
              key: "payout",
              header: t.payout,
              cell: ({ payoutId }) =>
                payoutId ? <Link to={`/finance/payouts/${payoutId}`}>{payoutId}</Link> : "–",
            },
            {
              key: "changed",
              header: t.changedAt,
              cell: ({ changedAt }) => (
                <time dateTime={changedAt} className="figures">
                  {formatInstant(changedAt)}
                </time>
              ),
            },
          ]}
        />
        <Pagination page={loaderData.page} pages={loaderData.pages} />
      </div>
    </>
  );
}
