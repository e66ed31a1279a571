import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { readApproval } from "#app/usecases/finance/approvals/read-approvals.ts";
import type { Route } from "./+types/approval.ts";
import { approvalAction } from "./approvals/approval-action.ts";
import { DecisionForms } from "./approvals/decision-forms.tsx";
import { subjectFacts } from "./approvals/subject-facts.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const approval = await answer(() => readApproval(principalOf(context), params));
  return { approval, done: new URL(request.url).searchParams.get("done") };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  return approvalAction(principalOf(context), params, await request.formData());
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Approval({ loaderData, actionData }: Route.ComponentProps) {
  const { approval, done } = loaderData;
  const t = useMessages().approvals;
  const { subject, amount, clause, invoice, status, customerId, opensInvoices } = approval;
  const error = actionData && t.problems[actionData.error];
  const isOfReason = actionData !== undefined && actionData.error !== "conflict";
  const day = (iso: string) => <span className="figures">{formatDay(iso)}</span>;
  const number = invoice?.number ?? t.invoice;
  return (
    <>
      <ErrorSummary
        errors={error ? [{ message: error, ...(isOfReason ? { id: "reason" } : {}) }] : []}
      />
      <PageHeader
        title={t.subjects[subject]}
        failed={error !== undefined}
        trail={[{ to: "/finance/approvals", label: t.title }]}
        status={<MachineStatus machine="approval" state={status} />}
      />
      <div className="flex flex-col gap-10">
        {done && t.done[done] && !error ? (
          <Notice kind="success" live title={t.done[done]} />
        ) : null}
        {status === "proposed" ? (
          <Notice title={t.effect}>
            <p>{t.effects[subject](formatYen(amount))}</p>
          </Notice>
        ) : null}
        <DescriptionList
          items={[
            { term: t.customer, description: approval.customerName },
            { term: t.amountWithTax, description: <Money amount={amount} /> },
            ...(clause ? [{ term: t.clause, description: <ClauseChip clause={clause} /> }] : []),
            ...(invoice
              ? [
                  {
                    term: t.invoice,
                    description: opensInvoices ? (
                      <Link to={`/finance/invoices/${customerId}/${invoice.invoiceId}`}>
                        {number}
                      </Link>
                    ) : (
                      number
                    ),
                  },
                ]
              : []),
            ...subjectFacts(approval, t),
            { term: t.reason, description: approval.reason },
            { term: t.proposedBy, description: approval.proposedBy ?? t.somebody },
            { term: t.proposedOn, description: day(approval.proposedOn) },
            ...(approval.decidedOn
              ? [
                  { term: t.decidedBy, description: approval.decidedBy ?? t.somebody },
                  { term: t.decidedOn, description: day(approval.decidedOn) },
                ]
              : []),
            ...(approval.refusal ? [{ term: t.refusal, description: approval.refusal }] : []),
          ]}
        />
        {status === "proposed" ? (
          <DecisionForms
            amount={amount}
            isOwn={approval.isOwn}
            errors={isOfReason && error ? [error] : []}
            typed={actionData?.typed ?? ""}
          />
        ) : null}
      </div>
    </>
  );
}
