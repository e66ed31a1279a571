import { expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { keptUntil, retentionReasons } from "./a18-retention.ts";

test.each([
  ["2026-03-31", "books", "2037-03-31"],
  ["2026-03-31", "claims", "2031-03-31"],
  ["2024-02-29", "claims", "2029-02-28"],
  ["2026-03-31", "account", null],
] as const)(
  "of a contract that ends on %s, what is kept for %s goes after %s",
  (end, reason, day) => {
    expect(retentionReasons).toContain(reason);
    expect(keptUntil(dayOf(end), reason)?.toString() ?? null).toBe(day);
  },
);

test("books outlast the ten years from any closing within the year after the end", () => {
  for (let days = 1; days <= 365; days += 1) {
    const end = dayOf("2026-03-31");
    const closing = end.add({ days });
    const last = keptUntil(end, "books");
    expect(last && last.toString() >= closing.add({ years: 10 }).toString()).toBe(true);
  }
});
