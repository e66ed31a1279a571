import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { InvoiceLines } from "#app/ui/invoice/invoice-lines.tsx";
import { PaymentAttempts } from "#app/ui/invoice/payment-attempts.tsx";
import { LedgerTable } from "#app/ui/ledger-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readCustomerInvoice } from "#app/usecases/finance/read-customer-invoice.ts";
import type { Route } from "./+types/invoice.ts";
import { MismatchNotice } from "./mismatch-notice.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  return answer(() => readCustomerInvoice(principalOf(context), params));
}

export default function FinanceInvoice({ loaderData: invoice }: Route.ComponentProps) {
  const { finance, invoice: words } = useMessages();
  const t = finance.invoice;
  const clauseLine = (text: string, clause: string) => (
    <span className="inline-flex flex-wrap items-center gap-3">
      <span className="figures">{text}</span>
      <ClauseChip clause={clause} />
    </span>
  );
  return (
    <>
      <PageHeader
        title={t.titleOf(invoice.number)}
        trail={[{ to: "/finance", label: finance.home.title }]}
        status={<MachineStatus machine="invoice" state={invoice.status} />}
      />
      <div className="flex flex-col gap-10">
        <MismatchNotice count={invoice.underWay === "review" ? 1 : 0} />
        <DescriptionList
          items={[
            { term: finance.customer, description: invoice.customerName },
            { term: words.total, description: <Money amount={invoice.total} /> },
            { term: words.paid, description: <Money amount={invoice.paid} /> },
            { term: words.owed, description: <Money amount={invoice.owed} /> },
            {
              term: words.dueDay,
              description: (
                <ExplainedDay
                  day={invoice.dueDay}
                  derivation={invoice.dueDerivation}
                  clause="A12.2"
                />
              ),
            },
            ...(invoice.damages > 0
              ? [
                  {
                    term: t.damages,
                    description: clauseLine(
                      t.damagesOf(formatYen(invoice.damages), formatDay(invoice.today)),
                      "A14.3",
                    ),
                  },
                ]
              : []),
            {
              term: words.issueDay,
              description: <span className="figures">{formatDay(invoice.issueDay)}</span>,
            },
            {
              term: words.period,
              description: (
                <span className="figures">
                  {words.periodOf(formatDay(invoice.periodStart), formatDay(invoice.periodEnd))}
                </span>
              ),
            },
          ]}
        />
        <InvoiceLines {...invoice} />
        <PaymentAttempts attempts={invoice.attempts} />
        <LedgerTable caption={t.ledgerCaption} entries={invoice.ledger} />
      </div>
    </>
  );
}
