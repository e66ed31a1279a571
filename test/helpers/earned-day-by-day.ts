import { daysBetween, endOfPeriod, nextDay } from "./day-by-day.ts";

type Share = [close: string, numerator: bigint, denominator: bigint];

const known = new Map<string, Share[]>();

/** Walks through the days of a term and closes a month where one ends. */
function sharesOf(start: string, end: string): Share[] {
  const closes: string[] = [];
  let monthEnd = endOfPeriod(start, 1);
  for (let day = start; day <= end; day = nextDay(day)) {
    if (day !== end && day !== monthEnd) continue;
    closes.push(day);
    monthEnd = endOfPeriod(start, closes.length + 1);
  }
  const isWhole = closes.at(-1) === endOfPeriod(start, closes.length);
  const days = (last: string) => BigInt(daysBetween(start, last) + 1);
  return closes.map((close, n) =>
    isWhole ? [close, BigInt(n + 1), BigInt(closes.length)] : [close, days(close), days(end)],
  );
}

/**
 * What of a fee (yen) is earned on which days from `start` to `end` (ISO), found by going through the term
 * day by day: the same share of each whole month, by days where the term ends within one.
 */
export function earnedDayByDay(fee: number, start: string, end: string): [string, number][] {
  const key = `${start} ${end}`;
  const shares = known.get(key) ?? sharesOf(start, end);
  known.set(key, shares);
  let before = 0n;
  return shares.map(([close, numerator, denominator]) => {
    const upTo = (BigInt(fee) * numerator) / denominator;
    const part = upTo - before;
    before = upTo;
    return [close, Number(part)];
  });
}
