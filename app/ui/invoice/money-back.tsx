import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Link } from "react-router";
import { DataTable } from "../data-table.tsx";
import { Money } from "../money.tsx";
import { Notice } from "../notice.tsx";
import { MachineStatus } from "../status-badge.tsx";

/** A refund or a dispute of an invoice; `page` where the reader may open it. Amounts are yen, days ISO. */
export interface MoneyBackRow {
  key: string;
  kind: "refund" | "dispute";
  method: "card" | "transfer";
  amount: number;
  day: string | null;
  status: string;
  page: string | null;
}

/** What of an invoice's money went back, and whether a card payment is disputed; nothing where neither is. */
export function MoneyBack({ rows }: { rows: readonly MoneyBackRow[] }) {
  const words = useMessages().refunds;
  const t = words.ofInvoice;
  if (rows.length === 0) return null;
  const isDisputed = rows.some(
    ({ kind, status }) => kind === "dispute" && !["won", "lost"].includes(status),
  );
  return (
    <>
      {isDisputed ? (
        <Notice kind="warning" title={t.disputedTitle}>
          <p>{t.disputedText}</p>
        </Notice>
      ) : null}
      <DataTable
        caption={t.caption}
        empty=""
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "day",
            header: t.day,
            cell: ({ day }) => <span className="figures">{day ? formatDay(day) : "–"}</span>,
          },
          {
            key: "what",
            header: t.what,
            rowHeader: true,
            cell: ({ kind, method, page }) => {
              const name = kind === "refund" ? t.refund(words.methods[method]) : t.dispute;
              return page ? <Link to={page}>{name}</Link> : name;
            },
          },
          {
            key: "amount",
            header: words.amount,
            figures: true,
            cell: ({ amount }) => <Money amount={amount} />,
          },
          {
            key: "status",
            header: words.status,
            cell: ({ kind, status }) => <MachineStatus machine={kind} state={status} />,
          },
        ]}
      />
    </>
  );
}
