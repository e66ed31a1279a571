import { formatCount, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { MonthView } from "#app/usecases/finance/months/read-month.ts";

/** When a month was closed and opened again, the latest first. */
export function Closings({ closings }: { closings: MonthView["closings"] }) {
  const t = useMessages().months;
  const rows = closings.map((closing, place) => ({ ...closing, count: closings.length - place }));
  return (
    <DataTable
      caption={t.historyCaption}
      captionHidden
      empty={t.historyEmpty}
      rows={rows}
      rowKey={({ at }) => at}
      columns={[
        {
          key: "count",
          header: t.version,
          rowHeader: true,
          cell: ({ count }) => t.versionOf(count),
        },
        {
          key: "at",
          header: t.closedAt,
          cell: ({ at, byName }) => (
            <>
              <span className="figures">{formatInstant(at)}</span>
              <span className="block">{byName ?? t.gone}</span>
            </>
          ),
        },
        {
          key: "bookings",
          header: t.bookings,
          figures: true,
          cell: ({ transactions }) => formatCount(transactions),
        },
        {
          key: "hash",
          header: t.hash,
          cell: ({ hash }) => (
            <span className="text-dns-14N-130 break-all">{hash.slice(0, 16)}…</span>
          ),
        },
        {
          key: "reopened",
          header: t.reopenedOn,
          cell: ({ reopened, reopenedByName }) =>
            reopened ? (
              <>
                <span className="figures">{formatInstant(reopened.at)}</span>
                <span className="block">{reopenedByName ?? t.gone}</span>
                <span className="block">{reopened.reason}</span>
              </>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
