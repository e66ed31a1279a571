import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import type { DiscontinuationView } from "#app/usecases/discontinuations/discontinuation-view.ts";
import { MachineStatus } from "../status-badge.tsx";
import { MenuNames, NoticeCard, OwnContracts } from "./notice-card.tsx";

/** A discontinuation as it is posted: the last day, why it was late if it was, what it touches. */
export function DiscontinuationCard({
  discontinuation,
  contracts,
}: {
  discontinuation: DiscontinuationView;
  contracts?: readonly { number: string }[];
}) {
  const t = useMessages().restrictions.board;
  const locale = useLocale();
  const { discontinuationId, status, lastDay, announcedDay, text, lateReason } = discontinuation;
  return (
    <NoticeCard
      id={`discontinuation-${discontinuationId}`}
      title={t.lastDay(formatDay(lastDay))}
      clause="A20.2"
      status={<MachineStatus machine="discontinuation" state={status} />}
    >
      <p className="text-support figures">{t.announced(formatDay(announcedDay))}</p>
      <p className="measure whitespace-pre-line">{text[locale]}</p>
      {lateReason ? <p>{t.late(lateReason[locale])}</p> : null}
      <OwnContracts contracts={contracts} />
      <MenuNames menus={discontinuation.menus} />
    </NoticeCard>
  );
}
