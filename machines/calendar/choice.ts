import { Temporal } from "temporal-polyfill";
import type { Choice, Explained } from "./derivation.ts";

type Day = Temporal.PlainDate;
type Candidates = Readonly<Record<string, Day | null>>;

/** The earliest of named days; null ones take no part, of equal ones the first named decides. RangeError without any. */
export function explainEarliestOf(candidates: Candidates): Explained<Choice> {
  return choose("earliestOf", candidates, (day, best) => Temporal.PlainDate.compare(day, best) < 0);
}

/** The latest of named days; null ones take no part, of equal ones the first named decides. RangeError without any. */
export function explainLatestOf(candidates: Candidates): Explained<Choice> {
  return choose("latestOf", candidates, (day, best) => Temporal.PlainDate.compare(day, best) > 0);
}

function choose(
  rule: Choice["rule"],
  candidates: Candidates,
  isBetter: (day: Day, best: Day) => boolean,
): Explained<Choice> {
  const given = Object.entries(candidates).flatMap(([label, day]) => (day ? [{ label, day }] : []));
  const [first, ...others] = given;
  if (!first) throw new RangeError("No day to choose from");
  const best = others.reduce((sofar, one) => (isBetter(one.day, sofar.day) ? one : sofar), first);
  const plain = given.map(({ label, day }) => ({ label, day: day.toString() }));
  return {
    day: best.day,
    derivation: {
      rule,
      from: first.day.toString(),
      candidates: plain,
      decidedBy: best.label,
      result: best.day.toString(),
    },
  };
}
