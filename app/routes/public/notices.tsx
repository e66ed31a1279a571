import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { DiscontinuationCard } from "#app/ui/notices/discontinuation-card.tsx";
import { MaintenanceCard } from "#app/ui/notices/maintenance-card.tsx";
import { RestrictionCard } from "#app/ui/notices/restriction-card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { noticeBoard } from "#app/usecases/notices/notice-board.ts";
import type { Route } from "./+types/notices.ts";
import { PublicFrame } from "./frame.tsx";

export async function loader() {
  return answer(() => noticeBoard());
}

export default function Notices({ loaderData }: Route.ComponentProps) {
  const { restrictions, discontinuations, maintenance } = loaderData;
  const t = useMessages().restrictions.board;
  return (
    <PublicFrame>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="flex flex-col gap-12">
        <Group title={t.restrictions} empty={t.restrictionsNone}>
          {restrictions.map((restriction) => (
            <RestrictionCard key={restriction.restrictionId} restriction={restriction} />
          ))}
        </Group>
        <Group title={t.discontinuations} empty={t.discontinuationsNone}>
          {discontinuations.map((discontinuation) => (
            <DiscontinuationCard
              key={discontinuation.discontinuationId}
              discontinuation={discontinuation}
            />
          ))}
        </Group>
        <Group title={t.maintenance} empty={t.maintenanceNone}>
          {maintenance.map((window) => (
            <MaintenanceCard key={window.maintenanceId} window={window} />
          ))}
        </Group>
        <p>
          <Link to="/maintenance" className="inline-flex min-h-11 items-center">
            {t.toMaintenance}
          </Link>
        </p>
      </div>
    </PublicFrame>
  );
}

function Group({
  title,
  empty,
  children,
}: {
  title: string;
  empty: string;
  children: ReactNode[];
}) {
  return (
    <section className="flex flex-col gap-4">
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className="border-line text-support rounded-8 border border-dashed p-6 text-center">
          {empty}
        </p>
      ) : (
        children
      )}
    </section>
  );
}
