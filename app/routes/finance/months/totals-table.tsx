import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import type { AccountTotal } from "#machines/month-close/statement.ts";

/** What each account was debited and credited in a month, and that both come to the same. */
export function TotalsTable({ totals }: { totals: readonly AccountTotal[] }) {
  const { months: t, finance } = useMessages();
  const accounts: Record<string, string> = finance.accounts;
  const sumOf = (side: "debit" | "credit") => totals.reduce((sum, row) => sum + row[side], 0);
  const sums = { account: "", debit: sumOf("debit"), credit: sumOf("credit") };
  return (
    <DataTable
      caption={t.totals}
      empty={t.noTotals}
      rows={totals.length > 0 ? [...totals, sums] : []}
      rowKey={({ account }) => account}
      columns={[
        {
          key: "account",
          header: t.account,
          rowHeader: true,
          cell: ({ account }) => (account === "" ? t.sum : (accounts[account] ?? account)),
        },
        {
          key: "debit",
          header: t.debit,
          figures: true,
          cell: ({ debit }) => <Money amount={debit} />,
        },
        {
          key: "credit",
          header: t.credit,
          figures: true,
          cell: ({ credit }) => <Money amount={credit} />,
        },
      ]}
    />
  );
}
