import { describe, expect, test } from "vitest";
import { given, on, stamped, type Stamped } from "#test/helpers/given.ts";
import { submit, erasure } from "#test/helpers/sample-events.ts";
import { contractDefinition } from "./definition.ts";

/** A contract on its way to a start day. */
function startingOn(startDay: string, orderedOn: string): Stamped[] {
  return [
    on(orderedOn, { type: "openDraft" }, 9),
    on(orderedOn, submit(startDay), 10),
    on(orderedOn, { type: "verifyMaintenance" }, 11),
    on(orderedOn, { type: "accept" }, 12),
    on(orderedOn, { type: "setStart", startDay }, 13),
  ];
}

/** A contract that began on a day. */
function begunOn(startDay: string): Stamped[] {
  const start = on(startDay, { type: "startReached" }, 0);
  return [...startingOn(startDay, "2024-01-05"), start];
}

const cancel = (day: string, wish: string | null = null) => on(day, { type: "cancel", wish });

/** What a contract waits for, as `id` and instant. */
const waits = (...past: Stamped[]) =>
  given(contractDefinition, ...past)
    .deadlines()
    .map(({ id, dueAt }) => [id, dueAt]);

describe("a contract waits for", () => {
  const ordered = startingOn("2024-04-01", "2024-01-05");

  test("nothing before it is accepted or after it is rejected", () => {
    expect(waits(...ordered.slice(0, 2))).toEqual([]);
    const reject = on("2024-01-06", { type: "reject", reason: "notFeasible" });
    expect(waits(...ordered.slice(0, 2), reject)).toEqual([]);
  });

  test("the end of a notice given before a start is fixed", () => {
    expect(waits(...ordered.slice(0, 4))).toEqual([]);
    expect(waits(...ordered.slice(0, 4), cancel("2024-01-06"))).toEqual([
      ["end", "2024-03-06T15:00:00.000Z"],
    ]);
  });

  test("its start at 00:00 in Tokyo", () => {
    expect(waits(...ordered)).toEqual([["start", "2024-03-31T15:00:00.000Z"]]);
  });

  test("the start before the end of a notice", () => {
    expect(waits(...ordered, cancel("2024-03-01", "earliest"))).toEqual([
      ["start", "2024-03-31T15:00:00.000Z"],
      ["end", "2024-05-01T15:00:00.000Z"],
    ]);
  });

  test("the end alone where it comes before the start: no fee arises (A5.5)", () => {
    expect(waits(...ordered, cancel("2024-01-31", "earliest"))).toEqual([
      ["end", "2024-03-31T15:00:00.000Z"],
    ]);
    expect(waits(...ordered, cancel("2024-02-01", "earliest"))[0]?.[0]).toBe("start");
  });

  test("reminders at 09:00 and the end of the notice day at 24:00", () => {
    expect(waits(...begunOn("2025-04-01"))).toEqual([
      ["remind/customer/30", "2026-01-01T00:00:00.000Z"],
      ["remind/finance/30", "2026-01-01T00:00:00.000Z"],
      ["remind/customer/14", "2026-01-17T00:00:00.000Z"],
      ["remind/customer/5", "2026-01-26T00:00:00.000Z"],
      ["fixRenewal", "2026-01-31T15:00:00.000Z"],
    ]);
  });

  test("a reminder only once", () => {
    const id = "remind/customer/30";
    const reminded = on("2026-01-01", { type: "remindRenewal", id, to: "customer" }, 9);
    const ids = waits(...begunOn("2025-04-01"), reminded).map(([name]) => name);
    expect(ids).not.toContain(id);
    expect(ids).toContain("remind/finance/30");
  });

  test("the renewal at 00:00 after the term, then the reminders of the next term", () => {
    const fixed = [...begunOn("2025-04-01"), on("2026-02-01", { type: "fixRenewal" }, 0)];
    expect(waits(...fixed)).toEqual([["renew", "2026-03-31T15:00:00.000Z"]]);
    const next = waits(...fixed, on("2026-04-01", { type: "renew" }, 0));
    expect(next).toHaveLength(5);
    expect(next.at(-1)).toEqual(["fixRenewal", "2027-01-31T15:00:00.000Z"]);
  });

  test("one reminder after its end, while there are data to save (A14.6)", () => {
    const noticed = [...begunOn("2025-04-01"), cancel("2026-01-31")];
    const ended = [...noticed, on("2026-04-01", { type: "endReached" }, 0)];
    expect(waits(...ended)).toEqual([["remind/export", "2026-05-17T00:00:00.000Z"]]);
    expect(waits(...ended, on("2026-05-17", { type: "remindExport" }, 9))).toEqual([]);
    expect(waits(...ended, on("2026-04-02", erasure))).toEqual([]);
  });

  test("its term while the service is suspended: terms run on", () => {
    const cause = { kind: "breach", ref: "0199aaaa-0000-7000-8000-0000000000b1" };
    const suspended = on("2025-05-01", { type: "suspend", cause });
    expect(waits(...begunOn("2025-04-01"), suspended)).toEqual(waits(...begunOn("2025-04-01")));
  });
});

