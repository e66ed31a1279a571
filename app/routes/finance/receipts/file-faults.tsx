import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { LineProblem } from "#app/usecases/finance/bank/bank-line.ts";

/** What is wrong with a file, each with its line and column and what to do. */
export function FileFaults({ problems }: { problems: readonly LineProblem[] }) {
  const t = useMessages().receipts.faults;
  return (
    <DataTable
      caption={t.caption}
      rows={problems}
      rowKey={({ line, column, fault }) => `${line}/${column}/${fault}`}
      columns={[
        { key: "line", header: t.line, rowHeader: true, cell: ({ line }) => line },
        { key: "column", header: t.column, cell: ({ column }) => column },
        {
          key: "found",
          header: t.found,
          cell: ({ found }) => <span className="break-all">{found || "–"}</span>,
        },
        { key: "what", header: t.what, cell: ({ fault }) => t[fault] },
      ]}
    />
  );
}
