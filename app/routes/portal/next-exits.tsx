import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { LateNotice, NextExit, NextExits } from "#machines/contract/next-exits.ts";

/**
 * The next days on which a contract or an option can end: last day of notice, fees, and how they compare
 * with staying and with the cheapest, under the price of being a day late. `to` gives the page on which
 * an end is asked for; left out where the reader can't ask.
 */
export function NextExitsSection({
  exits: found,
  title,
  to,
}: {
  exits: NextExits;
  title: string;
  to?: ((exit: NextExit) => string) | undefined;
}) {
  const t = useMessages().contract.exits;
  const { exits, late, stayUntil, stayFees } = found;
  return (
    <div className="flex flex-col gap-4">
      {late ? <LateWarning late={late} /> : null}
      <DataTable
        caption={title}
        empty={t.none}
        rows={exits}
        rowKey={({ endDay }) => endDay}
        columns={[
          {
            key: "end",
            header: t.end,
            rowHeader: true,
            cell: (exit) => (
              <>
                <span className="figures font-700">
                  {to ? (
                    <Link to={to(exit)} className="inline-flex min-h-11 items-center">
                      {t.endText(formatDay(exit.endDay))}
                    </Link>
                  ) : (
                    t.endText(formatDay(exit.endDay))
                  )}
                </span>
                <Derivation of={exit.endDerivation} />
              </>
            ),
          },
          {
            key: "notice",
            header: t.noticeBy,
            cell: ({ noticeBy, noticeDerivation }) => (
              <>
                <span className="figures">
                  {noticeDerivation ? formatDay(noticeBy) : t.today(formatDay(noticeBy))}
                </span>
                {noticeDerivation ? <Derivation of={noticeDerivation} /> : null}
              </>
            ),
          },
          {
            key: "basis",
            header: t.basis,
            cell: ({ basis }) => (
              <>
                {t.bases[basis]} <ClauseChip clause={basis} />
              </>
            ),
          },
          {
            key: "fees",
            header: t.fees,
            figures: true,
            cell: ({ fees }) => <Money amount={fees} />,
          },
          {
            key: "saved",
            header: t.saved,
            figures: true,
            cell: ({ saved }) => (saved === 0 ? t.noSaving : <Money amount={-saved} />),
          },
          {
            key: "beyond",
            header: t.beyond,
            figures: true,
            cell: ({ beyondCheapest }) =>
              beyondCheapest === 0 ? t.cheapest : `+${formatYen(beyondCheapest)}`,
          },
        ]}
      />
      <p className="text-support measure">{t.note(formatDay(stayUntil), formatYen(stayFees))}</p>
    </div>
  );
}

/** What one day costs: a notice after the last day of A10.2 comes under A17, and the contract renews first. */
function LateWarning({ late }: { late: LateNotice }) {
  const t = useMessages().contract.exits;
  const { lastDay, lateDay, endDay, lateEndDay, extra } = late;
  if (extra === 0) return null;
  return (
    <Notice kind="warning" title={t.lateTitle(formatYen(extra))}>
      {t.lateText({
        lastDay: formatDay(lastDay),
        endDay: formatDay(endDay),
        lateDay: formatDay(lateDay),
        lateEndDay: formatDay(lateEndDay),
        extra: formatYen(extra),
      })}{" "}
      <ClauseChip clause="A10.2" /> <ClauseChip clause="A17.1" />
    </Notice>
  );
}
