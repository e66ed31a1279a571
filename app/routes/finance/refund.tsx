import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { LedgerTable } from "#app/ui/ledger-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { readRefund } from "#app/usecases/finance/refunds/read-refunds.ts";
import {
  closeFailure,
  recordTransfer,
  recordTransferFailure,
} from "#app/usecases/finance/refunds/settle-refund.ts";
import type { Route } from "./+types/refund.ts";
import { NoteForm } from "./refunds/note-form.tsx";
import { settleAction } from "./refunds/settle-action.ts";
import { SettleFrame } from "./refunds/settle-frame.tsx";
import { TransferForm } from "./refunds/transfer-form.tsx";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const refund = await answer(() => readRefund(principalOf(context), params));
  const done = new URL(request.url).searchParams.get("done");
  return { refund, done, clickId: crypto.randomUUID() };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const principal = principalOf(context);
  const page = `/finance/refunds/${params.customerId}/${params.refundId}`;
  return settleAction(page, await request.formData(), {
    transfer: {
      done: "transferred",
      run: (click, typed) => recordTransfer(principal, params, click, typed),
    },
    transferFailed: {
      done: "transferFailed",
      run: (click, typed) => recordTransferFailure(principal, params, click, typed),
    },
    close: { done: "closed", run: (click, typed) => closeFailure(principal, params, click, typed) },
  });
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

export default function Refund({ loaderData, actionData }: Route.ComponentProps) {
  const { refund, done, clickId } = loaderData;
  const messages = useMessages();
  const words = messages.refunds;
  const t = words.refund;
  const { customerId, invoiceId, status, failureNote, exceeding } = refund;
  const isOpenFailure = status === "failed" && failureNote === null;
  const day = (iso: string) => <span className="figures">{formatDay(iso)}</span>;
  const invoicePage = `/finance/invoices/${customerId}/${invoiceId}`;
  const facts = [
    { term: words.customer, description: refund.customerName },
    {
      term: words.invoice,
      description: <Link to={invoicePage}>{refund.invoiceNumber}</Link>,
    },
    { term: words.amount, description: <Money amount={refund.amount} /> },
    {
      term: words.method,
      description: refund.paymentId ? words.methods.card : words.methods.transfer,
    },
    ...(refund.reason ? [{ term: t.reason, description: refund.reason }] : []),
    ...(refund.approvalId
      ? [
          {
            term: t.approval,
            description: (
              <Link to={`/finance/approvals/${customerId}/${refund.approvalId}`}>
                {t.approvalLink}
              </Link>
            ),
          },
        ]
      : []),
    ...(refund.madeOn ? [{ term: words.madeOn, description: day(refund.madeOn) }] : []),
    ...(refund.stripeRefundId ? [{ term: t.stripeId, description: refund.stripeRefundId }] : []),
    ...(refund.failedOn ? [{ term: t.failedOn, description: day(refund.failedOn) }] : []),
    ...(refund.failureCode ? [{ term: t.failure, description: refund.failureCode }] : []),
    ...(failureNote ? [{ term: t.note, description: failureNote }] : []),
  ];
  return (
    <SettleFrame
      {...{ machine: "refund", state: status, done, refused: actionData }}
      title={t.titleOf(refund.invoiceNumber ?? "")}
    >
      {(refusal) => (
        <>
          {refund.isFound ? <Notice title={t.found} /> : null}
          {isOpenFailure ? (
            <Notice kind="error" title={t.failed.title}>
              <p>{t.failed.text}</p>
              <Link to={`${invoicePage}/refund`}>{t.failed.again}</Link>
            </Notice>
          ) : null}
          {exceeding > 0 && failureNote === null ? (
            <Notice kind="error" title={t.excess.title(formatYen(exceeding))}>
              <p>{t.excess.text}</p>
            </Notice>
          ) : null}
          <DescriptionList items={facts} />
          {status === "toTransfer" ? (
            <TransferForm clickId={clickId} today={refund.today} refusal={refusal} />
          ) : null}
          {isOpenFailure || (status === "succeeded" && exceeding > 0 && failureNote === null) ? (
            <NoteForm
              {...{ intent: "close", clickId, refusal }}
              {...{ label: t.close.note, button: t.close.button }}
            />
          ) : null}
          <LedgerTable caption={messages.finance.invoice.ledgerCaption} entries={refund.ledger} />
        </>
      )}
    </SettleFrame>
  );
}
