import { Link } from "react-router";
import { formatCount, formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { VersionForStaff } from "#app/usecases/terms/read-versions.ts";
import { DeliveryCountsLine } from "./delivery-counts.tsx";
import { versionPage } from "./version-page.ts";

/** What staff know of a version: its document, days, whom it touches, what became of the notices. */
export function VersionFacts({ read }: { read: VersionForStaff }) {
  const t = useMessages().terms;
  const locale = useLocale();
  const { version, document, previous, lastDay, affected, isIntact, deliveries } = read;
  const summary = locale === "ja" ? version.summaryJa : version.summaryEn;
  const reason = locale === "ja" ? version.lateReasonJa : version.lateReasonEn;
  const day = (text: string | null) => (
    <span className="figures">{text ? formatDay(text) : "–"}</span>
  );
  const wasAnnounced = version.announcedDay !== null;
  return (
    <section aria-labelledby="facts" className="flex flex-col gap-4">
      <h2 id="facts">{t.staff.facts}</h2>
      {isIntact ? null : <Notice kind="error" title={t.staff.intactNo} />}
      <DescriptionList
        items={[
          { term: t.columns.document, description: document.name[locale] },
          {
            term: t.staff.previous,
            description: previous ? (
              <Link to={versionPage(previous.version)}>{previous.version}</Link>
            ) : (
              t.staff.previousNone
            ),
          },
          { term: t.columns.announcedDay, description: day(version.announcedDay) },
          { term: t.columns.effectiveDay, description: day(version.effectiveDay) },
          ...(wasAnnounced && lastDay
            ? [
                {
                  term: t.staff.lastDay,
                  description: (
                    <>
                      {day(lastDay.day)}
                      <Derivation of={lastDay.derivation} />
                    </>
                  ),
                },
              ]
            : []),
          ...(summary ? [{ term: t.columns.summary, description: summary }] : []),
          ...(reason ? [{ term: t.lateReason, description: reason }] : []),
          {
            term: t.staff.affected,
            description: t.staff.affectedCount(
              formatCount(affected.customers),
              formatCount(affected.machines),
            ),
          },
          ...(isIntact ? [{ term: t.staff.intact, description: t.staff.intactYes }] : []),
        ]}
      />
      {wasAnnounced ? (
        <div className="flex flex-col gap-2">
          <h3>{t.staff.deliveries}</h3>
          <DeliveryCountsLine counts={deliveries} version={version.version} />
        </div>
      ) : null}
    </section>
  );
}
