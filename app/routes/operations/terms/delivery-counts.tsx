import { Link } from "react-router";
import { formatCount } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { DeliveryList } from "#app/usecases/terms/deliveries.ts";
import { versionPage } from "./version-page.ts";

const states = ["queued", "sent", "delivered", "bounced", "failed"] as const;

/** How many notices got how far, each count a link to the list of them. */
export function DeliveryCountsLine({
  counts,
  version,
  present = null,
}: {
  counts: DeliveryList["counts"];
  version: string;
  /** The state that is shown now. */
  present?: string | null;
}) {
  const t = useMessages().terms.staff;
  const page = `${versionPage(version)}/deliveries`;
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  const links = [
    { key: "", label: t.all, count: all },
    ...states.map((state) => ({
      ...{ key: state, label: t.delivery.states[state] ?? state, count: counts[state] },
    })),
  ];
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {links.map(({ key, label, count }) => (
        <li key={key}>
          <Link
            to={key ? `${page}?state=${key}` : page}
            aria-current={present === null ? undefined : present === key ? "page" : undefined}
            className="figures aria-[current]:font-700 inline-flex min-h-11 items-center"
          >
            {label} {formatCount(count)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
