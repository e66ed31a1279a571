import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped, type Told } from "#test/helpers/given.ts";
import { accelerationBy, breachItems, terminationWay } from "../terms/a16-termination.ts";
import { breachCaseDefinition } from "./definition.ts";

const one = "0199aaaa-0000-7000-8000-0000000000c1";
const two = "0199aaaa-0000-7000-8000-0000000000c2";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const fileId = "0199aaaa-0000-7000-8000-0000000000e1";
const debtorIds = [one, two];

const draft = (item: string) =>
  on("2026-03-02", {
    ...{ type: "draft", item, happenedOn: "2026-03-01", contractIds: [one], noteId },
  });
const record = on("2026-03-02", { type: "record", debtorIds });
const evidence = on("2026-03-02", { type: "addEvidence", fileId, sha256: "a".repeat(64) });
const discard = on("2026-03-02", { type: "discard" });
const suspend = on("2026-03-03", { type: "suspend", contractIds: [one, two] });
const lift = (...contractIds: string[]) => on("2026-03-04", { type: "lift", contractIds });
const demand = on("2026-03-03", { type: "demand", until: "2026-03-17", noteId });
const periodEnds = on("2026-03-18", { type: "periodEnds" }, 0);
const cure = on("2026-03-10", { type: "cure", noteId });
const recordUncured = on("2026-03-18", { type: "recordUncured", debtorIds });
const terminate = (...contractIds: string[]) =>
  on("2026-03-20", { type: "terminate", contractIds, debtorIds });
const close = on("2026-04-01", { type: "close", noteId });

const drafted = [draft("A15.1(10)")];
const opened = [...drafted, record];
const grave = [draft("A16.1(5)"), record];
const antiSocial = [draft("A32"), record];
const demanded = [...opened, demand];
const over = [...demanded, periodEnds];
const uncured = [...over, recordUncured];
const ended = [...grave, terminate(one)];
const stages = { opened, demanded, periodOver: over, uncured, terminated: ended };

const told = (to: string, clause: string, tells: string[] = [], effects: string[] = []): Told => ({
  ...{ to, clauses: [clause], effects },
  tells: tells.map((type) => `contract.${type}`),
});
const bothDue = ["accelerate", "accelerate"];

type Case = [name: string, past: Stamped[], event: Stamped, then: Told];

const hasDemand = ["demanded", "periodOver", "uncured"];
const whileOpen = Object.entries(stages).flatMap(([stage, before]): Case[] => {
  const suspended = [...before, suspend];
  const lifts = ["lift", "lift", ...(hasDemand.includes(stage) ? ["cure"] : [])];
  return [
    [`${stage}: evidence is added`, before, evidence, told(stage, "A15.2")],
    [`${stage}: is suspended`, before, suspend, told(stage, "A15.2", ["suspend", "suspend"])],
    [`${stage}: is lifted`, suspended, lift(one), told(stage, "A15.2", ["lift"])],
    [`${stage}: it is closed`, suspended, close, told("closed", "A16.1", lifts)],
  ];
});

const cases: Case[] = [
  ["is drafted", [], draft("A15.1(10)"), told("draft", "A15.2")],
  ["takes evidence before it is recorded", drafted, evidence, told("draft", "A15.2")],
  ["is discarded", drafted, discard, told("discarded", "A15.2")],
  ["is recorded, and no debt moves yet", drafted, record, told("opened", "A15.2")],
  ["makes debts due", [draft("A16.1(5)")], record, told("opened", "A16.2", bothDue)],
  ["by A32 moves no debt", [draft("A32")], record, told("opened", "A32.3")],
  ...whileOpen,
  ["is demanded", opened, demand, told("demanded", "A16.1(1)", ["demand"], ["breach-demand"])],
  [
    "ends contracts at once",
    grave,
    terminate(one),
    told("terminated", "A16.1", [...bothDue, "terminate"]),
  ],
  [
    "by A32 ends contracts at once",
    antiSocial,
    terminate(one, two),
    told("terminated", "A32.3", ["terminate", "terminate"]),
  ],
  ["is cured in time", demanded, cure, told("cured", "A16.1(1)", ["cure"], ["breach-cured"])],
  ["waits out its period", demanded, periodEnds, told("periodOver", "A16.1(1)")],
  ["turns out to be cured", over, cure, told("cured", "A16.1(1)", ["cure"], ["breach-cured"])],
  ["is recorded as uncured", over, recordUncured, told("uncured", "A16.2", bothDue)],
  [
    "ends contracts when its period is over",
    over,
    terminate(one),
    told("terminated", "A16.1", [...bothDue, "terminate"]),
  ],
  [
    "ends contracts once uncured",
    uncured,
    terminate(one),
    told("terminated", "A16.1", [...bothDue, "terminate"]),
  ],
  [
    "ends those left out later",
    ended,
    terminate(one, two),
    told("terminated", "A16.1", [...bothDue, "terminate"]),
  ],
];

