import { Link } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import { listRestrictions } from "#app/usecases/restrictions/read-restriction.ts";
import type { Route } from "./+types/restrictions.ts";

export async function loader({ context }: Route.LoaderArgs) {
  return { restrictions: await answer(() => listRestrictions(principalOf(context))) };
}

export default function Restrictions({ loaderData }: Route.ComponentProps) {
  const t = useMessages().restrictions;
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={t.staff.title}
        actions={<LinkButton to="/operations/restrictions/new">{t.staff.plan}</LinkButton>}
      />
      <DataTable
        caption={t.staff.title}
        captionHidden
        empty={t.staff.none}
        rows={loaderData.restrictions}
        rowKey={({ restrictionId }) => restrictionId}
        columns={[
          {
            key: "reason",
            header: t.fields.clause,
            rowHeader: true,
            cell: ({ restrictionId, reason }) => (
              <Link
                to={`/operations/restrictions/${restrictionId}`}
                className="inline-flex min-h-11 items-center"
              >
                {reason[locale]}
              </Link>
            ),
          },
          {
            key: "clause",
            header: t.staff.status,
            cell: ({ status, clause }) => (
              <span className="flex flex-wrap gap-2">
                <MachineStatus machine="restriction" state={status} />
                <ClauseChip clause={clause} />
              </span>
            ),
          },
          {
            key: "scope",
            header: t.fields.scope,
            cell: ({ menus, contracts }) =>
              contracts.length > 0
                ? `${t.scopes.contracts} (${contracts.length})`
                : menus.map(({ code }) => code).join(t.separator),
          },
          {
            key: "starts",
            header: t.fields.start,
            cell: ({ startsAt }) => <span className="figures">{formatInstant(startsAt)}</span>,
          },
          {
            key: "ends",
            header: t.fields.endsAt,
            cell: ({ endsAt, liftedAt }) => {
              const end = liftedAt ?? endsAt;
              return <span className="figures">{end ? formatInstant(end) : t.unknown}</span>;
            },
          },
        ]}
      />
    </>
  );
}
