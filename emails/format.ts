import type { BilingualName, MailLocale } from "./mail.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * Writes an ISO day (`2026-03-31`) as `2026/03/31` in Japanese or `31 March 2026` in English.
 * Throws a RangeError for anything that is not an ISO day, so that no mail goes out with a broken date.
 */
export function formatDay(day: string, locale: MailLocale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (!match || !month) throw new RangeError(`Not an ISO day: ${day}`);
  if (locale === "ja") return `${match[1]}/${match[2]}/${match[3]}`;
  return `${Number(match[3])} ${month} ${match[1]}`;
}

/** Writes integer yen as `4,356,000円` or `¥4,356,000`; throws a RangeError for a fraction. */
export function formatYen(amount: number, locale: MailLocale): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not whole yen: ${amount}`);
  const digits = Math.abs(amount).toLocaleString("en-US");
  const sign = amount < 0 ? "-" : "";
  return locale === "ja" ? `${sign}${digits}円` : `${sign}¥${digits}`;
}

/** Writes an ISO instant as the minute it is in Tokyo: `2026/03/31 14:05（日本時間）`. */
export function formatInstant(instant: string, locale: MailLocale): string {
  const inTokyo = new Date(Date.parse(instant) + 9 * 60 * 60 * 1000).toISOString();
  const day = formatDay(inTokyo.slice(0, 10), locale);
  const time = inTokyo.slice(11, 16);
  return locale === "ja" ? `${day} ${time}（日本時間）` : `${day}, ${time} (Japan time)`;
}

/**
 * Writes a clause reference in full: `A5.4(7)` as `約款第5条第4項第7号` or `Terms, Article 5.4(7)`.
 * Throws a RangeError for anything that is not such a reference.
 */
export function formatClause(clause: string, locale: MailLocale): string {
  const match = /^A(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/.exec(clause);
  if (!match) throw new RangeError(`Not a clause: ${clause}`);
  if (locale === "en") return `Terms, Article ${clause.slice(1)}`;
  const paragraph = match[2] ? `第${match[2]}項` : "";
  const item = match[3] ? `第${match[3]}号` : "";
  return `約款第${match[1]}条${paragraph}${item}`;
}

/** The name of a menu in the language of the mail. */
export function formatName(name: BilingualName, locale: MailLocale): string {
  return locale === "ja" ? name.nameJa : name.nameEn;
}

/** Removes line breaks and other control characters, so that a name in a subject can add no header. */
export function singleLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this takes out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
}
