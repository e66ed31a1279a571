import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/money.tsx";
import type { Receivables } from "#app/usecases/finance/receivables.ts";

type Bar = Receivables["byAge"][number];

/** Darker with age, so that the order shows in greyscale as well. */
const fills: Record<Bar["age"], string> = {
  notDue: "#7096f8",
  upTo14: "#d38200",
  upTo30: "#b65200",
  upTo60: "#ce0000",
  over60: "#7d0000",
};

/** Receivables by age: bars for the eye, beside the figures that they draw. */
export function AgeChart({ byAge }: { byAge: readonly Bar[] }) {
  const t = useMessages().finance.home;
  const most = Math.max(1, ...byAge.map(({ amount }) => amount));
  return (
    <DataTable
      caption={t.ageTitle}
      rows={byAge}
      rowKey={({ age }) => age}
      narrow="scroll"
      columns={[
        { key: "age", header: t.age, rowHeader: true, cell: ({ age }) => t.ages[age] },
        {
          key: "bar",
          header: t.bar,
          cell: ({ age, amount }) => (
            <svg
              aria-hidden="true"
              viewBox="0 0 100 8"
              preserveAspectRatio="none"
              className="h-6 w-full min-w-40"
            >
              <rect x="0" y="0" width="100" height="8" fill="#f2f2f2" />
              <rect x="0" y="0" width={(amount / most) * 100} height="8" fill={fills[age]} />
            </svg>
          ),
        },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
        { key: "count", header: t.count, figures: true, cell: ({ count }) => t.invoices(count) },
      ]}
    />
  );
}
