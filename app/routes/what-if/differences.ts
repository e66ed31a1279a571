import { dayOfInstant } from "#app/i18n/format.ts";
import type { HistoryItem } from "#app/usecases/contracts/history.ts";
import type { ComingInvoice } from "#app/usecases/contracts/what-if/coming-invoice.ts";
import type { Comparison, Mark, Pair } from "#app/usecases/contracts/what-if/compare.ts";

/** One place at which two futures differ. */
export type Difference =
  | { line: "states"; pair: Pair<HistoryItem> }
  | { line: "invoices"; pair: Pair<ComingInvoice> };

/** The differences of one day (ISO); an invoice stands at the day on which it is issued. */
export interface DayOfDifferences {
  day: string;
  differences: Difference[];
}

/** What appears, vanishes or moves to another day, those of one kind together. */
export interface Change<Item> {
  mark: Exclude<Mark, "same">;
  /** The pairs of that kind, in the order of time. */
  pairs: Pair<Item>[];
}

/** What a pair shows where one side is enough: the future with the command first. */
export const shownOf = <Item>({ without, with: other }: Pair<Item>) => other ?? without;

/** Items by what they have in common, in the order in which each comes first. */
export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key) {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}

const differing = <Item>(pairs: readonly Pair<Item>[]) =>
  pairs.filter(({ mark }) => mark !== "same");

/** Whether a happening would read otherwise: where only what followed differs, that stands for itself. */
const readsOtherwise = ({ mark, without, with: other }: Pair<HistoryItem>) =>
  mark !== "changed" || JSON.stringify(without?.facts) !== JSON.stringify(other?.facts);

/** The time line's differences, of what happens and of invoices, by day and the earliest first. */
export function differencesByDay({ states, invoices }: Comparison): DayOfDifferences[] {
  const found = [
    ...differing(states)
      .filter(readsOtherwise)
      .map((pair) => ({
        day: dayOfInstant(shownOf(pair)?.at ?? ""),
        difference: { line: "states", pair } satisfies Difference,
      })),
    ...differing(invoices).map((pair) => ({
      day: shownOf(pair)?.issueDay ?? "",
      difference: { line: "invoices", pair } satisfies Difference,
    })),
  ];
  return grouped(found, ({ day }) => day)
    .map(([day, of]) => ({ day, differences: of.map(({ difference }) => difference) }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** How many differences there are on some days. */
export const countOf = (days: readonly DayOfDifferences[]): number =>
  days.reduce((sum, { differences }) => sum + differences.length, 0);

/** The first days with at most so many differences, but one day at least; and the days after them. */
export function firstDays(
  days: readonly DayOfDifferences[],
  most: number,
): [first: DayOfDifferences[], rest: DayOfDifferences[]] {
  const over = days.findIndex((_, at) => at > 0 && countOf(days.slice(0, at + 1)) > most);
  const at = over === -1 ? days.length : over;
  return [days.slice(0, at), days.slice(at)];
}

/** What differs on one line, by kind: what appears first, then what vanishes, then what moves. */
export function changesOf<Item>(
  pairs: readonly Pair<Item>[],
  kindOf: (item: Item) => string,
): Change<Item>[] {
  return (["added", "dropped", "changed"] as const).flatMap((mark) => {
    const marked = pairs.filter((pair) => pair.mark === mark);
    const kinds = grouped(marked, (pair) => {
      const item = shownOf(pair);
      return item === null ? "" : kindOf(item);
    });
    return kinds.map(([, of]) => ({ mark, pairs: of }));
  });
}
