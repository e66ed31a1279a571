import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { informationChangeDefinition } from "./definition.ts";

const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const file = { fileId: "0199aaaa-0000-7000-8000-0000000000e1", sha256: "a".repeat(64) };

const report = (more: object = {}) =>
  on("2026-03-02", {
    ...{ type: "report", about: "none", happenedOn: "2026-03-01", noteId: null, files: [file] },
    ...{ fields: ["companyName"], ...more },
  });
const say = (type: string, more: object = {}) => on("2026-03-03", { type, noteId, ...more });
const reported = [report()];
const asked = [...reported, say("askEvidence")];
const added = say("addEvidence", { files: [file] });

const cases: [string, Stamped[], Stamped, string, string, string[]][] = [
  ["is reported", [], report(), "reported", "A13.1(1)", ["change-received"]],
  [
    "lacks evidence",
    reported,
    say("askEvidence"),
    "evidenceAsked",
    "A13.1(1)",
    ["change-evidence-asked"],
  ],
  ["gets its evidence", asked, added, "reported", "A13.1(1)", []],
  ["is applied", reported, say("apply"), "applied", "A13.1(1)", ["change-applied"]],
  ["is refused", reported, say("refuse"), "refused", "A13.1(1)", ["change-refused"]],
  ["is withdrawn", reported, say("withdraw"), "withdrawn", "A13.1(1)", []],
  [
    "is refused for want of evidence",
    asked,
    say("refuse"),
    "refused",
    "A13.1(1)",
    ["change-refused"],
  ],
  ["is withdrawn instead", asked, say("withdraw"), "withdrawn", "A13.1(1)", []],
];

describe("a change of registered information", () => {
  test.each(cases)("%s", (_, past, event, to, clause, effects) => {
    const { told } = given(informationChangeDefinition, ...past).whenTaken(event);
    expect(told).toEqual({ to, clauses: [clause], effects, tells: [] });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(informationChangeDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(informationChangeDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not reported of a name without evidence", [], report({ files: [] })],
    ["is not reported before it holds", [], report({ happenedOn: "2026-03-03" })],
    ["is not applied while evidence is asked for", asked, say("apply")],
    ["is not applied twice", [...reported, say("apply")], say("apply")],
  ])("%s", (_, past, event) => {
    expect(given(informationChangeDefinition, ...past).when(event)).toBeNull();
  });

  test("needs no evidence where no register attests it", () => {
    const taken = given(informationChangeDefinition).whenTaken(
      report({ files: [], fields: ["phone"] }),
    );
    expect(taken.snapshot.context).toMatchObject({ fields: ["phone"], happenedOn: "2026-03-01" });
  });

  test("keeps all files that came", () => {
    const { context } = given(informationChangeDefinition, ...asked, added).snapshot;
    expect(context.files).toEqual([file, file]);
  });
});
