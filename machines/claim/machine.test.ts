import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { claimDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const file = { fileId: "0199aaaa-0000-7000-8000-0000000000e1", sha256: "a".repeat(64) };

const report = (about: string, more: object = {}) =>
  on("2026-03-02", {
    ...{ type: "report", about, contractId, loanId: null, noteId, files: [file] },
    ...{ happenedOn: "2026-03-01", grantsAuthority: false, ...more },
  });
const say = (type: string, more: object = {}) => on("2026-03-03", { type, noteId, ...more });
const supplement = say("supplement", { files: [file], grantsAuthority: true });
const exclude = (ground: string) => say("exclude", { ground });
const acknowledge = say("acknowledge");
const close = say("close");
const ofDevice = [report("device")];
const ofProperty = [report("intellectualProperty")];
const knownOfDevice = [...ofDevice, acknowledge];
const known = [...ofProperty, acknowledge];
const granted = [...known, supplement];
const defended = [...granted, say("defend")];
const excluded = [...known, exclude("outsideJapan")];

const cases: [string, Stamped[], Stamped, string, string, string[]][] = [
  ["to a device is reported", [], report("device"), "reported", "A8.3", ["claim-received"]],
  [
    "for a right is reported",
    [],
    report("intellectualProperty"),
    "reported",
    "A26.1",
    ["claim-received"],
  ],
  [
    "to a device is received",
    ofDevice,
    acknowledge,
    "acknowledged",
    "A8.3",
    ["claim-acknowledged"],
  ],
  [
    "for a right is received",
    ofProperty,
    acknowledge,
    "acknowledged",
    "A26.1",
    ["claim-acknowledged"],
  ],
  ["to a device is added to", ofDevice, supplement, "reported", "A8.3", []],
  ["for a right is added to", ofProperty, supplement, "reported", "A26.1", []],
  ["to a device is added to later", knownOfDevice, supplement, "acknowledged", "A8.3", []],
  ["for a right is added to later", known, supplement, "acknowledged", "A26.1", []],
  ["is defended by the operator", granted, say("defend"), "defended", "A26.1", ["claim-defended"]],
  [
    "is the customer's own",
    known,
    exclude("customersCause"),
    "excluded",
    "A26.2(1)",
    ["claim-excluded"],
  ],
  [
    "is about rights abroad",
    known,
    exclude("outsideJapan"),
    "excluded",
    "A26.2(2)",
    ["claim-excluded"],
  ],
  ["to a device is closed", knownOfDevice, close, "closed", "A8.3", ["claim-closed"]],
  ["for a right is closed", known, close, "closed", "A26.1", ["claim-closed"]],
  ["is closed after its defence", defended, close, "closed", "A26.1", ["claim-closed"]],
  ["is closed by the customer's own means", excluded, close, "closed", "A26.1", ["claim-closed"]],
];

describe("somebody's claim", () => {
  test.each(cases)("%s", (_, past, event, to, clause, effects) => {
    const { told } = given(claimDefinition, ...past).whenTaken(event);
    expect(told).toEqual({ to, clauses: [clause], effects, tells: [] });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(claimDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(claimDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not reported before it is raised", [], report("device", { happenedOn: "2026-03-03" })],
    [
      "for a right is not reported before it is raised",
      [],
      report("intellectualProperty", { happenedOn: "2026-03-03" }),
    ],
    ["is not defended without authority", known, say("defend")],
    ["to a device is not defended by A26", [...knownOfDevice, supplement], say("defend")],
    ["to a device is not excluded by A26.2", knownOfDevice, exclude("outsideJapan")],
    ["to a device is not excluded as the customer's own", knownOfDevice, exclude("customersCause")],
    ["is not closed before it was received", ofProperty, close],
  ])("%s", (_, past, event) => {
    expect(given(claimDefinition, ...past).when(event)).toBeNull();
  });

  test("keeps the authority that was once given", () => {
    const later = say("supplement", { files: [], grantsAuthority: false });
    const { context } = given(claimDefinition, ...granted, later).snapshot;
    expect(context.grantsAuthority).toBe(true);
  });
});
