import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { LedgerTable } from "#app/ui/ledger-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { readDispute } from "#app/usecases/finance/refunds/read-refunds.ts";
import { closeLoss } from "#app/usecases/finance/refunds/settle-refund.ts";
import type { Route } from "./+types/dispute.ts";
import { NoteForm } from "./refunds/note-form.tsx";
import { settleAction } from "./refunds/settle-action.ts";
import { SettleFrame } from "./refunds/settle-frame.tsx";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const dispute = await answer(() => readDispute(principalOf(context), params));
  const done = new URL(request.url).searchParams.get("done");
  return { dispute, done, clickId: crypto.randomUUID() };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const principal = principalOf(context);
  const page = `/finance/disputes/${params.customerId}/${params.disputeId}`;
  return settleAction(page, await request.formData(), {
    close: { done: "closed", run: (click, typed) => closeLoss(principal, params, click, typed) },
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Dispute({ loaderData, actionData }: Route.ComponentProps) {
  const { dispute, done, clickId } = loaderData;
  const messages = useMessages();
  const words = messages.refunds;
  const t = words.dispute;
  const { status, evidenceDueDay, exceeding, lossNote } = dispute;
  const isOpenLoss = status === "lost" && lossNote === null;
  const day = (iso: string) => <span className="figures">{formatDay(iso)}</span>;
  return (
    <SettleFrame
      {...{ machine: "dispute", state: status, done, refused: actionData }}
      title={t.titleOf(dispute.invoiceNumber ?? "")}
    >
      {(refusal) => (
        <>
          <WhatToDo status={status} evidenceDueDay={evidenceDueDay} />
          {exceeding > 0 && lossNote === null ? (
            <Notice kind="error" title={t.excess(formatYen(exceeding))} />
          ) : null}
          <DescriptionList
            items={[
              { term: words.customer, description: dispute.customerName },
              {
                term: words.invoice,
                description: (
                  <Link to={`/finance/invoices/${dispute.customerId}/${dispute.invoiceId}`}>
                    {dispute.invoiceNumber}
                  </Link>
                ),
              },
              { term: words.amount, description: <Money amount={dispute.amount} /> },
              { term: t.reason, description: t.reasons[dispute.reason] ?? dispute.reason },
              { term: words.openedOn, description: day(dispute.openedOn) },
              ...(evidenceDueDay
                ? [{ term: words.evidenceDue, description: day(evidenceDueDay) }]
                : []),
              { term: t.withdrawn, description: <Money amount={dispute.withdrawn} /> },
              { term: t.fees, description: <Money amount={dispute.fees} /> },
              { term: t.stripeId, description: dispute.stripeDisputeId },
              ...(dispute.closedOn
                ? [{ term: t.closedOn, description: day(dispute.closedOn) }]
                : []),
              ...(lossNote ? [{ term: words.refund.note, description: lossNote }] : []),
            ]}
          />
          {isOpenLoss ? (
            <NoteForm
              {...{ intent: "close", clickId, refusal }}
              {...{ label: t.close.note, button: t.close.button }}
            />
          ) : null}
          <LedgerTable caption={messages.finance.invoice.ledgerCaption} entries={dispute.ledger} />
        </>
      )}
    </SettleFrame>
  );
}

/** What finance is to do as a dispute stands, in Stripe's Dashboard or here. */
function WhatToDo({ status, evidenceDueDay }: { status: string; evidenceDueDay: string | null }) {
  const { todo } = useMessages().refunds.dispute;
  if (status === "needsResponse") {
    const { title, noDay, text } = todo.needsResponse;
    return (
      <Notice kind="warning" title={evidenceDueDay ? title(formatDay(evidenceDueDay)) : noDay}>
        <p>{text}</p>
      </Notice>
    );
  }
  if (status !== "underReview" && status !== "won" && status !== "lost") return null;
  const { title, text } = todo[status];
  return (
    <Notice kind={status === "lost" ? "error" : "info"} title={title}>
      <p>{text}</p>
    </Notice>
  );
}
