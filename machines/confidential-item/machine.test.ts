import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { confidentialItemDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const file = { fileId: "0199aaaa-0000-7000-8000-0000000000e1", sha256: "a".repeat(64) };

const disclose = (about: string, more: object = {}) =>
  on("2026-03-20", {
    ...{ type: "disclose", about, contractId, happenedOn: "2026-03-02", isPersonalData: false },
    ...{ noteId, files: [file], ...more },
  });
const byOperator = { type: "discloseToCustomer" };
const say = (type: string, more: object = {}) => on("2026-03-25", { type, noteId, ...more });
const confirm = (type: string) => say(type, { files: [file] });
const spoken = [disclose("oral")];
const spokenByOperator = [disclose("oral", byOperator)];
const confidential = [disclose("document")];

const cases: [string, Stamped[], Stamped, string, string, string[]][] = [
  [
    "comes in a document",
    [],
    disclose("document"),
    "confidential",
    "A30.1(1)",
    ["disclosure-recorded"],
  ],
  ["is told", [], disclose("oral"), "spoken", "A30.1(2)", ["disclosure-spoken"]],
  [
    "comes from the operator",
    [],
    disclose("document", byOperator),
    "confidential",
    "A30.1(1)",
    ["disclosure-recorded"],
  ],
  [
    "is told by the operator",
    [],
    disclose("oral", byOperator),
    "spoken",
    "A30.1(2)",
    ["disclosure-spoken"],
  ],
  [
    "is confirmed in writing",
    spoken,
    confirm("confirm"),
    "confidential",
    "A30.1(2)",
    ["disclosure-recorded"],
  ],
  [
    "is confirmed by the operator",
    spokenByOperator,
    confirm("confirmToCustomer"),
    "confidential",
    "A30.1(2)",
    ["disclosure-recorded"],
  ],
  [
    "is reminded of",
    spoken,
    say("remind", { id: "remind/-7" }),
    "spoken",
    "A30.1(2)",
    ["disclosure-reminder"],
  ],
  ["is not confirmed in time", spoken, say("lapse"), "lapsed", "A30.1(2)", ["disclosure-lapsed"]],
  [
    "is wanted by an authority",
    confidential,
    say("notifyCompelled"),
    "confidential",
    "A30.3",
    ["disclosure-compelled"],
  ],
  [
    "is wanted from the operator",
    confidential,
    say("notifyCompelledToCustomer"),
    "confidential",
    "A30.3",
    ["disclosure-compelled"],
  ],
  ["is no secret any more", confidential, say("dutyEnded"), "ended", "A30.6", []],
];

describe("information disclosed in confidence", () => {
  test.each(cases)("%s", (_, past, event, to, clause, effects) => {
    const { told } = given(confidentialItemDefinition, ...past).whenTaken(event);
    expect(told).toEqual({ to, clauses: [clause], effects, tells: [] });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(confidentialItemDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(confidentialItemDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not disclosed before it happens", [], disclose("document", { happenedOn: "2026-03-21" })],
    ["is not told so long ago", [], disclose("oral", { happenedOn: "2026-02-17" })],
    ["is not confirmed by the other side", spoken, confirm("confirmToCustomer")],
    ["is not confirmed by the customer for the operator", spokenByOperator, confirm("confirm")],
    ["is not confirmed after its time", [...spoken, say("lapse")], confirm("confirm")],
  ])("%s", (_, past, event) => {
    expect(given(confidentialItemDefinition, ...past).when(event)).toBeNull();
  });

  test("is told up to thirty days ago", () => {
    const event = disclose("oral", { happenedOn: "2026-02-18" });
    expect(given(confidentialItemDefinition).whenTaken(event).told.to).toBe("spoken");
  });

  test("is waited for until the thirtieth day, with reminders that are still to come", () => {
    const { snapshot, deadlines } = given(confidentialItemDefinition).whenTaken(disclose("oral"));
    expect(snapshot.context.dueOn).toBe("2026-04-01");
    expect(deadlines.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ["remind/-7", "2026-03-25T00:00:00.000Z"],
      ["remind/-1", "2026-03-31T00:00:00.000Z"],
      ["lapse", "2026-04-01T15:00:00.000Z"],
    ]);
    const late = disclose("oral", { happenedOn: "2026-02-18" });
    const waiting = given(confidentialItemDefinition).whenTaken(late).deadlines;
    expect(waiting.map(({ id }) => id)).toEqual(["lapse"]);
  });

  test("is kept for three years, personal data without end", () => {
    const { deadlines } = given(confidentialItemDefinition).whenTaken(disclose("document"));
    expect(deadlines).toEqual([
      {
        ...{ id: "duty", dueAt: "2029-03-02T15:00:00.000Z", clause: "A30.6" },
        event: { type: "dutyEnded" },
      },
    ]);
    const over = on("2029-03-03", { type: "dutyEnded" }, 0);
    expect(given(confidentialItemDefinition, ...confidential, over).deadlines()).toEqual([]);
    const personal = disclose("document", { isPersonalData: true });
    expect(given(confidentialItemDefinition).whenTaken(personal).deadlines).toEqual([]);
  });
});
