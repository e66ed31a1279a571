const yen = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

const tokyo = new Intl.DateTimeFormat("en-US", {
  timeZone: "Asia/Tokyo",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/**
 * Integer yen as `¥1,234`; a negative amount as `-¥1,234`. The same in both languages.
 * Throws RangeError for anything but a safe integer: a fraction of a yen is a fault upstream.
 */
export function formatYen(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not integer yen: ${amount}`);
  return `${amount < 0 ? "-" : ""}¥${yen.format(Math.abs(amount))}`;
}

/** A count with thousands separated: `12,345`. */
export function formatCount(count: number): string {
  return yen.format(count);
}

/** A legal day (`2026-03-31`) as `2026/03/31`. Throws RangeError if it is no ISO day. */
export function formatDay(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`not an ISO day: ${day}`);
  return day.replaceAll("-", "/");
}

/** An ISO instant as Tokyo time to the minute: `2026/03/31 09:00`. Throws RangeError if it is none. */
export function formatInstant(instant: string): string {
  const { year, month, day, hour, minute } = tokyoParts(instant);
  return `${year}/${month}/${day} ${hour}:${minute}`;
}

/** The Tokyo day in which an ISO instant lies, as `2026-03-31`. Throws RangeError if it is none. */
export function dayOfInstant(instant: string): string {
  const { year, month, day } = tokyoParts(instant);
  return `${year}-${month}-${day}`;
}

function tokyoParts(instant: string): Record<string, string> {
  const parts = tokyo.formatToParts(new Date(instant));
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}
