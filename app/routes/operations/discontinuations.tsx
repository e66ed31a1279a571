import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { listDiscontinuations } from "#app/usecases/discontinuations/read-discontinuation.ts";
import type { Route } from "./+types/discontinuations.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return { discontinuations: await answer(() => listDiscontinuations(principalOf(context))) };
}

export default function Discontinuations({ loaderData }: Route.ComponentProps) {
  const t = useMessages().restrictions;
  const words = t.discontinuation;
  const isJapanese = useLocale() === "ja";
  const day = (iso: string) => <span className="figures">{formatDay(iso)}</span>;
  return (
    <>
      <PageHeader
        title={words.title}
        actions={<LinkButton to="/operations/discontinuations/new">{words.plan}</LinkButton>}
      />
      <DataTable
        caption={words.title}
        captionHidden
        empty={words.none}
        rows={loaderData.discontinuations}
        rowKey={({ discontinuationId }) => discontinuationId}
        columns={[
          {
            key: "menus",
            header: t.fields.menus,
            rowHeader: true,
            cell: ({ discontinuationId, menus }) => (
              <Link
                to={`/operations/discontinuations/${discontinuationId}`}
                className="inline-flex min-h-11 items-center"
              >
                {menus.map((menu) => (isJapanese ? menu.nameJa : menu.nameEn)).join(t.separator)}
              </Link>
            ),
          },
          {
            key: "first",
            header: t.fields.firstDayWithout,
            cell: ({ firstDayWithout }) => day(firstDayWithout),
          },
          { key: "last", header: words.lastDay, cell: ({ lastDay }) => day(lastDay) },
          {
            key: "announced",
            header: words.announcedDay,
            cell: ({ announcedDay }) => day(announcedDay),
          },
          {
            key: "status",
            header: t.staff.status,
            cell: ({ status }) => <MachineStatus machine="discontinuation" state={status} />,
          },
        ]}
      />
    </>
  );
}
