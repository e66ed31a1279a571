import { Form, Link, redirect } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { listPulledPayouts } from "#app/usecases/finance/list-payouts.ts";
import type { Route } from "./+types/payouts.ts";
import { pulledFrom, pullTo } from "./pull.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const payouts = await answer(() => listPulledPayouts(principalOf(context)));
  return { payouts, pulled: pulledFrom(request) };
}

export async function action({ context }: Route.ActionArgs) {
  return redirect(await answer(() => pullTo(principalOf(context), "/finance/payouts")), 303);
}

export default function Payouts({ loaderData: { payouts, pulled } }: Route.ComponentProps) {
  const t = useMessages().finance.payouts;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        failed={pulled === "failed"}
        actions={
          <Form method="post">
            <Button>{t.pull}</Button>
          </Form>
        }
      />
      <div className="flex flex-col gap-8">
        {pulled ? <Pulled pulled={pulled} /> : null}
        <DataTable
          caption={t.caption}
          captionHidden
          empty={t.empty}
          rows={payouts}
          rowKey={({ payoutId }) => payoutId}
          columns={[
            {
              key: "day",
              header: t.arrivalDay,
              rowHeader: true,
              cell: ({ payoutId, arrivalDay }) => (
                <Link
                  to={`/finance/payouts/${payoutId}`}
                  className="figures inline-flex min-h-11 items-center"
                >
                  {formatDay(arrivalDay)}
                </Link>
              ),
            },
            { key: "id", header: t.id, cell: ({ payoutId }) => payoutId },
            {
              key: "amount",
              header: t.amount,
              figures: true,
              cell: ({ amount }) => <Money amount={amount} />,
            },
            { key: "lines", header: t.lines, figures: true, cell: ({ lines }) => lines },
            {
              key: "exceptions",
              header: t.exceptions,
              cell: ({ exceptions }) => (
                <StatusBadge tone={exceptions > 0 ? "danger" : "success"}>
                  {exceptions > 0 ? t.exceptionsOf(exceptions) : t.noExceptions}
                </StatusBadge>
              ),
            },
            {
              key: "booked",
              header: t.booked,
              cell: ({ isBooked }) => (
                <StatusBadge tone={isBooked ? "success" : "warning"}>
                  {isBooked ? t.isBooked : t.notBooked}
                </StatusBadge>
              ),
            },
            {
              key: "bank",
              header: t.bank,
              cell: ({ atBank }) =>
                atBank === null ? (
                  "–"
                ) : (
                  <StatusBadge tone={atBank ? "success" : "warning"}>
                    {atBank ? t.isAtBank : t.notAtBank}
                  </StatusBadge>
                ),
            },
            {
              key: "status",
              header: t.status,
              cell: ({ status }) => t.statuses[status] ?? status,
            },
          ]}
        />
      </div>
    </>
  );
}

function Pulled({ pulled }: { pulled: NonNullable<ReturnType<typeof pulledFrom>> }) {
  const t = useMessages().finance.payouts;
  if (pulled === "failed") {
    return (
      <Notice kind="error" live title={t.failed}>
        <p>{t.failedText}</p>
      </Notice>
    );
  }
  const { booked, waiting, unbalanced, changed, otherCurrency, atBank } = pulled;
  return (
    <Notice kind={unbalanced + changed > 0 ? "warning" : "success"} live title={t.pulled(booked)}>
      {atBank > 0 ? <p>{t.atBank(atBank)}</p> : null}
      {unbalanced > 0 ? <p>{t.unbalanced(unbalanced)}</p> : null}
      {changed > 0 ? <p>{t.changed(changed)}</p> : null}
      {waiting > 0 ? <p>{t.waiting(waiting)}</p> : null}
      {otherCurrency > 0 ? <p>{t.otherCurrency(otherCurrency)}</p> : null}
    </Notice>
  );
}
