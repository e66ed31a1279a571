import { Form, Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { readReceipt } from "#app/usecases/finance/bank/read-receipts.ts";
import type { PayoutProposal } from "#app/usecases/finance/payouts/propose-payouts.ts";
import { Reasons } from "./reasons.tsx";

type Payout = NonNullable<Awaited<ReturnType<typeof readReceipt>>["payout"]>;

function PayoutLink({ payoutId }: { payoutId: string }) {
  const t = useMessages().receipts;
  return (
    <Link
      to={`/finance/payouts/${payoutId}`}
      className="inline-flex min-h-11 items-center break-all"
    >
      {t.payoutOf(payoutId)}
    </Link>
  );
}

/** The payouts of Stripe that a receipt may be, each to be chosen. */
export function PayoutForms({
  payouts,
  seen,
  fault,
}: {
  payouts: readonly PayoutProposal[];
  seen: number;
  /** What was wrong with the last choice. */
  fault: { payoutId: string; message: string } | null;
}) {
  const words = useMessages().receipts.receipt.payouts;
  if (payouts.length === 0) return null;
  return (
    <section className="flex flex-col gap-6">
      <h2>{words.title}</h2>
      <p className="measure">{words.lead}</p>
      {payouts.map(({ payoutId, amount, arrivalDay, isReturned, reasons, confidence }) => (
        <Form
          key={payoutId}
          id={`payout-${payoutId}`}
          tabIndex={-1}
          method="post"
          className="border-line flex flex-col gap-4 rounded-12 border bg-white p-6"
        >
          <div>
            <h3>
              <PayoutLink payoutId={payoutId} />
            </h3>
            <Reasons reasons={reasons} confidence={confidence} />
          </div>
          <p>
            <Money amount={amount} />
            <span className="text-support block">
              {words.arrival}: <span className="figures">{formatDay(arrivalDay)}</span>
            </span>
          </p>
          {isReturned ? <p className="measure">{words.returned}</p> : null}
          {fault?.payoutId === payoutId ? (
            <p className="text-error-2 font-700">{fault.message}</p>
          ) : null}
          <input type="hidden" name="payoutId" value={payoutId} />
          <input type="hidden" name="seen" value={seen} />
          <div>
            <Button
              name="intent"
              value="matchPayout"
              look={isReturned ? "secondary" : "primary"}
              aria-label={isReturned ? words.sentBackFor(payoutId) : words.matchTo(payoutId)}
            >
              {isReturned ? words.sentBack : words.match}
            </Button>
          </div>
        </Form>
      ))}
    </section>
  );
}

/** The payout whose money a receipt is. */
export function PayoutSummary({ payout }: { payout: Payout }) {
  const t = useMessages().receipts;
  const words = t.receipt.payouts;
  const { payoutId, amount, arrivalDay, returnedOn } = payout;
  return (
    <section className="flex flex-col gap-4">
      <h2>{words.matched}</h2>
      <DescriptionList
        items={[
          { term: words.payout, description: <PayoutLink payoutId={payoutId} /> },
          { term: words.arrival, description: formatDay(arrivalDay) },
          {
            term: t.amount,
            description: (
              <>
                <Money amount={amount} />
                {returnedOn ? (
                  <span className="text-support block">
                    {words.wentBack(formatDay(returnedOn))}
                  </span>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Says of a receipt that waits what is odd about it and Stripe's payouts; nothing where nothing is. */
export function PayoutNotice({
  contradicted,
  isUnknown,
}: {
  /** The payout whose money it was, while Stripe says that it failed. */
  contradicted: string | null;
  /** Whether Stripe paid it and no payout fits. */
  isUnknown: boolean;
}) {
  const words = useMessages().receipts.receipt.payouts;
  if (contradicted !== null) {
    return (
      <Notice kind="error" title={words.contradiction}>
        <p className="break-words">{words.contradictionText(contradicted)}</p>
      </Notice>
    );
  }
  if (!isUnknown) return null;
  return (
    <Notice kind="warning" title={words.unknown}>
      <p>{words.unknownText}</p>
      <LinkButton to="/finance/payouts" look="secondary">
        {words.pull}
      </LinkButton>
    </Notice>
  );
}
