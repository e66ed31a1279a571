import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { Tone } from "#app/ui/status-tone.ts";
import type { PayoutLineView } from "#app/usecases/finance/read-payout.ts";

const tones: Readonly<Record<string, Tone>> = {
  matched: "success",
  explained: "neutral",
  exception: "danger",
};

/** The lines of a payout, those that need a person first, each with its reason and what to do. */
export function PayoutLines({ lines }: { lines: readonly PayoutLineView[] }) {
  const t = useMessages().finance.payout;
  const states: Record<string, string> = t.states;
  const reasons: Record<string, { reason: string; todo: string }> = t.reasons;
  return (
    <DataTable
      caption={t.caption}
      empty={t.empty}
      rows={lines}
      rowKey={({ lineId }) => lineId}
      columns={[
        {
          key: "state",
          header: t.state,
          cell: ({ state }) => (
            <StatusBadge tone={tones[state] ?? "warning"}>{states[state] ?? state}</StatusBadge>
          ),
        },
        {
          key: "line",
          header: t.line,
          rowHeader: true,
          cell: ({ type, sourceId, lineId }) => (
            <>
              {type}
              <span className="text-support text-dns-14N-130 block break-all">
                {sourceId ?? lineId}
              </span>
            </>
          ),
        },
        {
          key: "target",
          header: t.target,
          cell: (line) => (
            <>
              {line.customerId && line.invoiceId ? (
                <Link to={`/finance/invoices/${line.customerId}/${line.invoiceId}`}>
                  {line.invoiceNumber} {line.customerName}
                </Link>
              ) : null}
              <span className="block">{reasons[line.reason]?.reason ?? line.reason}</span>
            </>
          ),
        },
        {
          key: "todo",
          header: t.todo,
          cell: ({ state, reason }) => (state === "exception" && reasons[reason]?.todo) || "–",
        },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
        { key: "fee", header: t.fee, figures: true, cell: ({ fee }) => <Money amount={fee} /> },
        { key: "net", header: t.lineNet, figures: true, cell: ({ net }) => <Money amount={net} /> },
      ]}
    />
  );
}
