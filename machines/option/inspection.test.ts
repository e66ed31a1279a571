import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { daysAfter, dayOf } from "../calendar.ts";
import { optionDefinition } from "./definition.ts";
import { fromVersion2 } from "./migrations.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const [first, second] = [
  "0199aaaa-0000-7000-8000-0000000000a1",
  "0199aaaa-0000-7000-8000-0000000000a2",
];
const menu = {
  menuCode: "setup",
  kind: "work",
  nameJa: "設定",
  nameEn: "Setup",
  annualPrice: 1000,
};
const working: Stamped[] = [
  on("2025-03-01", { type: "request", contractId, ...menu, isAddition: false }),
  on("2025-03-02", { type: "accept" }),
  on("2025-03-03", { type: "provision" }),
  on("2025-04-01", { type: "start", term: { start: "2025-04-01", end: "2026-03-31" } }),
];
const report = (day: string, completedOn: string, noteId = first) =>
  on(day, { type: "reportCompletion", completedOn, noteId });
const accept = (day: string) => on(day, { type: "acceptWork", noteId: second });
const object = (day: string) => on(day, { type: "objectToWork", noteId: second });
const reported = [...working, report("2025-04-10", "2025-04-08")];

/** The inspection with all reminders that it asks for, each sent on its day. */
function afterReminders(past: Stamped[]): Stamped[] {
  const [next] = given(optionDefinition, ...past).deadlines();
  if (!next) return past;
  return afterReminders([...past, on(next.dueAt.slice(0, 10), next.event, 9)]);
}

describe("the last day of an inspection (A11)", () => {
  test.each([
    ["2025-04-10", "2025-04-10", "2025-04-17"],
    ["2025-04-10", "2025-04-01", "2025-04-17"],
    ["2025-12-28", "2025-12-27", "2026-01-04"],
    ["2028-02-22", "2028-02-22", "2028-02-29"],
    ["2028-02-23", "2028-02-22", "2028-03-01"],
  ])("reported on %s, completed on %s: %s", (day, completedOn, lastDay) => {
    const { snapshot } = given(optionDefinition, ...working).whenTaken(report(day, completedOn));
    expect(snapshot.context.inspection).toMatchObject({ completedOn, lastDay });
  });

  test("is the seventh day after the later of completion and report", () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(400), (start, late) => {
        const completed = dayOf("2025-04-01").add({ days: start });
        const day = completed.add({ days: late });
        const event = report(day.toString(), completed.toString());
        const { inspection } = given(optionDefinition, ...working).whenTaken(event).snapshot
          .context;
        expect(inspection?.lastDay).toBe(daysAfter(day, 7).toString());
      }),
    );
  });
});

describe("silence is no acceptance (A11)", () => {
  test("the customer is reminded before the last day and after it", () => {
    const due = given(optionDefinition, ...reported).deadlines();
    expect(due.map(({ dueAt }) => dueAt.slice(0, 10))).toEqual([
      ...["2025-04-15", "2025-04-18", "2025-04-25", "2025-05-02"],
    ]);
    expect(due.every(({ clause }) => clause === "A11.1")).toBe(true);
  });

  test("no reminder changes anything, and afterwards work is accepted or objected to as before", () => {
    const silent = afterReminders(reported);
    const later = given(optionDefinition, ...silent);
    expect(silent).toHaveLength(reported.length + 4);
    expect(later.snapshot.value).toBe("inspecting");
    expect(later.snapshot.context.inspection?.acceptance).toBeNull();
    expect(later.deadlines()).toEqual([]);
    expect(later.whenTaken(accept("2025-08-01")).snapshot.value).toBe("done");
    expect(later.whenTaken(object("2025-08-01")).snapshot.value).toBe("working");
  });

  test("a reminder goes out once", () => {
    const [next] = given(optionDefinition, ...reported).deadlines();
    const remind = on("2025-04-15", next!.event, 9);
    expect(given(optionDefinition, ...reported, remind).when(remind)).toBeNull();
  });
});

describe("work that was objected to (A11)", () => {
  const again = report("2025-05-01", "2025-04-30", second);

  test("is done again, and waits for nothing meanwhile", () => {
    const redone = given(optionDefinition, ...reported, object("2025-04-12"));
    expect(redone.snapshot.value).toBe("working");
    expect(redone.deadlines()).toEqual([]);
    const { objection } = redone.snapshot.context.inspection!;
    expect(objection).toEqual({ day: "2025-04-12", noteId: second });
  });

  test("is reported again, with days and reminders of its own", () => {
    const { snapshot, deadlines } = given(
      optionDefinition,
      ...reported,
      object("2025-04-12"),
    ).whenTaken(again);
    expect(snapshot.context.inspection).toMatchObject({
      ...{ lastDay: "2025-05-08", reminded: [], objection: null },
    });
    expect(deadlines[0]?.dueAt.slice(0, 10)).toBe("2025-05-06");
  });
});

test("accepted work ends on that day and asks nothing more", () => {
  const noticed = on("2025-04-11", { type: "cancel", wish: "earliest" });
  const { snapshot, deadlines, tells } = given(optionDefinition, ...reported, noticed).whenTaken(
    accept("2025-04-12"),
  );
  expect(snapshot).toMatchObject({ value: "done", status: "done" });
  expect(snapshot.context).toMatchObject({ endDay: "2025-04-12", ends: [] });
  expect(deadlines).toEqual([]);
  expect(tells.map(({ event }) => event)).toMatchObject([
    { type: "optionEnded", endDay: "2025-04-12", clause: "A11.1", refund: "none" },
  ]);
});

test.each<[string, Stamped[], Stamped]>([
  ["work to come is not completed", working, report("2025-04-10", "2025-04-11")],
  ["work is not completed before it began", working, report("2025-04-10", "2025-03-31")],
  ["what was not reported is not accepted", working, accept("2025-04-10")],
  ["what was not reported is not objected to", working, object("2025-04-10")],
  ["it is not reported twice", reported, report("2025-04-11", "2025-04-11")],
  ["it is not accepted twice", [...reported, accept("2025-04-12")], accept("2025-04-13")],
  [
    "what was accepted is not objected to",
    [...reported, accept("2025-04-12")],
    object("2025-04-13"),
  ],
])("%s", (_, past, event) => {
  expect(given(optionDefinition, ...past).when(event)).toBeNull();
});

test("of work of version 2 nothing has been reported", () => {
  const { inspection: _, ...context } = given(optionDefinition, ...working).snapshot.context;
  const old = { status: "active" as const, value: "working", context };
  expect(fromVersion2(old).context).toMatchObject({ ...context, inspection: null });
});
