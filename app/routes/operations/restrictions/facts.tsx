import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { RestrictionView } from "#app/usecases/restrictions/restriction-view.ts";

/** What is known of a restriction, for staff. */
export function RestrictionFacts({ restriction }: { restriction: RestrictionView }) {
  const t = useMessages().restrictions;
  const locale = useLocale();
  const { clause, reason, menus, contracts, startsAt, endsAt, begunAt, liftedAt } = restriction;
  const { endDay, noticeDay, refund, ground, refundReason, text } = restriction;
  const time = (instant: string) => <span className="figures">{formatInstant(instant)}</span>;
  const names = menus.map((menu) => (locale === "ja" ? menu.nameJa : menu.nameEn));
  const words = (said: string) => <span className="whitespace-pre-line">{said}</span>;
  return (
    <DescriptionList
      items={[
        {
          term: t.fields.clause,
          description: (
            <>
              {reason[locale]} <ClauseChip clause={clause} />
            </>
          ),
        },
        {
          term: t.fields.scope,
          description:
            contracts.length > 0
              ? `${t.scopes.contracts} (${contracts.length})`
              : names.join(t.separator),
        },
        { term: t.fields.start, description: time(startsAt) },
        { term: t.fields.endsAt, description: endsAt ? time(endsAt) : t.unknown },
        ...(begunAt ? [{ term: t.staff.begun, description: time(begunAt) }] : []),
        ...(liftedAt ? [{ term: t.staff.lifted, description: time(liftedAt) }] : []),
        { term: t.fields.textJa, description: words(text.ja) },
        { term: t.fields.textEn, description: words(text.en) },
        ...(endDay && noticeDay
          ? [
              { term: t.staff.noticeDay, description: formatDay(noticeDay) },
              { term: t.fields.endDay, description: formatDay(endDay) },
              { term: t.fields.refund, description: t.refunds[refund ?? "none"] },
              { term: t.fields.ground, description: words(ground ?? "") },
              { term: t.fields.refundReason, description: words(refundReason ?? "") },
            ]
          : []),
      ]}
    />
  );
}