describe("a breach case", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(breachCaseDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(breachCaseDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(breachCaseDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not drafted before it happened", [], { ...draft("A32"), happenedOn: "2026-03-03" }],
    ["is not recorded twice", opened, record],
    ["is not discarded once it is recorded", opened, discard],
    ["is not demanded under an item that ends contracts at once", grave, demand],
    ["is not demanded under A32", antiSocial, demand],
    [
      "is not demanded with a period that ends on its day",
      opened,
      { ...demand, until: "2026-03-03" },
    ],
    ["is not demanded twice", demanded, demand],
    ["ends no contract without a demand", opened, terminate(one)],
    ["ends no contract within the period", demanded, terminate(one)],
    ["makes no debt due within the period", demanded, recordUncured],
    ["makes no debt due a second time", uncured, recordUncured],
    ["is not cured without a demand", opened, cure],
    ["is not cured once the contracts are ended", ended, cure],
    ["ends a contract once", ended, terminate(one)],
    ["suspends once", [...opened, suspend], suspend],
    ["lifts only what it suspends", opened, lift(one)],
    ["lifts nothing that others suspend", [...opened, suspend, lift(one)], lift(one, two)],
    ["is over once cured", [...demanded, cure], close],
    ["is over once closed", [...opened, close], evidence],
  ])("%s", (_, before, event) => {
    expect(given(breachCaseDefinition, ...before).when(event)).toBeNull();
  });

  test("tells contracts the clause, the case and the day", () => {
    const { tells } = given(breachCaseDefinition, ...over).whenTaken(terminate(two));
    const due = { type: "accelerate", dueDay: "2026-03-20", clause: "A16.2" };
    expect(tells).toEqual([
      { kind: "contract", machineId: one, event: due },
      { kind: "contract", machineId: two, event: due },
      {
        ...{ kind: "contract", machineId: two, required: true },
        event: { type: "terminate", caseId: subjectId, clause: "A16.1(1)" },
      },
    ]);
  });

  test("names itself as the cause of a suspension", () => {
    const { tells } = given(breachCaseDefinition, ...opened).whenTaken(suspend);
    const cause = { kind: "breach", ref: subjectId };
    expect(tells.map(({ event }) => event)).toEqual([
      { type: "suspend", cause },
      { type: "suspend", cause },
    ]);
  });

  test("keeps the first day on which debts fell due", () => {
    const { snapshot } = given(breachCaseDefinition, ...uncured).whenTaken(terminate(one));
    expect(snapshot.context).toMatchObject({
      ...{ acceleratedOn: "2026-03-18", terminatedOn: "2026-03-20", terminated: [one] },
    });
  });

  test("writes the demand with its period and where its words are", () => {
    const { effects } = given(breachCaseDefinition, ...opened).whenTaken(demand);
    expect(effects).toMatchObject([
      {
        kind: "mail",
        params: {
          ...{ template: "breach-demand", to: "customer", caseId: subjectId, day: "2026-03-03" },
          facts: { contractIds: [one], demandedOn: "2026-03-03", until: "2026-03-17", noteId },
        },
      },
    ]);
  });

  test("waits for 24:00 of the period's last day, and for nothing else", () => {
    const waits = (before: Stamped[]) => given(breachCaseDefinition, ...before).deadlines();
    expect(waits(demanded)).toEqual([
      {
        ...{ id: "periodEnds", dueAt: "2026-03-17T15:00:00.000Z" },
        ...{ event: { type: "periodEnds" }, clause: "A16.1(1)" },
      },
    ]);
    for (const before of [drafted, opened, over, uncured, ended]) expect(waits(before)).toEqual([]);
  });
});

test("whatever the item: no contract ends without its way, no debt moves without its record", () => {
  fc.assert(
    fc.property(fc.constantFrom(...breachItems), (item) => {
      const begun = [draft(item), record];
      const way = terminationWay(item);
      const atOnce = given(breachCaseDefinition, ...begun).when(terminate(one));
      const admonished = given(breachCaseDefinition, ...begun).when(demand);
      expect(atOnce !== null).toBe(way.when === "atOnce");
      expect(admonished !== null).toBe(way.when === "afterDemand");
      const { acceleratedOn } = given(breachCaseDefinition, ...begun).snapshot.context;
      expect(acceleratedOn).toBe(accelerationBy(item) === "onRecord" ? "2026-03-02" : null);
      const path = atOnce ? begun : [...begun, demand, periodEnds];
      const { tells } = given(breachCaseDefinition, ...path).whenTaken(terminate(one));
      const moved = tells.filter(({ event }) => event.type === "accelerate").length;
      expect(moved).toBe(item === "A32" ? 0 : 2);
      expect(tells.at(-1)?.event).toMatchObject({ type: "terminate", clause: way.clause });
    }),
  );
});