describe("terms that touch month ends and leap days", () => {
  test.each([
    ["2024-02-29", "2025-02-28", "2024-12-31T15:00:00.000Z", "2025-02-28T15:00:00.000Z"],
    ["2027-03-01", "2028-02-29", "2027-12-31T15:00:00.000Z", "2028-02-29T15:00:00.000Z"],
    ["2025-08-31", "2026-08-30", "2026-06-30T15:00:00.000Z", "2026-08-30T15:00:00.000Z"],
    ["2024-12-31", "2025-12-30", "2025-10-30T15:00:00.000Z", "2025-12-30T15:00:00.000Z"],
    ["2025-05-01", "2026-04-30", "2026-02-28T15:00:00.000Z", "2026-04-30T15:00:00.000Z"],
  ])("a term from %s ends on %s", (start, end, fixedAt, renewedAt) => {
    const begun = begunOn(start);
    expect(given(contractDefinition, ...begun).snapshot.context.term).toEqual({ start, end });
    expect(waits(...begun).at(-1)).toEqual(["fixRenewal", fixedAt]);
    expect(waits(...begun, stamped(fixedAt, { type: "fixRenewal" }))).toEqual([
      ["renew", renewedAt],
    ]);
  });
});

describe("notice and renewal (A10, A17), the term ending on 2026-03-31", () => {
  const begun = begunOn("2025-04-01");

  test.each([
    ["in the last second of the notice day", "2026-01-31T14:59:59.999Z", "2026-03-31", "expired"],
    ["at 24:00 of the notice day", "2026-01-31T15:00:00.000Z", "2026-04-01", "cancelled"],
  ])("notice %s", (_, instant, endDay, cause) => {
    const { snapshot, deadlines } = given(contractDefinition, ...begun).whenTaken(
      stamped(instant, { type: "cancel", wish: null }),
    );
    expect(snapshot.context.ends).toMatchObject([{ endDay, cause }]);
    const ids = deadlines.map(({ id }) => id);
    expect(ids.includes("fixRenewal")).toBe(cause === "cancelled");
    expect(ids).toContain("end");
  });

  test("one day late, it renews first: the new year's fee is invoiced, then it ends (A17.1)", () => {
    const late = [...begun, cancel("2026-02-01"), on("2026-02-01", { type: "fixRenewal" }, 0)];
    expect(waits(...late)).toEqual([
      ["renew", "2026-03-31T15:00:00.000Z"],
      ["end", "2026-04-01T15:00:00.000Z"],
    ]);
    const renewed = given(contractDefinition, ...late).whenTaken(
      on("2026-04-01", { type: "renew" }, 0),
    );
    expect(renewed.tells[0]?.event).toMatchObject({ periodStart: "2026-04-01", total: 1_320_000 });
    expect(renewed.deadlines.map(({ id }) => id)).toEqual(["end"]);
  });

  test("a wish for a day in the next term lets it renew, and ends it there", () => {
    const wished = [...begun, cancel("2025-06-10", "2026-05-31")];
    expect(waits(...wished).map(([id]) => id)).toContain("fixRenewal");
    const fixed = [...wished, on("2026-02-01", { type: "fixRenewal" }, 0)];
    expect(waits(...fixed, on("2026-04-01", { type: "renew" }, 0))).toEqual([
      ["end", "2026-05-31T15:00:00.000Z"],
    ]);
  });

  test("the earliest end drops the reminders and the renewal", () => {
    expect(waits(...begun, cancel("2025-06-10", "earliest"))).toEqual([
      ["end", "2025-08-10T15:00:00.000Z"],
    ]);
  });

  test("of two notices the earlier end applies, and the other is kept", () => {
    const both = [...begun, cancel("2025-06-10"), cancel("2025-07-10", "2025-12-31")];
    expect(waits(...both)).toEqual([["end", "2025-12-31T15:00:00.000Z"]]);
    expect(given(contractDefinition, ...both).snapshot.context.ends).toHaveLength(2);
  });

  test("a notice in the moment before the renewal's event counts for the new term", () => {
    const fixed = [...begun, on("2026-02-01", { type: "fixRenewal" }, 0)];
    const notice = stamped("2026-03-31T15:00:05.000Z", { type: "cancel", wish: null });
    const { snapshot } = given(contractDefinition, ...fixed).whenTaken(notice);
    expect(snapshot.context.ends).toMatchObject([{ endDay: "2027-03-31", clause: "A10.2" }]);
  });
});
