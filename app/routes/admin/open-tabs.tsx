import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { OpenCounts } from "#app/usecases/admin/read-effects.ts";

const tabs = ["dead", "unresolved", "events", "unknown", "pending"] as const;

export type OpenTab = (typeof tabs)[number];

/** Where the list of one kind of open work stands. */
export function pathOf(tab: OpenTab): string {
  return tab === "events" ? "/admin/effects/events" : `/admin/effects?state=${tab}`;
}

/** What is not done, by kind, each with how much there is of it; those that need a person first. */
export function OpenTabs({ current, counts }: { current: OpenTab; counts: OpenCounts }) {
  const t = useMessages().admin.effects;
  return (
    <nav aria-label={t.tabs}>
      <ul className="border-line flex flex-wrap gap-x-6 border-b">
        {tabs.map((tab) => (
          <li key={tab}>
            <Link
              to={pathOf(tab)}
              aria-current={tab === current ? "page" : undefined}
              className="aria-[current=page]:border-key-900 aria-[current=page]:font-700 inline-flex min-h-11 items-center border-b-4 border-transparent no-underline hover:underline"
            >
              {t.tab(t.states[tab], counts[tab])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
