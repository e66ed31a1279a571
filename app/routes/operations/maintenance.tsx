import { Link } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { maintenanceCalendar } from "#app/usecases/maintenance/list-maintenance.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import type { Route } from "./+types/maintenance.ts";

export async function loader() {
  return answer(() => maintenanceCalendar());
}

export default function OperationsMaintenance({ loaderData }: Route.ComponentProps) {
  const t = useMessages().maintenance;
  const { coming, past } = loaderData;
  return (
    <>
      <PageHeader
        title={t.title}
        actions={
          <>
            <LinkButton to="/operations/maintenance/new">{t.staff.plan}</LinkButton>
            <LinkButton to="/maintenance" look="secondary">
              {t.staff.publicPage}
            </LinkButton>
          </>
        }
      />
      <div className="flex flex-col gap-10">
        <WindowTable title={t.coming} empty={t.comingNone} windows={coming} />
        <WindowTable title={t.past} empty={t.pastNone} windows={past} />
      </div>
    </>
  );
}

function WindowTable({
  title,
  empty,
  windows,
}: {
  title: string;
  empty: string;
  windows: readonly MaintenanceWindow[];
}) {
  const t = useMessages().maintenance;
  const isJapanese = useLocale() === "ja";
  return (
    <section className="flex flex-col gap-3">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        captionHidden
        empty={empty}
        rows={windows}
        rowKey={({ maintenanceId }) => maintenanceId}
        columns={[
          {
            key: "title",
            header: t.columns.title,
            rowHeader: true,
            cell: ({ maintenanceId, titleJa, titleEn }) => (
              <Link
                to={`/operations/maintenance/${maintenanceId}`}
                className="inline-flex min-h-11 items-center"
              >
                {isJapanese ? titleJa : titleEn}
              </Link>
            ),
          },
          {
            key: "time",
            header: t.columns.time,
            cell: ({ startsAt, endsAt }) => (
              <span className="figures">
                {t.range(formatInstant(startsAt), formatInstant(endsAt))}
              </span>
            ),
          },
          {
            key: "menus",
            header: t.columns.menus,
            cell: ({ menus }) => menus.map(({ code }) => code).join(t.separator),
          },
          {
            key: "status",
            header: t.columns.status,
            cell: ({ status }) => <MachineStatus machine="maintenance" state={status} />,
          },
        ]}
      />
    </section>
  );
}
