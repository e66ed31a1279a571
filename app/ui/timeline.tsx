import type { ReactNode } from "react";

import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { classNames } from "./class-names.ts";
import { ClauseChips } from "./clause-chip.tsx";

/**
 * One event of the past or one deadline to come. `when` is shown as it is (`2026/03/31 09:00`),
 * `dateTime` is its ISO form; `actor` is who did it.
 */
export type TimelineEntry = {
  id: string;
  when: string;
  dateTime: string;
  title: ReactNode;
  detail?: ReactNode;
  actor?: string;
  clauses?: readonly string[];
  urgent?: boolean;
};

/**
 * What has happened and what is to come, divided by today. Both lists run from the earlier to the
 * later; `today` is an ISO day in Tokyo.
 */
export function Timeline({
  past,
  coming,
  today,
}: {
  past: readonly TimelineEntry[];
  coming: readonly TimelineEntry[];
  today: string;
}) {
  const words = useMessages().frame.timeline;
  return (
    <div className="border-line relative ml-2 border-l-2 pl-6 sm:ml-3 sm:pl-8">
      <h3 className="sr-only">{words.past}</h3>
      {past.length === 0 ? <p className="text-support py-2">{words.noPast}</p> : null}
      <ol>
        {past.map((entry) => (
          <Entry key={entry.id} entry={entry} coming={false} />
        ))}
      </ol>
      <p className="relative -ml-6 flex items-center gap-3 py-3 sm:-ml-8">
        <span className="bg-key-900 text-oln-16B-100 -ml-2 rounded-full px-4 py-2 text-white sm:-ml-3">
          <time dateTime={today} className="figures">
            {words.today(formatDay(today))}
          </time>
        </span>
        <span aria-hidden="true" className="bg-key-900 h-0.5 flex-1" />
      </p>
      <h3 className="text-std-18B-160 py-2">{words.coming}</h3>
      {coming.length === 0 ? <p className="text-support py-2">{words.noComing}</p> : null}
      <ol>
        {coming.map((entry) => (
          <Entry key={entry.id} entry={entry} coming />
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry, coming }: { entry: TimelineEntry; coming: boolean }) {
  const words = useMessages().frame.timeline;
  return (
    <li className="relative py-3">
      <span
        aria-hidden="true"
        className={classNames(
          "absolute top-5 -left-[calc(1.5rem+9px)] size-4 rounded-full border-2 sm:-left-[calc(2rem+9px)]",
          coming
            ? entry.urgent
              ? "border-error-2 border-4 bg-white"
              : "border-key-900 border-dashed bg-white"
            : "border-key-900 bg-key-900",
        )}
      />
      <p className="text-support figures">
        <time dateTime={entry.dateTime}>{entry.when}</time>
      </p>
      <p className={classNames("font-700", entry.urgent && "text-error-2")}>{entry.title}</p>
      {entry.detail ? <div>{entry.detail}</div> : null}
      {entry.actor || entry.clauses?.length ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          {entry.actor ? <span className="text-support">{words.by(entry.actor)}</span> : null}
          <ClauseChips clauses={entry.clauses ?? []} />
        </p>
      ) : null}
    </li>
  );
}
