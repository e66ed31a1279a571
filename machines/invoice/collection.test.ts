import { describe, expect, test } from "vitest";
import { at, dayOf } from "../calendar.ts";
import { collectionDeadlines, nextChargeDay, noCollection, type Collection } from "./collection.ts";

const invoice = (changes: Partial<Collection> = {}, more = {}) => ({
  ...{ dueDay: "2025-06-02", openPayment: null, dispute: null, acceleratedTo: null },
  collection: { ...noCollection, ...changes },
  ...more,
});
const waits = (value: string, context: ReturnType<typeof invoice>) =>
  collectionDeadlines(value, context).map(({ id, dueAt }) => `${id} ${dueAt}`);
const nine = (day: string) => at(dayOf(day), 9);

describe("the day of a charge", () => {
  test("is the due day, then the policy's days after it while nothing came", () => {
    expect(nextChargeDay(invoice())).toBe("2025-06-02");
    expect(nextChargeDay(invoice({ days: ["2025-06-02"] }))).toBe("2025-06-05");
    expect(nextChargeDay(invoice({ days: ["2025-06-02", "2025-06-05"] }))).toBe("2025-06-08");
    const tired = ["2025-06-02", "2025-06-05", "2025-06-08"];
    expect(nextChargeDay(invoice({ days: tired }))).toBeNull();
  });

  test("is none where the customer stopped it, or where the debt fell due at once", () => {
    expect(nextChargeDay(invoice({ stopped: true }))).toBeNull();
    expect(nextChargeDay(invoice({}, { acceleratedTo: "2025-05-01" }))).toBeNull();
  });
});

describe("what an invoice waits for", () => {
  test("is the announcement seven days before, and the charge at nine on the day", () => {
    const both = [`chargeNears ${nine("2025-05-26")}`, `chargeDue ${nine("2025-06-02")}`];
    expect(waits("issued", invoice())).toEqual(both);
    expect(waits("partlyPaid", invoice({ noticedFor: "2025-06-02" }))).toEqual([both[1]]);
  });

  test("is no charge while something else is under way, and one at once when that is over", () => {
    expect(waits("issued", invoice({ noticedFor: "2025-06-02" }, { openPayment: "p" }))).toEqual(
      [],
    );
    const freeSince = "2025-06-02T03:00:00.000Z";
    const free = invoice({ noticedFor: "2025-06-02", freeSince });
    expect(waits("issued", free)).toEqual([`chargeDue ${freeSince}`]);
  });

  test("is nothing once paid, nor a first charge once overdue; a later charge goes on", () => {
    expect(waits("paid", invoice())).toEqual([]);
    expect(waits("overdue", invoice())).toEqual([]);
    const tried = invoice({ asked: 1, days: ["2025-06-02"] });
    expect(waits("overdue", tried)).toEqual([`chargeDue ${nine("2025-06-05")}`]);
  });
});
