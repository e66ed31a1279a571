import { Form, redirect } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { LedgerTable } from "#app/ui/ledger-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readPayout, type PayoutView } from "#app/usecases/finance/read-payout.ts";
import type { Route } from "./+types/payout.ts";
import { Figures } from "./figures.tsx";
import { PayoutBank } from "./payout-bank.tsx";
import { PayoutLines } from "./payout-lines.tsx";
import { pullTo } from "./pull.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  return answer(() => readPayout(principalOf(context), params.payoutId));
}

export async function action({ params, context }: Route.ActionArgs) {
  const path = `/finance/payouts/${params.payoutId}`;
  return redirect(await answer(() => pullTo(principalOf(context), path)), 303);
}

export default function Payout({ loaderData: payout }: Route.ComponentProps) {
  const { payout: t, payouts } = useMessages().finance;
  const { gross, fees, other, amount, exceptions } = payout;
  const hasFailed = payout.status === "failed" || payout.status === "canceled";
  return (
    <>
      <PageHeader
        title={t.titleOf(formatDay(payout.arrivalDay))}
        lead={<span className="text-support">{payout.payoutId}</span>}
        trail={[{ to: "/finance/payouts", label: payouts.title }]}
      />
      <div className="flex flex-col gap-10">
        {hasFailed ? (
          <Notice kind="error" title={t.failedTitle}>
            <p>{t.failedText}</p>
          </Notice>
        ) : null}
        <Identity payout={payout} />
        <PayoutBank bank={payout.bank} />
        <Figures
          items={[
            { term: t.gross, amount: gross },
            { term: t.fees, amount: fees === 0 ? 0 : -fees },
            { term: t.other, amount: other },
            { term: t.net, amount },
          ]}
        />
        {exceptions > 0 ? (
          <Notice kind="warning" title={t.exceptionsTitle(exceptions)}>
            <p>{t.exceptionsText}</p>
          </Notice>
        ) : null}
        {payout.lineCount > payout.lines.length ? (
          <p>{t.listed(payout.lines.length, payout.lineCount)}</p>
        ) : null}
        <PayoutLines lines={payout.lines} />
        <LedgerTable caption={t.ledgerCaption} entries={payout.ledger} />
      </div>
    </>
  );
}

/** Whether the lines add up to the payout, and what to do where they don't. */
function Identity({ payout: { difference, isBooked } }: { payout: PayoutView }) {
  const t = useMessages().finance.payout;
  if (isBooked && difference === 0) return <Notice kind="success" title={t.holds} />;
  return (
    <Notice kind="error" title={t.broken(formatYen(difference))}>
      <p>{t.brokenText}</p>
      <Form method="post">
        <Button look="secondary">{t.pullAgain}</Button>
      </Form>
    </Notice>
  );
}
