/**
 * The oracle's own days: numbers that count from the first of January 2019, and how they are written.
 * It imports nothing: whoever wants to know whether the portal reckons rightly must not ask the portal.
 */
function isLeap(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

function lastOf(month: number, year: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return 31;
}

function writeAllDays(): string[] {
  const written: string[] = [];
  for (let year = 2019; year <= 2099; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let date = 1; date <= lastOf(month, year); date += 1) {
        written.push(`${year}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`);
      }
    }
  }
  return written;
}

const calendar = writeAllDays();

/** The ISO day with a number. */
export function isoOf(number: number): string {
  const text = calendar[number];
  if (text === undefined) throw new RangeError(`the oracle's calendar has no day ${number}`);
  return text;
}

const numbers = new Map(calendar.map((text, number) => [text, number]));

/** The number of an ISO day. */
export function numberOf(iso: string): number {
  const number = numbers.get(iso);
  if (number === undefined) throw new RangeError(`the oracle's calendar has no day ${iso}`);
  return number;
}
