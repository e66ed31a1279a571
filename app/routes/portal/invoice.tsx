import { Link } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { CreditNotes } from "#app/ui/invoice/credit-notes.tsx";
import { DamagesSection, payDayField } from "#app/ui/invoice/damages-section.tsx";
import { InvoiceLines } from "#app/ui/invoice/invoice-lines.tsx";
import { MoneyBack } from "#app/ui/invoice/money-back.tsx";
import { PaymentAttempts } from "#app/ui/invoice/payment-attempts.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readOwnInvoice } from "#app/usecases/invoices/read-invoice.ts";
import { CollectionSection } from "./card/collection-section.tsx";
import type { Route } from "./+types/invoice.ts";
import { InvoiceDocuments } from "./invoice-documents.tsx";
import { InvoiceStanding } from "./invoice-standing.tsx";
import { PaySection } from "./pay-section.tsx";

const pageOf = (invoiceId: string) => `/portal/invoices/${invoiceId}`;

/** Why the last click on "pay" led back here. */
const failures = ["unavailable", "refused"] as const;

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const payDay = search.get("payDay");
  const invoice = await answer(() =>
    readOwnInvoice(principalOf(context), params.invoiceId, payDay),
  );
  const failed = search.get("payment");
  const hasChanged = search.has("collection");
  const commandId = newIdentifier();
  return {
    invoice,
    hasChanged,
    commandId,
    failed: failures.find((name) => name === failed) ?? null,
  };
}

export default function Invoice({ loaderData }: Route.ComponentProps) {
  const { invoice, failed, hasChanged, commandId } = loaderData;
  const messages = useMessages();
  const t = messages.invoice;
  const late = messages.damages;
  const { damages, dispute, ofInvoice } = invoice.standing;
  // Who has nothing to do is not asked to pay.
  const isCollected = invoice.collection?.state === "planned" && !invoice.isOverdue;
  const dayProblem = damages?.payDayProblem;
  const errors = dayProblem ? [{ id: payDayField, message: late.ifPaid.problems[dayProblem] }] : [];
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.titleOf(invoice.number)}
        failed={failed !== null || errors.length > 0}
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
        {isCollected ? null : <InvoiceStanding invoice={invoice} />}
        {dispute ? (
          <Notice title={late.disputed.title(formatDay(dispute.since))}>
            <p>{late.disputed.text}</p>
          </Notice>
        ) : null}
        {hasChanged ? <Notice kind="error" live title={messages.cards.collection.changed} /> : null}
        <CollectionSection invoice={invoice} commandId={commandId} />
        <PaySection invoice={invoice} />
        <DescriptionList
          items={[
            { term: t.total, description: <Money amount={invoice.total} /> },
            ...(invoice.credited > 0
              ? [{ term: t.creditNotes.credited, description: <Money amount={invoice.credited} /> }]
              : []),
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
            ...(ofInvoice
              ? [
                  {
                    term: late.ofInvoice,
                    description: <Link to={pageOf(ofInvoice)}>{late.ofInvoiceLink}</Link>,
                  },
                ]
              : []),
            {
              term: t.contract,
              description: (
                <Link to={`/portal/contracts/${invoice.contractId}`}>{t.contractLink}</Link>
              ),
            },
          ]}
        />
        <InvoiceLines {...invoice} />
        {damages && (invoice.isOverdue || damages.wasPaidLate) ? (
          <DamagesSection damages={damages} today={invoice.today} invoicePage={pageOf} />
        ) : null}
        <CreditNotes notes={invoice.standing.creditNotes} folder={pageOf(invoice.invoiceId)} />
        <PaymentAttempts attempts={invoice.attempts} />
        <MoneyBack rows={invoice.moneyBack} />
        {invoice.credit > 0 ? (
          <Notice title={t.state.credit(formatYen(invoice.credit))}>
            <p>{t.state.creditText}</p>
          </Notice>
        ) : null}
      </div>
    </>
  );
}
