import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Comparison } from "#app/usecases/contracts/what-if/compare.ts";
import { DifferenceMark } from "./difference-mark.tsx";
import {
  countOf,
  differencesByDay,
  firstDays,
  type DayOfDifferences,
  type Difference,
} from "./differences.ts";
import { Happening, InvoiceText } from "./what-if-items.tsx";

/** So many differences are read at a glance; the later ones are shown on demand. */
const shownAtOnce = 10;

/** Where the time line leaves the one without the command: what happens and which invoices, by day. */
export function DifferenceList({ comparison }: { comparison: Comparison }) {
  const words = useMessages().whatIf.result;
  const days = differencesByDay(comparison);
  const [first, rest] = firstDays(days, shownAtOnce);
  if (days.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3>{words.differences(countOf(days))}</h3>
      <Days days={first} />
      {rest.length > 0 ? (
        <Disclosure summary={words.later(countOf(rest))}>
          <Days days={rest} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function Days({ days }: { days: readonly DayOfDifferences[] }) {
  return (
    <ol className="border-line border-t">
      {days.map(({ day, differences }) => (
        <li
          key={day}
          className="border-line border-b py-2 sm:grid sm:grid-cols-[8rem_1fr] sm:items-baseline sm:gap-4"
        >
          <time dateTime={day} className="figures font-700">
            {day ? formatDay(day) : "–"}
          </time>
          <ul className="flex flex-col gap-1.5">
            {differences.map((difference) => (
              <li
                key={`${difference.line}/${difference.pair.id}`}
                className="sm:flex sm:items-start sm:gap-3"
              >
                <DifferenceMark mark={difference.pair.mark} />{" "}
                <div className="min-w-0 max-sm:contents">
                  <Sides difference={difference} />
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** What is there, or no longer; both where a thing differs from itself. */
function Sides({ difference }: { difference: Difference }) {
  const words = useMessages().whatIf.result;
  const { pair } = difference;
  if (pair.mark !== "changed") {
    return <Side difference={difference} side={pair.mark === "dropped" ? "without" : "with"} />;
  }
  return (["without", "with"] as const).map((side) => (
    <div key={side}>
      <p className="text-support">{words[side]}</p>
      <Side difference={difference} side={side} />
    </div>
  ));
}

function Side({ difference, side }: { difference: Difference; side: "without" | "with" }) {
  if (difference.line === "states") {
    const item = difference.pair[side];
    return item ? <Happening item={item} /> : null;
  }
  const item = difference.pair[side];
  return item ? <InvoiceText item={item} explained={false} /> : null;
}
