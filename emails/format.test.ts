import { expect, test } from "vitest";

import { formatClause, formatDay, formatInstant, formatYen, singleLine } from "./format.ts";

test("days", () => {
  expect(formatDay("2026-03-01", "ja")).toBe("2026/03/01");
  expect(formatDay("2026-03-01", "en")).toBe("1 March 2026");
  for (const day of ["2026-3-1", "2026-13-01", "", "2026-03-01T00:00:00Z"]) {
    expect(() => formatDay(day, "ja")).toThrow(RangeError);
  }
});

test("yen", () => {
  expect(formatYen(4_356_000, "ja")).toBe("4,356,000円");
  expect(formatYen(-1_200, "en")).toBe("-¥1,200");
  expect(() => formatYen(0.5, "ja")).toThrow(RangeError);
});

test("an instant is shown as it is in Tokyo, whatever the server's zone", () => {
  expect(formatInstant("2025-12-31T15:00:00Z", "ja")).toBe("2026/01/01 00:00（日本時間）");
  expect(formatInstant("2025-12-31T14:59:59Z", "en")).toBe("31 December 2025, 23:59 (Japan time)");
});

test("clauses", () => {
  expect(formatClause("A5.4(7)", "ja")).toBe("約款第5条第4項第7号");
  expect(formatClause("A31", "ja")).toBe("約款第31条");
  expect(formatClause("A17.2", "en")).toBe("Terms, Article 17.2");
  expect(() => formatClause("17.2", "ja")).toThrow(RangeError);
});

test("control characters and line separators become one space", () => {
  expect(singleLine("a\r\nBcc: b\u2028c\u0000")).toBe("a Bcc: b c");
});
