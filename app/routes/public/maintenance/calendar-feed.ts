import type { Locale, Messages } from "#app/i18n/messages.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import {
  escapeText,
  tokyoTime,
  utcTime,
  writeCalendar,
  type CalendarLine,
} from "./calendar-text.ts";

/** How often a subscriber may ask again. */
const refresh = "PT1H";

const timeZone = "Asia/Tokyo";

/** Tokyo's clock; the component also keeps a calendar without events valid (RFC 5545, 3.6). */
const zoneLines: readonly CalendarLine[] = [
  ["BEGIN", "VTIMEZONE"],
  ["TZID", timeZone],
  ["BEGIN", "STANDARD"],
  ["DTSTART", "19700101T000000"],
  ["TZOFFSETFROM", "+0900"],
  ["TZOFFSETTO", "+0900"],
  ["TZNAME", "JST"],
  ["END", "STANDARD"],
  ["END", "VTIMEZONE"],
];

interface FeedWords {
  t: Messages["maintenance"];
  locale: Locale;
  /** Where the calendar's page is, without a slash at the end of the host. */
  pageUrl: string;
}

function describe(window: MaintenanceWindow, { t, locale }: FeedWords): string {
  const menus = window.menus.map((menu) => (locale === "ja" ? menu.nameJa : menu.nameEn));
  const reason = locale === "ja" ? window.reasonJa : window.reasonEn;
  return [
    ...(reason === null ? [] : [t.feed.cancelled(reason)]),
    locale === "ja" ? window.textJa : window.textEn,
    t.feed.menus(menus.join(t.feed.separator)),
    t.feed.basis,
  ]
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function eventLines(window: MaintenanceWindow, words: FeedWords): CalendarLine[] {
  const { locale, pageUrl } = words;
  const text = (value: string) => escapeText(value);
  const spoken = `LANGUAGE=${locale}`;
  return [
    ["BEGIN", "VEVENT"],
    ["UID", window.maintenanceId],
    // Without a METHOD, the stamp is that of the last revision (RFC 5545, 3.8.7.2).
    ["DTSTAMP", utcTime(window.revisedAt)],
    ["CREATED", utcTime(window.plannedAt)],
    ["LAST-MODIFIED", utcTime(window.revisedAt)],
    ["SEQUENCE", String(window.revision)],
    ["STATUS", window.status === "cancelled" ? "CANCELLED" : "CONFIRMED"],
    [`DTSTART;TZID=${timeZone}`, tokyoTime(window.startsAt)],
    [`DTEND;TZID=${timeZone}`, tokyoTime(window.endsAt)],
    [`SUMMARY;${spoken}`, text(locale === "ja" ? window.titleJa : window.titleEn)],
    [`DESCRIPTION;${spoken}`, text(describe(window, words))],
    ["URL", `${pageUrl}#maintenance-${window.maintenanceId}`],
    ["CLASS", "PUBLIC"],
    ["TRANSP", "TRANSPARENT"],
    ["END", "VEVENT"],
  ];
}

/**
 * Planned maintenance as an iCalendar object to subscribe to (RFC 5545, with the calendar properties of
 * RFC 7986). A cancelled window stays in it, marked, so that calendars take it out.
 */
export function calendarFeed(windows: readonly MaintenanceWindow[], words: FeedWords): string {
  const { t } = words;
  return writeCalendar([
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//NDR Portal//Planned maintenance//EN"],
    ["CALSCALE", "GREGORIAN"],
    ["NAME", escapeText(t.feed.name)],
    ["X-WR-CALNAME", escapeText(t.feed.name)],
    ["X-WR-TIMEZONE", timeZone],
    ["REFRESH-INTERVAL;VALUE=DURATION", refresh],
    ["X-PUBLISHED-TTL", refresh],
    ...zoneLines,
    ...windows.flatMap((window) => eventLines(window, words)),
    ["END", "VCALENDAR"],
  ]);
}
