import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { OrderDossier } from "#app/usecases/orders/order-dossier.ts";
import { ClauseText } from "../clause-text.tsx";

/** The recorded breaches of the company that orders, each with the way to its case (A5.4(7)). */
export function EarlierBreaches({ breaches }: { breaches: OrderDossier["earlierBreaches"] }) {
  const words = useMessages().breach.order;
  const locale = useLocale();
  if (breaches.length === 0) return null;
  return (
    <Notice kind="warning" title={words.warning}>
      <p>
        {words.text(breaches.length)} <ClauseChip clause="A5.4(7)" />
      </p>
      <ul className="mt-2 flex flex-col gap-2">
        {breaches.map(
          ({ customerId, caseId, customerName, item, label, status, recordedOn, sameBy }) => (
            <li key={caseId} className="flex flex-wrap items-center gap-x-3">
              <Link
                to={`/operations/breaches/${customerId}/${caseId}`}
                className="inline-flex min-h-11 items-center"
              >
                <span>
                  {label[locale]} <ClauseText clause={item} />
                </span>
              </Link>
              <MachineStatus machine="breachCase" state={status} />
              <span className="figures">{words.recorded(formatDay(recordedOn))}</span>
              <span className="text-support">
                {customerName} ({words.sameBy[sameBy]})
              </span>
            </li>
          ),
        )}
      </ul>
    </Notice>
  );
}
