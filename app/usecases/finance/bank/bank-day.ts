import { dayOf } from "#machines/calendar.ts";

/** The year before the first of each era that a bank may name (元号). */
const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };

/** Days ahead of today for which banks announce receipts, over holidays. */
const mostDaysAhead = 14;
const firstDay = "2020-01-01";

const iso = (year: number, month: string, day: string): string | null => {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  try {
    return dayOf(text).toString() === text ? text : null;
  } catch {
    return null;
  }
};

/** Years that two figures can mean: of the present era, else the last two of the common year. */
const yearsOf = (figures: string) => [2018 + Number(figures), 2000 + Number(figures)];

function readings(text: string): (string | null)[] {
  const common = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year, month, day] = common ?? packed ?? [];
  if (year && month && day) return [iso(Number(year), month, day)];
  const named = /^(令和|平成|[RH])(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (named) {
    const [, era = "", of = "", ofYear = "", ofMonth = ""] = named;
    const inEra = of === "元" ? 1 : Number(of);
    return inEra < 1 ? [] : [iso((eras[era] ?? 0) + inEra, ofYear, ofMonth)];
  }
  const short =
    /^(\d{2})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!short) return [];
  const [, two = "", shortMonth = "", shortDay = ""] = short;
  return yearsOf(two).map((each) => iso(each, shortMonth, shortDay));
}

/**
 * A day as Japanese banks write it, in ISO form: 2026/11/23, 20261123, R8.11.23, 令和8年11月23日, or six
 * figures with the year of the era (和暦), as in Zengin files. Some banks put the last two figures of the
 * common year there, which lie too far ahead as a year of the era.
 *
 * @param today ISO day; what lies more than two weeks ahead of it, or before 2020, is no day of a receipt
 */
export function bankDay(text: string, today: string): string | null {
  const last = dayOf(today).add({ days: mostDaysAhead }).toString();
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  return readings(plain).find((day) => day !== null && day >= firstDay && day <= last) ?? null;
}
