import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import type { PostedRestriction } from "#app/usecases/notices/notice-board.ts";
import { MachineStatus } from "../status-badge.tsx";
import { MenuNames, NoticeCard, OwnContracts } from "./notice-card.tsx";

/** A restriction as it is posted: why, since when, until when, what it means for fees. */
export function RestrictionCard({
  restriction,
  contracts,
}: {
  restriction: PostedRestriction;
  contracts?: readonly { number: string }[];
}) {
  const { board: t, staff } = useMessages().restrictions;
  const { page } = staff;
  const locale = useLocale();
  const { restrictionId, status, clause, reason, startsAt, endsAt, endDay, text } = restriction;
  const end = endsAt === null ? t.open : t.until(formatInstant(endsAt));
  return (
    <NoticeCard
      id={`restriction-${restrictionId}`}
      title={page(reason[locale])}
      clause={clause}
      status={<MachineStatus machine="restriction" state={status} />}
    >
      <p className="figures font-700">{`${t.from(formatInstant(startsAt))}${locale === "ja" ? "、" : ", "}${end}`}</p>
      <p className="measure whitespace-pre-line">{text[locale]}</p>
      {endDay ? <p className="text-error-2 font-700">{t.ends(formatDay(endDay))}</p> : null}
      <OwnContracts contracts={contracts} />
      <MenuNames menus={restriction.menus} />
      <p className="text-support">{t.fees}</p>
    </NoticeCard>
  );
}
