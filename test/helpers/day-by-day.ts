/**
 * A second, slow calendar on ISO texts that knows only how to go one day on or back, so that the rules
 * of `machines/` can be compared with plain counting. It calls nothing of what it checks.
 */
type Iso = string;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function parts(iso: Iso): [year: number, month: number, day: number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

function join(year: number, month: number, day: number): Iso {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function lengthOf(year: number, month: number): number {
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  return month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
}

/** The next day. */
export function nextDay(iso: Iso): Iso {
  const [year, month, day] = parts(iso);
  if (day < lengthOf(year, month)) return join(year, month, day + 1);
  return month < 12 ? join(year, month + 1, 1) : join(year + 1, 1, 1);
}

/** The day before. */
export function previousDay(iso: Iso): Iso {
  const [year, month, day] = parts(iso);
  if (day > 1) return join(year, month, day - 1);
  return month > 1 ? join(year, month - 1, lengthOf(year, month - 1)) : join(year - 1, 12, 31);
}

function sameMonth(one: Iso, other: Iso): boolean {
  return one.slice(0, 7) === other.slice(0, 7);
}

/** Walks from the first counted day into the target month and stops at the corresponding day or that month's end. */
export function endOfPeriod(start: Iso, months: number): Iso {
  let day = start;
  for (let entered = 0; entered < months; day = nextDay(day)) {
    if (!sameMonth(day, nextDay(day))) entered += 1;
  }
  while (day.slice(8) !== start.slice(8)) {
    if (!sameMonth(day, nextDay(day))) return day;
    day = nextDay(day);
  }
  return previousDay(day);
}

/** A period that begins with an event, whose day is not counted. */
export function monthsAfter(event: Iso, months: number): Iso {
  return endOfPeriod(nextDay(event), months);
}

/**
 * Tries every day that can be the last (so many months are never longer than 31 days each, nor shorter
 * than 28), and for the customer also walks back month by month.
 */
export function lastNoticeDay(target: Iso, months: number, whose: "customer" | "operator"): Iso {
  let candidate = target;
  let last = "";
  for (let back = 0; back <= 31 * months + 4 && !last; back += 1) {
    if (back >= 28 * months - 8) {
      const end = monthsAfter(candidate, months);
      if (whose === "customer" ? end <= target : end < target) last = candidate;
    }
    candidate = previousDay(candidate);
  }
  if (whose === "operator") return last;
  const sameNumber = sameNumberBefore(target, months);
  return sameNumber > last ? sameNumber : last;
}

function sameNumberBefore(target: Iso, months: number): Iso {
  let day = target;
  for (let left = 0; left < months; day = previousDay(day)) {
    if (!sameMonth(day, previousDay(day))) left += 1;
  }
  while (day.slice(8) > target.slice(8)) day = previousDay(day);
  return day;
}

/** Walks so many days on. */
export function daysAfter(event: Iso, days: number): Iso {
  let day = event;
  for (let i = 0; i < days; i += 1) day = nextDay(day);
  return day;
}

/** Walks to the end of the month, and then through so many more months. */
export function endOfMonth(from: Iso, plus: number): Iso {
  let day = from;
  for (let ends = 0; ; day = nextDay(day)) {
    if (sameMonth(day, nextDay(day))) continue;
    if (ends === plus) return day;
    ends += 1;
  }
}

/** The days from the one after `first` up to `last`, counted one by one; 0 where `last` is not later. */
export function daysBetween(first: Iso, last: Iso): number {
  let count = 0;
  for (let day = first; day < last; day = nextDay(day)) count += 1;
  return count;
}
