import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, test } from "vitest";
import { at, dayOf, startOfDayInTokyo, tokyoDay, tokyoDayText } from "../calendar.ts";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

const instant = fc
  .date({
    min: new Date("2019-01-01T00:00:00Z"),
    max: new Date("2060-01-01T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

describe.each(["UTC", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati"])(
  "on a server in %s",
  (tz) => {
    test("a day ends at 24:00 in Tokyo", () => {
      process.env["TZ"] = tz;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(tz);
      expect(tokyoDay("2026-03-31T14:59:59.999Z").toString()).toBe("2026-03-31");
      expect(tokyoDay("2026-03-31T15:00:00.000Z").toString()).toBe("2026-04-01");
      expect(tokyoDay("2026-03-31T23:59:59+09:00").toString()).toBe("2026-03-31");
      expect(tokyoDay("2028-02-28T15:00:00Z").toString()).toBe("2028-02-29");
      expect(startOfDayInTokyo(dayOf("2026-04-01"))).toBe("2026-03-31T15:00:00.000Z");
      expect(startOfDayInTokyo(dayOf("2028-03-01"))).toBe("2028-02-29T15:00:00.000Z");
      expect(at(dayOf("2026-01-01"), 9)).toBe("2026-01-01T00:00:00.000Z");
      expect(at(dayOf("2026-01-01"), 23)).toBe("2026-01-01T14:00:00.000Z");
    });

    test("a day as text is the same, whichever was asked for before", () => {
      process.env["TZ"] = tz;
      const moments = ["14:59:59.999Z", "15:00:00.000Z", "23:59:59+09:00", "00:00:00+09:00"];
      const near = fc
        .tuple(instant, fc.constantFrom(...moments))
        .map(([iso, time]) => `${iso.slice(0, 11)}${time}`);
      fc.assert(
        fc.property(fc.array(fc.oneof(instant, near), { maxLength: 20 }), (instants) => {
          for (const iso of instants) expect(tokyoDayText(iso)).toBe(tokyoDay(iso).toString());
        }),
      );
      expect(() => tokyoDayText("no instant")).toThrow(RangeError);
    });

    test("every instant lies in the day that nine hours later shows in UTC", () => {
      process.env["TZ"] = tz;
      fc.assert(
        fc.property(instant, (iso) => {
          const day = tokyoDay(iso);
          expect(day.toString()).toBe(
            new Date(Date.parse(iso) + 9 * 3_600_000).toISOString().slice(0, 10),
          );
          expect(
            startOfDayInTokyo(day) <= iso && iso < startOfDayInTokyo(day.add({ days: 1 })),
          ).toBe(true);
        }),
      );
    });
  },
);

test("hours and days are those of the time zone's table, also while there was summer time", () => {
  const moment = fc.date({
    min: new Date("1948-01-01T00:00:00Z"),
    max: new Date("2199-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 23 }), (date, hour) => {
      const zoned = Temporal.Instant.from(date.toISOString()).toZonedDateTimeISO("Asia/Tokyo");
      const day = zoned.toPlainDate();
      expect(tokyoDayText(date.toISOString())).toBe(day.toString());
      const there = day.toZonedDateTime({ timeZone: "Asia/Tokyo", plainTime: { hour } });
      expect(Date.parse(at(day, hour))).toBe(there.epochMilliseconds);
    }),
    { numRuns: 2000 },
  );
  expect(at(dayOf("1949-07-01"), 0)).toBe("1949-06-30T14:00:00.000Z");
  expect(at(dayOf("1952-01-01"), 0)).toBe("1951-12-31T15:00:00.000Z");
});

test("texts of instants sort like those of the platform", () => {
  const day = dayOf("2026-07-01");
  expect(startOfDayInTokyo(day)).toBe(new Date(startOfDayInTokyo(day)).toISOString());
});

test.each([-1, 24, 8.5])("refuses the hour %d", (hour) => {
  expect(() => at(dayOf("2026-01-01"), hour)).toThrow(RangeError);
});
