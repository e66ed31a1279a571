import { formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { currentPortal } from "#app/portal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { maintenanceCalendar } from "#app/usecases/maintenance/list-maintenance.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import type { Route } from "./+types/maintenance.ts";
import { PublicFrame } from "./frame.tsx";

export async function loader() {
  return { ...(await answer(() => maintenanceCalendar())), appUrl: currentPortal().appUrl };
}

export default function Maintenance({ loaderData }: Route.ComponentProps) {
  const { coming, past, appUrl } = loaderData;
  const t = useMessages().maintenance;
  return (
    <PublicFrame>
      <PageHeader title={t.title} lead={t.lead} status={<ClauseChip clause="A22.5(4)" />} />
      <div className="flex flex-col gap-12">
        <Windows title={t.coming} empty={t.comingNone} windows={coming} />
        <Subscription appUrl={appUrl} />
        <Windows title={t.past} empty={t.pastNone} windows={past} />
      </div>
    </PublicFrame>
  );
}

function Windows({
  title,
  empty,
  windows,
}: {
  title: string;
  empty: string;
  windows: readonly MaintenanceWindow[];
}) {
  return (
    <section className="flex flex-col gap-4">
      <h2>{title}</h2>
      {windows.length === 0 ? (
        <p className="border-line text-support rounded-8 border border-dashed p-6 text-center">
          {empty}
        </p>
      ) : (
        <ul className="flex flex-col gap-4">
          {windows.map((window) => (
            <li key={window.maintenanceId}>
              <WindowCard window={window} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function WindowCard({ window }: { window: MaintenanceWindow }) {
  const t = useMessages().maintenance;
  const isJapanese = useLocale() === "ja";
  const { maintenanceId, status, startsAt, endsAt, menus, revision, revisedAt } = window;
  const text = isJapanese ? window.textJa : window.textEn;
  const reason = isJapanese ? window.reasonJa : window.reasonEn;
  return (
    <article
      id={`maintenance-${maintenanceId}`}
      className="border-line flex flex-col gap-2 rounded-12 border bg-white p-4 sm:p-6"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className={status === "cancelled" ? "line-through" : undefined}>
          {isJapanese ? window.titleJa : window.titleEn}
        </h3>
        <MachineStatus machine="maintenance" state={status} />
      </div>
      <p className="figures font-700">
        {t.range(formatInstant(startsAt), formatInstant(endsAt))}
        {revision > 0 && status !== "cancelled" ? (
          <span className="text-support ml-3 font-400">
            {t.revisedOn(formatInstant(revisedAt))}
          </span>
        ) : null}
      </p>
      {reason ? <p>{t.reason(reason)}</p> : null}
      {text ? <p className="measure whitespace-pre-line">{text}</p> : null}
      <p className="text-support">
        {t.columns.menus}:{" "}
        {menus.map((menu) => (isJapanese ? menu.nameJa : menu.nameEn)).join(t.separator)}
      </p>
    </article>
  );
}

function Subscription({ appUrl }: { appUrl: string }) {
  const t = useMessages().maintenance.subscribe;
  const locale = useLocale();
  const path = `/maintenance.ics?lang=${locale}`;
  const address = `${appUrl}${path}`;
  return (
    <section className="border-line flex flex-col items-start gap-3 rounded-12 border bg-white p-6">
      <h2>{t.title}</h2>
      <p className="measure">{t.text}</p>
      <p>
        {t.address}: <code className="break-all">{address}</code>
      </p>
      <div className="flex flex-wrap gap-3">
        <a
          href={address.replace(/^https?:/, "webcal:")}
          className="inline-flex min-h-11 items-center"
        >
          {t.open}
        </a>
        <LinkButton to={path} look="secondary" reloadDocument>
          {t.download}
        </LinkButton>
      </div>
    </section>
  );
}
