import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messagesFor } from "#app/i18n/messages.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import { calendarFeed } from "./calendar-feed.ts";
import { escapeText, foldLine, tokyoTime, utcTime } from "./calendar-text.ts";

/** A component as a calendar program reads it: RFC 5545, written from the grammar and not from our code. */
interface Component {
  name: string;
  properties: { name: string; parameters: Record<string, string>; value: string }[];
  components: Component[];
}

const encoder = new TextEncoder();

function parse(text: string): Component {
  // 3.1: every line ends with CRLF, and no line is longer than 75 octets without it.
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n"))
    expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
  const root: Component = { name: "", properties: [], components: [] };
  const open = [root];
  const unfolded = text.replaceAll("\r\n ", "").replaceAll("\r\n\t", "");
  for (const line of unfolded.slice(0, -2).split("\r\n")) {
    // oxlint-disable-next-line no-control-regex -- the grammar excludes them
    const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^";:,\u0000-\u001f]+)*):(.*)$/s.exec(line);
    if (!match) throw new Error(`No content line: ${line}`);
    const [, name = "", parameterText = "", value = ""] = match;
    const inner = open.at(-1)!;
    if (name === "BEGIN") {
      const component = { name: value, properties: [], components: [] };
      inner.components.push(component);
      open.push(component);
    } else if (name === "END") {
      expect(value).toBe(inner.name);
      open.pop();
    } else {
      const parameters = Object.fromEntries(
        parameterText
          .split(";")
          .slice(1)
          .map((part) => part.split("=")),
      ) as Record<string, string>;
      inner.properties.push({ name, parameters, value });
    }
  }
  expect(open).toHaveLength(1);
  const [calendar] = root.components;
  expect(root.components).toHaveLength(1);
  return calendar!;
}

/** A TEXT value as a reader takes it (3.3.11); an escape that is none fails. */
function unescape(value: string): string {
  expect(value).not.toMatch(/(^|[^\\])(\\\\)*[;,]/);
  return value.replace(/\\(.)/g, (_, sign: string) => {
    expect("\\;,nN").toContain(sign);
    return sign === "n" || sign === "N" ? "\n" : sign;
  });
}

const valueOf = ({ properties }: Component, name: string) => {
  const found = properties.filter((property) => property.name === name);
  expect(found, name).toHaveLength(1);
  return found[0]!.value;
};

const sample: MaintenanceWindow = {
  maintenanceId: "0199aaaa-0000-7000-8000-000000000001",
  status: "planned",
  startsAt: "2026-01-17T14:00:00.000Z",
  endsAt: "2026-01-17T20:30:00.000Z",
  menus: [{ code: "NDR-BASE", nameJa: "NDR監視 基本メニュー", nameEn: "Managed NDR; Basic" }],
  titleJa: "監視基盤の定期メンテナンス、その1",
  titleEn: "Regular maintenance, part 1; platform",
  textJa: "検知の記録は続きます。\r\nご不便をおかけします。",
  textEn: "Detections are still recorded.\nC:\\logs stay.",
  reasonJa: null,
  reasonEn: null,
  revision: 0,
  plannedAt: "2026-01-05T03:00:00.123Z",
  revisedAt: "2026-01-05T03:00:00.123Z",
};

const feedOf = (windows: MaintenanceWindow[], locale: "ja" | "en" = "ja") =>
  calendarFeed(windows, {
    t: messagesFor(locale).maintenance,
    locale,
    pageUrl: "https://portal.example/maintenance",
  });

describe("the calendar", () => {
  test("has its required properties once, and no method", () => {
    const calendar = parse(feedOf([sample]));
    expect(calendar.name).toBe("VCALENDAR");
    expect(valueOf(calendar, "VERSION")).toBe("2.0");
    expect(valueOf(calendar, "PRODID")).not.toBe("");
    expect(valueOf(calendar, "CALSCALE")).toBe("GREGORIAN");
    expect(calendar.properties.some(({ name }) => name === "METHOD")).toBe(false);
    // 3.6: calendar properties stand before the components; VERSION is the first.
    expect(calendar.properties[0]?.name).toBe("VERSION");
  });

  test("has a component even where nothing is planned", () => {
    expect(parse(feedOf([])).components.map(({ name }) => name)).toEqual(["VTIMEZONE"]);
  });

  test("defines the time zone that its events name", () => {
    const { components } = parse(feedOf([sample]));
    const [zone, event] = components;
    expect(valueOf(zone!, "TZID")).toBe("Asia/Tokyo");
    const [standard] = zone!.components;
    expect(standard?.name).toBe("STANDARD");
    expect(valueOf(standard!, "TZOFFSETTO")).toBe("+0900");
    expect(valueOf(standard!, "TZOFFSETFROM")).toBe("+0900");
    expect(valueOf(standard!, "DTSTART")).toMatch(/^\d{8}T\d{6}$/);
    for (const name of ["DTSTART", "DTEND"]) {
      const property = event!.properties.find((one) => one.name === name);
      expect(property?.parameters).toEqual({ TZID: "Asia/Tokyo" });
    }
  });
});

