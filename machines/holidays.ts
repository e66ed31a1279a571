import { Temporal } from "temporal-polyfill";
import type { IsoDay } from "./calendar/derivation.ts";
import type { Bilingual } from "./terms/articles.ts";

type Day = Temporal.PlainDate;
type Holidays = ReadonlyMap<IsoDay, Bilingual>;

/** The years for which national holidays can be computed. */
export const holidayYears = { first: 2020, last: 2099 } as const;

const known = new Map<number, Holidays>();

/**
 * The Japanese national holiday (国民の祝日に関する法律, arts. 2 and 3) that falls on a day, or null.
 * Equinoxes beyond the next year are astronomical forecasts, not yet proclaimed.
 * Throws RangeError outside `holidayYears`.
 */
export function holidayOn(day: Day): Bilingual | null {
  let year = known.get(day.year);
  if (!year) {
    year = holidaysOf(day.year);
    known.set(day.year, year);
  }
  return year.get(day.toString()) ?? null;
}

/** All national holidays of a year, days off in lieu included, in order. Throws RangeError outside `holidayYears`. */
export function holidaysOf(year: number): Holidays {
  if (!Number.isInteger(year) || year < holidayYears.first || year > holidayYears.last) {
    throw new RangeError(`No holidays are known for ${year}`);
  }
  const proper = new Map(properHolidays(year).map(([day, ja, en]) => [day.toString(), { ja, en }]));
  const all = new Map(proper);
  for (const iso of proper.keys()) {
    const day = Temporal.PlainDate.from(iso);
    if (day.dayOfWeek === 7) all.set(nextOrdinaryDay(day, proper), substitute);
    const between = day.add({ days: 1 }).toString();
    const isBetween = !proper.has(between) && proper.has(day.add({ days: 2 }).toString());
    if (isBetween && !all.has(between)) all.set(between, citizens);
  }
  return new Map([...all].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const substitute: Bilingual = { ja: "振替休日", en: "Substitute holiday" };
const citizens: Bilingual = { ja: "国民の休日", en: "Citizens' holiday" };

type Named = [day: Day, ja: string, en: string];

function properHolidays(year: number): Named[] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const monday = (month: number, nth: number) => nthMonday(year, month, nth);
  const moved = olympicDays.get(year);
  return [
    [on(1, 1), "元日", "New Year's Day"],
    [monday(1, 2), "成人の日", "Coming of Age Day"],
    [on(2, 11), "建国記念の日", "National Foundation Day"],
    [on(2, 23), "天皇誕生日", "Emperor's Birthday"],
    [on(3, equinox(year, 20_843_100)), "春分の日", "Vernal Equinox Day"],
    [on(4, 29), "昭和の日", "Showa Day"],
    [on(5, 3), "憲法記念日", "Constitution Memorial Day"],
    [on(5, 4), "みどりの日", "Greenery Day"],
    [on(5, 5), "こどもの日", "Children's Day"],
    [moved ? on(7, moved.marine) : monday(7, 3), "海の日", "Marine Day"],
    [moved ? on(8, moved.mountain) : on(8, 11), "山の日", "Mountain Day"],
    [monday(9, 3), "敬老の日", "Respect for the Aged Day"],
    [on(9, equinox(year, 23_248_800)), "秋分の日", "Autumnal Equinox Day"],
    [moved ? on(7, moved.sports) : monday(10, 2), "スポーツの日", "Sports Day"],
    [on(11, 3), "文化の日", "Culture Day"],
    [on(11, 23), "勤労感謝の日", "Labour Thanksgiving Day"],
  ];
}

// Special acts moved three holidays for the Tokyo games: marine and sports to July, mountain within August.
const olympicDays = new Map([
  [2020, { marine: 23, sports: 24, mountain: 10 }],
  [2021, { marine: 22, sports: 23, mountain: 8 }],
]);

function nthMonday(year: number, month: number, nth: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: ((8 - first.dayOfWeek) % 7) + (nth - 1) * 7 });
}

/** Day of the month of an equinox from 1980 to 2099, in whole millionths of a day. */
function equinox(year: number, base1980: number): number {
  const years = year - 1980;
  return Math.floor((base1980 + 242_194 * years) / 1_000_000) - Math.floor(years / 4);
}

function nextOrdinaryDay(day: Day, proper: ReadonlyMap<IsoDay, unknown>): IsoDay {
  let next = day.add({ days: 1 });
  while (proper.has(next.toString())) next = next.add({ days: 1 });
  return next.toString();
}
