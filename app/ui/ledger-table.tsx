import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "./data-table.tsx";
import { Money } from "./money.tsx";

/** One entry of the ledger (仕訳); one of the two amounts is 0, yen. */
export type LedgerEntryRow = {
  transactionId: string;
  n: number;
  day: string;
  /** The day on which it counts, where its month was closed; else null. */
  valueDay?: string | null;
  kind: string;
  account: string;
  debit: number;
  credit: number;
};

/** Entries of the ledger in their order. An account or kind without a word shows its own name. */
export function LedgerTable({
  caption,
  entries,
}: {
  caption: string;
  entries: readonly LedgerEntryRow[];
}) {
  const t = useMessages().finance;
  return (
    <DataTable
      caption={caption}
      empty={t.invoice.ledgerEmpty}
      rows={entries}
      rowKey={({ transactionId, n }) => `${transactionId}/${n}`}
      columns={[
        {
          key: "day",
          header: t.invoice.day,
          cell: ({ day, valueDay }) => (
            <span className="figures">
              {formatDay(day)}
              {valueDay ? (
                <span className="text-support block">{t.invoice.counts(formatDay(valueDay))}</span>
              ) : null}
            </span>
          ),
        },
        { key: "kind", header: t.invoice.kind, cell: ({ kind }) => t.invoice.kinds[kind] ?? kind },
        {
          key: "account",
          header: t.invoice.account,
          rowHeader: true,
          cell: ({ account }) => t.accounts[account] ?? account,
        },
        {
          key: "debit",
          header: t.invoice.debit,
          figures: true,
          cell: ({ debit }) => (debit > 0 ? <Money amount={debit} /> : null),
        },
        {
          key: "credit",
          header: t.invoice.credit,
          figures: true,
          cell: ({ credit }) => (credit > 0 ? <Money amount={credit} /> : null),
        },
      ]}
    />
  );
}
