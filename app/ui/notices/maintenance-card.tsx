import { formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import { MachineStatus } from "../status-badge.tsx";
import { MenuNames, NoticeCard, OwnContracts } from "./notice-card.tsx";

/** A window of planned maintenance beside other notices. */
export function MaintenanceCard({
  window,
  contracts,
}: {
  window: MaintenanceWindow;
  contracts?: readonly { number: string }[];
}) {
  const t = useMessages().maintenance;
  const isJapanese = useLocale() === "ja";
  const { maintenanceId, status, startsAt, endsAt, menus } = window;
  return (
    <NoticeCard
      id={`maintenance-${maintenanceId}`}
      title={isJapanese ? window.titleJa : window.titleEn}
      clause="A22.5(4)"
      status={<MachineStatus machine="maintenance" state={status} />}
    >
      <p className="figures font-700">{t.range(formatInstant(startsAt), formatInstant(endsAt))}</p>
      <OwnContracts contracts={contracts} />
      <MenuNames menus={menus} />
    </NoticeCard>
  );
}
