import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ExplainedDay } from "#app/ui/explained-day.tsx";
import { CreditNotes } from "#app/ui/invoice/credit-notes.tsx";
import { DamagesSection, payDayField } from "#app/ui/invoice/damages-section.tsx";
import { InvoiceLines } from "#app/ui/invoice/invoice-lines.tsx";
import { MoneyBack } from "#app/ui/invoice/money-back.tsx";
import { PaymentAttempts } from "#app/ui/invoice/payment-attempts.tsx";
import { LedgerTable } from "#app/ui/ledger-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readCustomerInvoice } from "#app/usecases/finance/read-customer-invoice.ts";
import type { Route } from "./+types/invoice.ts";
import { damagesAction } from "./damages/damages-action.ts";
import { DamagesDecisions } from "./damages/decisions.tsx";
import { DisputeForm } from "./damages/dispute-form.tsx";
import { MismatchNotice } from "./mismatch-notice.tsx";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const payDay = search.get("payDay");
  const invoice = await answer(() => readCustomerInvoice(principalOf(context), params, payDay));
  return { ...invoice, clickId: crypto.randomUUID(), done: search.get("done") };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  return damagesAction(principalOf(context), params, await request.formData());
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function FinanceInvoice({ loaderData, actionData }: Route.ComponentProps) {
  const { clickId, done, ...invoice } = loaderData;
  const {
    finance,
    invoice: words,
    damages: late,
    refunds: refundWords,
    adjustments,
  } = useMessages();
  const t = finance.invoice;
  const { damages, dispute, ofInvoice } = invoice.standing;
  const error = actionData && late[actionData.error];
  const dayProblem = damages?.payDayProblem;
  const errors = [
    ...(actionData && error
      ? [
          actionData.error === "conflict"
            ? { message: error }
            : { id: actionData.intent, message: error },
        ]
      : []),
    ...(dayProblem ? [{ id: payDayField, message: late.ifPaid.problems[dayProblem] }] : []),
  ];
  const pageOf = (invoiceId: string) => `/finance/invoices/${invoice.customerId}/${invoiceId}`;
  const mayDispute = dispute !== null || invoice.owed > 0 || invoice.damages > 0;
  const clauseLine = (text: string, clause: string) => (
    <span className="inline-flex flex-wrap items-center gap-3">
      <span className="figures">{text}</span>
      <ClauseChip clause={clause} />
    </span>
  );
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={t.titleOf(invoice.number)}
        failed={errors.length > 0}
        trail={[{ to: "/finance", label: finance.home.title }]}
        status={<MachineStatus machine="invoice" state={invoice.status} />}
        actions={
          <>
            <LinkButton
              to={`${pageOf(invoice.invoiceId)}/invoice.pdf`}
              look="secondary"
              reloadDocument
            >
              {words.documents.invoice}
            </LinkButton>
            <LinkButton to={`${pageOf(invoice.invoiceId)}/adjustment`} look="secondary">
              {adjustments.link}
            </LinkButton>
          </>
        }
      />
      <div className="flex flex-col gap-10">
        {done && late.done[done] && errors.length === 0 ? (
          <Notice kind="success" live title={late.done[done]} />
        ) : null}
        <MismatchNotice count={invoice.underWay === "review" ? 1 : 0} />
        <DescriptionList
          items={[
            { term: finance.customer, description: invoice.customerName },
            ...(ofInvoice
              ? [
                  {
                    term: late.ofInvoice,
                    description: <Link to={pageOf(ofInvoice)}>{late.ofInvoiceLink}</Link>,
                  },
                ]
              : []),
            { term: words.total, description: <Money amount={invoice.total} /> },
            ...(invoice.credited > 0
              ? [
                  {
                    term: words.creditNotes.credited,
                    description: <Money amount={invoice.credited} />,
                  },
                ]
              : []),
            { term: words.paid, description: <Money amount={invoice.paid} /> },
            ...(invoice.credit > 0
              ? [{ term: adjustments.credit, description: <Money amount={invoice.credit} /> }]
              : []),
            ...(invoice.writtenOff > 0
              ? [
                  {
                    term: adjustments.writtenOff,
                    description: <Money amount={invoice.writtenOff} />,
                  },
                ]
              : []),
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
        {damages && (invoice.owed > 0 || damages.wasPaidLate) ? (
          <DamagesSection damages={damages} today={invoice.today} invoicePage={pageOf}>
            {damages.openToday > 0 && damages.wasPaidLate ? (
              <DamagesDecisions
                amount={damages.openToday}
                isOwed={invoice.owed > 0}
                isDisputed={dispute !== null}
                clickId={clickId}
                refusal={actionData}
              />
            ) : null}
          </DamagesSection>
        ) : null}
        {mayDispute ? (
          <DisputeForm dispute={dispute} clickId={clickId} refusal={actionData} />
        ) : null}
        <CreditNotes
          notes={invoice.standing.creditNotes}
          folder={pageOf(invoice.invoiceId)}
          showsReasons
        />
        <PaymentAttempts attempts={invoice.attempts} />
        <MoneyBack rows={invoice.moneyBack} />
        {invoice.paid > 0 || invoice.credit > 0 || invoice.underWay === "review" ? (
          <p>
            <Link
              to={`${pageOf(invoice.invoiceId)}/refund`}
              className="inline-flex min-h-11 items-center"
            >
              {refundWords.propose.link}
            </Link>
          </p>
        ) : null}
        <LedgerTable caption={t.ledgerCaption} entries={invoice.ledger} />
      </div>
    </>
  );
}
