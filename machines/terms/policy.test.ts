import { describe, expect, test } from "vitest";
import { dayOf } from "../calendar.ts";
import { initialPolicy, policyOn, policySchema } from "./policy.ts";

describe("policyOn", () => {
  const changes = [
    { from: "2028-02-29", changes: { quoteValidityDays: 60 } },
    { from: "2026-04-01", changes: { quoteValidityDays: 45, formalDemand: null } },
  ];
  test.each([
    ["2026-03-31", 30, { daysAfterDue: 14 }],
    ["2026-04-01", 45, null],
    ["2028-02-28", 45, null],
    ["2028-02-29", 60, null],
    ["2040-12-31", 60, null],
  ])("on %s quotes hold %i days", (day, quoteValidityDays, formalDemand) => {
    const policy = policyOn(dayOf(day), changes);
    expect(policy).toMatchObject({ quoteValidityDays, formalDemand, reminderHour: 9 });
    expect(policySchema.parse(policy)).toEqual(policy);
  });

  test("of two changes on one day the later decided one holds", () => {
    const same = [10, 20].map((days) => ({
      from: "2026-01-31",
      changes: { quoteValidityDays: days },
    }));
    expect(policyOn(dayOf("2026-01-31"), same).quoteValidityDays).toBe(20);
  });

  test("begins with the values of the terms' defaults and not before", () => {
    expect(policyOn(dayOf(initialPolicy.from))).toMatchObject({
      quoteValidityDays: 30,
      renewalReminderDays: [30, 14, 5],
      dueDateRule: "next_business_day",
      firstReminder: { daysAfterDue: 1 },
      secondReminder: { daysAfterDue: 7 },
      formalDemandPeriodDays: 14,
      suspensionForNonPayment: "task",
      orderWithdrawalAllowed: true,
    });
    expect(() => policyOn(dayOf("2019-12-31"))).toThrow(RangeError);
  });
});

test.each([
  { reminderHour: 24 },
  { quoteValidityDays: -1 },
  { dueDateRule: "previous" },
  { formalDemand: 14 },
])("refuses %j", (wrong) => {
  expect(policySchema.partial().safeParse(wrong).success).toBe(false);
});
