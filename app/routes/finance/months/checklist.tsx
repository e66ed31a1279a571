import { Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { CheckView, PointView } from "#app/usecases/finance/months/read-month.ts";
import { ExplainForm, type Refused } from "./explain-form.tsx";
import { useMonthName } from "./month-name.ts";

/** What keeps a month from being closed, check by check, and where each point is settled. */
export function Checklist({
  checks,
  mayExplain,
  clickId,
  refused,
}: {
  checks: readonly CheckView[];
  mayExplain: boolean;
  clickId: string;
  refused: Refused | undefined;
}) {
  const t = useMessages().months;
  const unmet = checks.filter(({ open }) => open > 0).length;
  return (
    <section className="flex flex-col gap-6">
      <h2>{t.checklist}</h2>
      <Notice
        kind={unmet > 0 ? "warning" : "success"}
        title={unmet > 0 ? t.notMet(unmet) : t.allMet}
      />
      <ol className="border-line divide-line flex flex-col divide-y border-y">
        {checks.map((check) => (
          <li key={check.check} className="flex flex-col gap-3 py-4">
            <div className="flex flex-wrap items-center gap-3">
              <StatusBadge tone={check.open > 0 ? "danger" : "success"}>
                {check.open > 0 ? t.open(check.open) : t.met}
              </StatusBadge>
              <h3 className="text-std-17B-170">{t.checks[check.check]}</h3>
            </div>
            {check.open > 0 ? <p>{t.how[check.check]}</p> : null}
            {check.open > 0 && check.check !== "monthOver" ? (
              <Points check={check} {...{ mayExplain, clickId, refused }} />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Points({
  check,
  mayExplain,
  clickId,
  refused,
}: {
  check: CheckView;
  mayExplain: boolean;
  clickId: string;
  refused: Refused | undefined;
}) {
  const { months: t, finance, frame } = useMessages();
  const monthName = useMonthName();
  const reasons: Record<string, { reason: string }> = finance.payout.reasons;
  const nameOf = ({ name, subject }: PointView) =>
    check.check === "earlierMonth"
      ? monthName(subject)
      : (t.names[name] ?? reasons[name]?.reason ?? name.normalize("NFKC"));
  const more = check.open - check.points.length;
  return (
    <>
      <DataTable
        caption={t.pointsOf(t.checks[check.check])}
        captionHidden
        rows={check.points}
        rowKey={({ subject }) => subject}
        columns={[
          {
            key: "what",
            header: t.point,
            rowHeader: true,
            cell: (point) => (
              <>
                {point.page ? (
                  <Link to={point.page} className="inline-flex min-h-11 items-center break-all">
                    {nameOf(point)}
                  </Link>
                ) : (
                  nameOf(point)
                )}
                {point.customerName ? <span className="block">{point.customerName}</span> : null}
                {check.isExplainable ? (
                  <span className="text-support text-dns-14N-130 block break-all">
                    {point.subject}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: "amount",
            header: t.amount,
            figures: true,
            cell: ({ amount }) => (amount === null ? "–" : formatYen(amount)),
          },
          {
            key: "since",
            header: t.since,
            cell: ({ since, ageDays }) => (
              <span className="figures">
                {formatDay(since)}
                <span className="text-support block">{t.ageOf(ageDays)}</span>
              </span>
            ),
          },
          {
            key: "owner",
            header: t.owner,
            cell: ({ role, ownerName }) =>
              ownerName === null
                ? t.nobody(frame.roles[role])
                : t.ownerOf(frame.roles[role], ownerName),
          },
          ...(check.isExplainable && mayExplain
            ? [
                {
                  key: "explain",
                  header: t.settle,
                  cell: (point: PointView) => (
                    <ExplainForm
                      check={check.check}
                      subject={point.subject}
                      name={nameOf(point)}
                      {...{ clickId, refused }}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {more > 0 ? <p>{t.more(more)}</p> : null}
    </>
  );
}
