import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import type { Age, ByAge } from "#app/usecases/finance/ledger/receivables-by-age.ts";

/** Darker with age, so that the order shows in greyscale as well. */
const fills: Record<Age, string> = {
  notDue: "#7096f8",
  upTo30: "#d38200",
  upTo60: "#b65200",
  upTo90: "#ce0000",
  over90: "#7d0000",
};

/** Amounts by age in yen: bars for the eye, beside the figures that they draw. */
export function AgeBars({
  ages,
  byAge,
  total,
}: {
  ages: readonly Age[];
  byAge: ByAge;
  total: number;
}) {
  const t = useMessages().ledger;
  const most = Math.max(1, ...ages.map((age) => byAge[age]));
  const rows = [...ages, null].map((age) => ({ age, amount: age ? byAge[age] : total }));
  return (
    <DataTable
      caption={t.receivables.chart}
      rows={rows}
      rowKey={({ age }) => age ?? ""}
      narrow="scroll"
      columns={[
        {
          key: "age",
          header: t.receivables.age,
          rowHeader: true,
          cell: ({ age }) => (age ? t.ages[age] : <span className="font-700">{t.total}</span>),
        },
        {
          key: "bar",
          header: t.receivables.share,
          cell: ({ age, amount }) =>
            age ? (
              <svg
                aria-hidden="true"
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                className="h-6 w-full min-w-32"
              >
                <rect width="100" height="8" fill="#f2f2f2" />
                <rect width={(Math.max(0, amount) / most) * 100} height="8" fill={fills[age]} />
              </svg>
            ) : null,
        },
        {
          key: "amount",
          header: t.receivables.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
      ]}
    />
  );
}
