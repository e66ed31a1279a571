import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { InvoiceLines } from "#app/ui/invoice/invoice-lines.tsx";
import { PaymentAttempts } from "#app/ui/invoice/payment-attempts.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readOwnInvoice } from "#app/usecases/invoices/read-invoice.ts";
import type { Route } from "./+types/invoice.ts";
import { InvoiceDocuments } from "./invoice-documents.tsx";
import { InvoiceStanding } from "./invoice-standing.tsx";
import { PaySection } from "./pay-section.tsx";

/** Why the last click on "pay" led back here. */
const failures = ["unavailable", "refused"] as const;

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const invoice = await answer(() => readOwnInvoice(principalOf(context), params.invoiceId));
  const failed = new URL(request.url).searchParams.get("payment");
  return { invoice, failed: failures.find((name) => name === failed) ?? null };
}

export default function Invoice({ loaderData }: Route.ComponentProps) {
  const { invoice, failed } = loaderData;
  const messages = useMessages();
  const t = messages.invoice;
  return (
    <>
      <PageHeader
        title={t.titleOf(invoice.number)}
        failed={failed !== null}
        trail={[{ to: "/portal/invoices", label: t.title }]}
        status={<MachineStatus machine="invoice" state={invoice.status} />}
        actions={<InvoiceDocuments {...invoice} />}
      />
      <div className="flex flex-col gap-10">
        {failed ? (
          <Notice kind="error" live title={t.startFailed[`${failed}Title`]}>
            <p>{t.startFailed[failed]}</p>
          </Notice>
        ) : null}
        <InvoiceStanding invoice={invoice} />
        <PaySection invoice={invoice} />
        <DescriptionList
          items={[
            { term: t.total, description: <Money amount={invoice.total} /> },
            { term: t.owed, description: <Money amount={invoice.owed} /> },
            {
              term: t.dueDay,
              description: (
                <ExplainedDay
                  day={invoice.dueDay}
                  derivation={invoice.dueDerivation}
                  clause="A12.2"
                />
              ),
            },
            {
              term: t.issueDay,
              description: <span className="figures">{formatDay(invoice.issueDay)}</span>,
            },
            {
              term: t.period,
              description: (
                <span className="figures">
                  {t.periodOf(formatDay(invoice.periodStart), formatDay(invoice.periodEnd))}
                </span>
              ),
            },
            {
              term: t.contract,
              description: (
                <Link to={`/portal/contracts/${invoice.contractId}`}>{t.contractLink}</Link>
              ),
            },
          ]}
        />
        <InvoiceLines {...invoice} />
        <PaymentAttempts attempts={invoice.attempts} />
        {invoice.credit > 0 ? (
          <Notice title={t.state.credit(formatYen(invoice.credit))}>
            <p>{t.state.creditText}</p>
          </Notice>
        ) : null}
      </div>
    </>
  );
}
