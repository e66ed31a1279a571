import { Link } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { formatCount } from "#app/i18n/format.ts";
import type { Receivables } from "#app/usecases/finance/receivables.ts";

/** What waits for finance, by kind, each with the way to its list. */
export function WaitingTasks({ waiting }: Pick<Receivables, "waiting">) {
  const { work, finance } = useMessages();
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="text-std-20B-160 mb-2">
        {finance.home.waiting}
      </h2>
      {waiting.length === 0 ? (
        <p className="text-support">{finance.home.nothingWaits}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {waiting.map(({ kind, waiting: count }) => (
            <li key={kind}>
              <Link
                to={`/operations?role=finance&kind=${kind}`}
                className="figures inline-flex min-h-11 items-center"
              >
                {work.countOf(work.kinds[kind], formatCount(count))}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
