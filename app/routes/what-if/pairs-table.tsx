import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Pair } from "#app/usecases/contracts/what-if/compare.ts";
import { DifferenceMark } from "./difference-mark.tsx";

/** One line of both futures side by side: what each has at a day, and how they differ. */
export function PairsTable<Item>({
  caption,
  pairs,
  day,
  show,
}: {
  caption: string;
  pairs: readonly Pair<Item>[];
  /** The day as it is shown. */
  day: (item: Item) => string;
  show: (item: Item) => ReactNode;
}) {
  const t = useMessages().whatIf.result;
  const cell = (item: Item | null) => (item ? show(item) : "–");
  return (
    <DataTable
      caption={caption}
      empty={t.empty}
      rows={pairs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          header: t.day,
          rowHeader: true,
          cell: ({ without, with: other }) => {
            const item = other ?? without;
            return <span className="figures whitespace-nowrap">{item ? day(item) : ""}</span>;
          },
        },
        { key: "without", header: t.without, cell: ({ without }) => cell(without) },
        { key: "with", header: t.with, cell: ({ with: other }) => cell(other) },
        {
          key: "mark",
          header: t.difference,
          cell: ({ mark }) => <DifferenceMark mark={mark} />,
        },
      ]}
    />
  );
}
