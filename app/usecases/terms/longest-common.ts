/** Beyond so many comparisons two texts count as wholly different, so that no page takes long. */
const mostComparisons = 4_000_000;

/** A step from one list to the other: what stays, what goes, what comes; with the places of each. */
export type Step =
  | { kind: "same"; before: number; after: number }
  | { kind: "removed"; before: number }
  | { kind: "added"; after: number };

function isSameAt<Item>(before: readonly Item[], after: readonly Item[], i: number, j: number) {
  return i >= 0 && j >= 0 && i < before.length && j < after.length && before[i] === after[j];
}

/** By place: the length of the longest common sequence of what lies behind. */
function lengthsBehind<Item>(
  before: readonly Item[],
  after: readonly Item[],
  [from, toBefore, toAfter]: [number, number, number],
): Uint32Array[] {
  const rows = Array.from(
    { length: toBefore - from + 1 },
    () => new Uint32Array(toAfter - from + 1),
  );
  for (let i = toBefore - 1; i >= from; i -= 1) {
    const row = rows[i - from] as Uint32Array;
    const below = rows[i - from + 1] as Uint32Array;
    for (let j = toAfter - 1; j >= from; j -= 1) {
      const [down, right] = [below[j - from] ?? 0, row[j - from + 1] ?? 0];
      row[j - from] =
        before[i] === after[j] ? (below[j - from + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  return rows;
}

/**
 * The shortest way from one list to the other, by their longest common sequence; of equally short
 * ones that which takes away before it adds.
 */
export function stepsBetween<Item>(before: readonly Item[], after: readonly Item[]): Step[] {
  const steps: Step[] = [];
  let from = 0;
  while (isSameAt(before, after, from, from)) from += 1;
  let [toBefore, toAfter] = [before.length, after.length];
  while (toBefore > from && toAfter > from && before[toBefore - 1] === after[toAfter - 1]) {
    toBefore -= 1;
    toAfter -= 1;
  }
  for (let place = 0; place < from; place += 1) {
    steps.push({ kind: "same", before: place, after: place });
  }
  const isTooLong = (toBefore - from) * (toAfter - from) > mostComparisons;
  const behind = isTooLong ? null : lengthsBehind(before, after, [from, toBefore, toAfter]);
  const length = (i: number, j: number) => behind?.[i - from]?.[j - from] ?? 0;
  let [i, j] = [from, from];
  while (i < toBefore || j < toAfter) {
    if (behind && i < toBefore && j < toAfter && before[i] === after[j]) {
      steps.push({ kind: "same", before: i, after: j });
      i += 1;
      j += 1;
    } else if (i < toBefore && (j >= toAfter || length(i + 1, j) >= length(i, j + 1))) {
      steps.push({ kind: "removed", before: i });
      i += 1;
    } else {
      steps.push({ kind: "added", after: j });
      j += 1;
    }
  }
  for (let place = 0; place < before.length - toBefore; place += 1) {
    steps.push({ kind: "same", before: toBefore + place, after: toAfter + place });
  }
  return steps;
}
