import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { ApprovalView } from "#app/usecases/finance/approvals/read-approvals.ts";

/** Approvals that wait, or that were decided. */
export function ApprovalsTable({
  caption,
  empty,
  rows,
  isDecided = false,
}: {
  caption: string;
  empty: string;
  rows: readonly ApprovalView[];
  isDecided?: boolean;
}) {
  const t = useMessages().approvals;
  return (
    <DataTable
      caption={caption}
      captionHidden
      empty={empty}
      rows={rows}
      rowKey={({ approvalId }) => approvalId}
      columns={[
        {
          key: "subject",
          header: t.subject,
          rowHeader: true,
          cell: ({ customerId, approvalId, subject }) => (
            <Link to={`/finance/approvals/${customerId}/${approvalId}`}>{t.subjects[subject]}</Link>
          ),
        },
        { key: "customer", header: t.customer, cell: ({ customerName }) => customerName },
        { key: "invoice", header: t.invoice, cell: ({ invoice }) => invoice?.number ?? "–" },
        {
          key: "amount",
          header: t.amountWithTax,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
        {
          key: "day",
          header: isDecided ? t.decidedOn : t.proposedOn,
          cell: ({ proposedOn, decidedOn }) => (
            <span className="figures">{formatDay(isDecided ? (decidedOn ?? "") : proposedOn)}</span>
          ),
        },
        {
          key: "who",
          header: isDecided ? t.decidedBy : t.proposedBy,
          cell: ({ proposedBy, decidedBy }) => (isDecided ? decidedBy : proposedBy) ?? t.somebody,
        },
        {
          key: "status",
          header: t.state,
          cell: ({ status }) => <MachineStatus machine="approval" state={status} />,
        },
      ]}
    />
  );
}
