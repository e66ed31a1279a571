import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DiscontinuationCard } from "#app/ui/notices/discontinuation-card.tsx";
import { MaintenanceCard } from "#app/ui/notices/maintenance-card.tsx";
import { RestrictionCard } from "#app/ui/notices/restriction-card.tsx";
import type { OwnNotices } from "#app/usecases/notices/own-notices.ts";

/** What concerns the customer's contracts; nothing where there is nothing. */
export function OwnNoticesSection({ notices }: { notices: OwnNotices }) {
  const t = useMessages().restrictions.board;
  const { restrictions, discontinuations, maintenance } = notices;
  if (restrictions.length + discontinuations.length + maintenance.length === 0) return null;
  return (
    <section className="flex flex-col gap-4">
      <h2>{t.yours}</h2>
      {restrictions.map((restriction) => (
        <RestrictionCard
          key={restriction.restrictionId}
          restriction={restriction}
          contracts={restriction.contracts}
        />
      ))}
      {discontinuations.map((discontinuation) => (
        <DiscontinuationCard
          key={discontinuation.discontinuationId}
          discontinuation={discontinuation}
          contracts={discontinuation.contracts}
        />
      ))}
      {maintenance.map((window) => (
        <MaintenanceCard key={window.maintenanceId} window={window} contracts={window.contracts} />
      ))}
      <p>
        <Link to="/notices" className="inline-flex min-h-11 items-center">
          {t.all}
        </Link>
      </p>
    </section>
  );
}
