import { describe, expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { damagesOwed, damagesRate } from "./a14-damages.ts";

describe("given a debt, its due day and the day of payment", () => {
  test.each([
    ["fee", 1_320_000, "2026-03-31", "2026-03-31", 0, 146, 0],
    ["fee", 1_320_000, "2026-03-31", "2026-04-30", 30, 146, 15_840],
    ["fee", 1_320_000, "2028-02-28", "2028-03-01", 2, 146, 1056],
    ["fee", 1_320_000, "2019-12-31", "2020-12-31", 366, 146, 193_248],
    ["charge", 1_320_000, "2026-02-28", "2026-03-31", 31, 30, 3363],
    ["charge", 365_000, "2020-03-30", "2020-04-30", 31, 50, 1550],
    ["charge", 365_000, "2020-03-31", "2020-04-30", 30, 30, 900],
    ["charge", 365_000, "2028-02-28", "2028-02-29", 1, 30, 30],
  ] as const)(
    "%s of %i yen due %s, paid %s",
    (kind, principal, due, paid, days, perMille, amount) => {
      const found = damagesOwed(kind, principal, dayOf(due), dayOf(paid));
      expect(found.amount).toBe(amount);
      expect(found.derivation).toMatchObject({ clause: "A14.3", days, perMille, result: amount });
    },
  );
});

test("the statutory rate of a charge is that of the first day of delay and stays", () => {
  expect(damagesRate("charge", dayOf("2020-03-30"))).toBe(50);
  expect(damagesRate("charge", dayOf("2020-03-31"))).toBe(30);
  expect(damagesRate("fee", dayOf("2020-03-30"))).toBe(146);
});
