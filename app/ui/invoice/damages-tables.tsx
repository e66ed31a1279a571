import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "../data-table.tsx";
import { Money } from "../money.tsx";

/** Thousandths a year as a percentage: 146 is 14.6%. */
export const rateText = (perMille: number): string =>
  `${Math.floor(perMille / 10)}${perMille % 10 === 0 ? "" : `.${perMille % 10}`}%`;

/** Days of delay on one principal. Amounts are yen, days ISO. */
export type DelayRow = {
  from: string;
  to: string;
  days: number;
  principal: number;
  damages: number;
};

/** Money that came in or was decided on, and what it went to, in yen. */
export type AppliedRow = {
  id: string;
  kind: "received" | "credited" | "claimed" | "waived";
  day: string;
  amount: number;
  damages: number;
  principal: number;
  onTop: number;
};

const Day = ({ day }: { day: string }) => (
  <time dateTime={day} className="figures whitespace-nowrap">
    {formatDay(day)}
  </time>
);

/** The delay piece by piece, each with the formula that gives its damages (A14.3). */
export function DelayTable({
  rows,
  perMille,
  asOf,
}: {
  rows: readonly DelayRow[];
  perMille: number;
  asOf: string;
}) {
  const t = useMessages().damages.segments;
  const rate = rateText(perMille);
  return (
    <DataTable
      caption={t.caption(formatDay(asOf))}
      rows={rows}
      rowKey={({ from }) => from}
      columns={[
        { key: "from", header: t.from, rowHeader: true, cell: ({ from }) => <Day day={from} /> },
        { key: "to", header: t.to, cell: ({ to }) => <Day day={to} /> },
        {
          key: "principal",
          header: t.principal,
          figures: true,
          cell: ({ principal }) => <Money amount={principal} />,
        },
        { key: "rate", header: t.rate, figures: true, cell: () => rate },
        { key: "days", header: t.days, figures: true, cell: ({ days }) => t.daysOf(days) },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ damages, principal, days }) => (
            <>
              <Money amount={damages} />
              <span className="text-support block font-400 whitespace-normal">
                {formatYen(principal)} × {rate} × {days} ÷ 365
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

/** What each payment went to: damages first, then principal (Civil Code 489). */
export function AppliedTable({ rows }: { rows: readonly AppliedRow[] }) {
  const t = useMessages().damages.entries;
  const hasRest = rows.some(({ onTop }) => onTop > 0);
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      rowKey={({ id, kind }) => `${kind}/${id}`}
      columns={[
        { key: "day", header: t.day, rowHeader: true, cell: ({ day }) => <Day day={day} /> },
        { key: "what", header: t.what, cell: ({ kind }) => t.kinds[kind] },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
        {
          key: "damages",
          header: t.damages,
          figures: true,
          cell: ({ damages }) => <Money amount={damages} />,
        },
        {
          key: "principal",
          header: t.principal,
          figures: true,
          cell: ({ principal }) => <Money amount={principal} />,
        },
        ...(hasRest
          ? [
              {
                key: "onTop",
                header: t.onTop,
                figures: true,
                cell: ({ onTop }: AppliedRow) => <Money amount={onTop} />,
              },
            ]
          : []),
      ]}
    />
  );
}