describe("an event", () => {
  const eventOf = (window: MaintenanceWindow, locale?: "ja" | "en") =>
    parse(feedOf([window], locale)).components[1]!;

  test("has its times in Tokyo and its stamps in UTC", () => {
    const event = eventOf(sample);
    expect(valueOf(event, "UID")).toBe(sample.maintenanceId);
    expect(valueOf(event, "DTSTART")).toBe("20260117T230000");
    expect(valueOf(event, "DTEND")).toBe("20260118T053000");
    expect(valueOf(event, "DTSTAMP")).toBe("20260105T030000Z");
    expect(valueOf(event, "LAST-MODIFIED")).toBe("20260105T030000Z");
    expect(valueOf(event, "SEQUENCE")).toBe("0");
    expect(valueOf(event, "STATUS")).toBe("CONFIRMED");
    expect(valueOf(event, "URL")).toMatch(/^https:\/\/portal\.example\/maintenance#/);
  });

  test.each(["ja", "en"] as const)(
    "says in %s what is done, to what and by which clause",
    (locale) => {
      const event = eventOf(sample, locale);
      const { titleJa, titleEn } = sample;
      expect(unescape(valueOf(event, "SUMMARY"))).toBe(locale === "ja" ? titleJa : titleEn);
      const text = unescape(valueOf(event, "DESCRIPTION"));
      expect(text).toContain(locale === "ja" ? "第22条第5項第4号" : "Article 22.5(4)");
      expect(text).toContain(locale === "ja" ? "NDR監視 基本メニュー" : "Managed NDR; Basic");
      if (locale === "en") expect(text).toContain("recorded.\nC:\\logs stay.");
    },
  );

  test("that was called off stays, marked, with a higher number and its reason", () => {
    const off = {
      status: "cancelled",
      revision: 2,
      reasonJa: "延期のため",
      reasonEn: "Put off",
    } as const;
    const event = eventOf({ ...sample, ...off, revisedAt: "2026-01-07T00:00:00.000Z" });
    expect(valueOf(event, "STATUS")).toBe("CANCELLED");
    expect(valueOf(event, "SEQUENCE")).toBe("2");
    expect(valueOf(event, "UID")).toBe(sample.maintenanceId);
    expect(valueOf(event, "DTSTAMP")).toBe("20260107T000000Z");
    expect(unescape(valueOf(event, "DESCRIPTION"))).toContain("延期のため");
  });

  test.each(["underWay", "over"] as const)("that is %s is confirmed", (status) => {
    expect(valueOf(eventOf({ ...sample, status }), "STATUS")).toBe("CONFIRMED");
  });
});

/** Any text that staff may type, hard for a line that is folded and escaped. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "\\",
      ";",
      ",",
      ":",
      "\n",
      "\r\n",
      '"',
      "n",
      " ",
      "\t",
      "監",
      "視",
      "é",
      "👩‍💻",
      "\u2028",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 300,
});

describe("any text", () => {
  const kept = (text: string) =>
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      // oxlint-disable-next-line no-control-regex -- what a TEXT value can't hold
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

  test("comes back as it was from a feed that stays well-formed", () => {
    fc.assert(
      fc.property(anyText, anyText, (titleEn, textEn) => {
        const event = parse(feedOf([{ ...sample, titleEn, textEn }], "en")).components[1]!;
        expect(unescape(valueOf(event, "SUMMARY"))).toBe(kept(titleEn));
        expect(unescape(valueOf(event, "DESCRIPTION"))).toContain(kept(textEn));
      }),
    );
  });

  test("is folded at most at 75 octets, never inside a character, and unfolds to itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = escapeText(text);
        const folded = foldLine(line);
        for (const part of folded.split("\r\n")) {
          const bytes = encoder.encode(part);
          expect(bytes.length).toBeLessThanOrEqual(75);
          expect(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)).toBe(
            part,
          );
        }
        expect(folded.replaceAll("\r\n ", "")).toBe(line);
      }),
    );
  });

  test.each([
    "\r\n",
    "\r",
    "\n",
    // Line ends of Unicode, where readers that split by them would begin a property.
    "\u2028",
    "\u2029",
    "\u0085",
  ])("can't end its property and begin another by %j", (end) => {
    const hostile = `x${end}END:VEVENT${end}BEGIN:VALARM\nATTACH:file`;
    const calendar = parse(feedOf([{ ...sample, titleEn: hostile }], "en"));
    expect(calendar.components.map(({ name }) => name)).toEqual(["VTIMEZONE", "VEVENT"]);
    expect(calendar.components[1]?.components).toEqual([]);
    expect(valueOf(calendar.components[1]!, "SUMMARY")).toMatch(/^x\\nEND:VEVENT\\nBEGIN/);
  });
});

test.each([
  ["2026-01-17T15:00:00.000Z", "20260118T000000", "20260117T150000Z"],
  ["2026-12-31T15:00:00.000Z", "20270101T000000", "20261231T150000Z"],
  ["2028-02-28T15:00:00.000Z", "20280229T000000", "20280228T150000Z"],
  ["2026-03-31T14:59:59.999Z", "20260331T235959", "20260331T145959Z"],
])("%s is %s in Tokyo", (instant, tokyo, utc) => {
  expect(tokyoTime(instant)).toBe(tokyo);
  expect(utcTime(instant)).toBe(utc);
});
