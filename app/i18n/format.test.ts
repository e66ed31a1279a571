import fc from "fast-check";
import { expect, test } from "vitest";

import { dayOfInstant, formatCount, formatDay, formatInstant, formatYen } from "./format.ts";

test("yen have a sign, thousands and no fraction", () => {
  expect(formatYen(0)).toBe("¥0");
  expect(formatYen(1234)).toBe("¥1,234");
  expect(formatYen(-1234567)).toBe("-¥1,234,567");
  expect(formatCount(12345)).toBe("12,345");
  expect(() => formatYen(0.5)).toThrow(RangeError);
  expect(() => formatYen(Number.NaN)).toThrow(RangeError);
});

test("every amount can be read back", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      expect(Number(formatYen(amount).replaceAll(/[¥,]/g, ""))).toBe(amount);
    }),
  );
});

test("days have slashes and are never moved", () => {
  expect(formatDay("2026-03-31")).toBe("2026/03/31");
  expect(() => formatDay("2026-3-31")).toThrow(RangeError);
  expect(() => formatDay("2026-03-31T00:00:00Z")).toThrow(RangeError);
});

test("instants are Tokyo's, on both sides of midnight", () => {
  expect(formatInstant("2026-03-31T00:00:00Z")).toBe("2026/03/31 09:00");
  expect(formatInstant("2026-03-31T14:59:59.999Z")).toBe("2026/03/31 23:59");
  expect(formatInstant("2026-03-31T15:00:00Z")).toBe("2026/04/01 00:00");
  expect(dayOfInstant("2026-03-31T14:59:59.999Z")).toBe("2026-03-31");
  expect(dayOfInstant("2026-03-31T15:00:00Z")).toBe("2026-04-01");
  expect(() => formatInstant("soon")).toThrow(RangeError);
});

test("Tokyo is nine hours ahead at any time of these years", () => {
  const years = { min: new Date("1960-01-01"), max: new Date("2100-01-01"), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(years), (instant) => {
      const shifted = new Date(instant.getTime() + 9 * 3_600_000).toISOString();
      expect(formatInstant(instant.toISOString())).toBe(
        shifted.slice(0, 16).replaceAll("-", "/").replace("T", " "),
      );
      expect(dayOfInstant(instant.toISOString())).toBe(shifted.slice(0, 10));
    }),
  );
});
