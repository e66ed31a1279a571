import type { ReactNode } from "react";
import { Money } from "#app/ui/money.tsx";

/** The few sums that matter, large; amounts are yen. */
export function Figures({
  items,
}: {
  items: readonly { term: string; amount: number; note?: ReactNode }[];
}) {
  return (
    <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {items.map(({ term, amount, note }) => (
        <div key={term} className="border-line rounded-12 border bg-white p-5">
          <dt className="text-support">{term}</dt>
          <dd>
            <Money amount={amount} className="text-std-24B-150" />
            {note ? <span className="text-support block">{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
