import { useId } from "react";
import type { ReactNode } from "react";

import { useMessages } from "#app/i18n/use-messages.ts";
import { classNames } from "./class-names.ts";

/** One column: its heading, what a row shows in it, figures to the right, the row's own name. */
export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  figures?: boolean;
  rowHeader?: boolean;
};

/**
 * A table with a caption. On a phone every row becomes a card with the headings repeated
 * (`narrow="cards"`), or the table scrolls sideways in a labelled region (`narrow="scroll"`, for
 * figures that are compared with each other). The roles are written out because a table shown as
 * blocks loses them in some browsers.
 *
 * @example
 * <DataTable
 *   caption={t.invoice.title}
 *   rows={invoices}
 *   rowKey={(row) => row.id}
 *   columns={[
 *     { key: "number", header: t.invoice.number, rowHeader: true,
 *       cell: (row) => <Link to={row.id}>{row.number}</Link> },
 *     { key: "total", header: t.invoice.total, figures: true, cell: (row) => <Money amount={row.total} /> },
 *   ]}
 * />
 */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  narrow = "cards",
  empty,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  narrow?: "cards" | "scroll";
  empty?: ReactNode;
}) {
  const captionId = useId();
  const words = useMessages().frame.table;
  const cards = narrow === "cards";
  const table = (
    <table role="table" className={classNames("w-full border-collapse", cards && "max-sm:block")}>
      <caption
        id={captionId}
        className={
          captionHidden
            ? "sr-only"
            : classNames("text-std-18B-160 mb-2 text-left", cards && "max-sm:block")
        }
      >
        {caption}
      </caption>
      <thead role="rowgroup" className={classNames(cards && "max-sm:sr-only")}>
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={classNames(
                "bg-solid-gray-50 border-solid-gray-600 border-b-2 px-3 py-3 text-left align-bottom whitespace-nowrap",
                column.figures && "text-right",
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        className={classNames(cards && "max-sm:flex max-sm:flex-col max-sm:gap-4")}
      >
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className={classNames(
              "hover:bg-surface",
              cards && "max-sm:border-line max-sm:block max-sm:rounded-8 max-sm:border max-sm:p-2",
            )}
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} cards={cards}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (rows.length === 0) {
    return (
      <div>
        {captionHidden ? null : <p className="text-std-18B-160">{caption}</p>}
        <p className="border-line text-support rounded-8 border border-dashed p-6 text-center">
          {empty ?? words.empty}
        </p>
      </div>
    );
  }
  if (cards) return table;
  return (
    <div role="region" aria-labelledby={captionId} tabIndex={0} className="overflow-x-auto">
      {table}
    </div>
  );
}

function Cell<Row>({
  column,
  cards,
  children,
}: {
  column: Column<Row>;
  cards: boolean;
  children: ReactNode;
}) {
  const className = classNames(
    "border-line border-b px-3 py-3 text-left align-middle font-400",
    column.figures && "figures text-right whitespace-nowrap",
    !cards && "max-sm:whitespace-nowrap",
    cards &&
      "max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:border-0 max-sm:px-2 max-sm:py-2",
    cards && column.rowHeader && "max-sm:font-700",
  );
  const content = (
    <>
      {cards ? (
        <span aria-hidden="true" className="text-support shrink-0 text-left font-400 sm:hidden">
          {column.header}
        </span>
      ) : null}
      {cards ? <div className="min-w-0 max-sm:text-right">{children}</div> : children}
    </>
  );
  return column.rowHeader ? (
    <th role="rowheader" scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td role="cell" className={className}>
      {content}
    </td>
  );
}
