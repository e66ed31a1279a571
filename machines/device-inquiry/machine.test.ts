import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { deviceInquiryDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const file = { fileId: "0199aaaa-0000-7000-8000-0000000000e1", sha256: "a".repeat(64) };
const loanId = "0199aaaa-0000-7000-8000-0000000000f1";

const ask = (dueOn = "2026-03-10") =>
  on("2026-03-02", {
    ...{ type: "ask", about: "inspection", loanId, contractId, noteId, files: [], dueOn },
  });
const say = (type: string, more: object = {}) => on("2026-03-12", { type, noteId, ...more });
const answer = say("answer", { files: [file] });
const asked = [ask()];
const answered = [...asked, answer];

const cases: [string, Stamped[], Stamped, string, string, string[]][] = [
  ["is sent", [], ask(), "asked", "A8.4", ["inquiry-asked"]],
  ["is answered with a photograph", asked, answer, "answered", "A8.4", []],
  ["is withdrawn", asked, say("withdraw"), "withdrawn", "A8.4", []],
  [
    "is reminded of",
    asked,
    say("remind", { id: "remind/1" }),
    "asked",
    "A8.4",
    ["inquiry-reminder"],
  ],
  ["is settled", answered, say("accept"), "closed", "A8.4", ["inquiry-closed"]],
  [
    "is sent again",
    answered,
    say("askAgain", { dueOn: "2026-03-20" }),
    "asked",
    "A8.4",
    ["inquiry-asked-again"],
  ],
];

describe("an inquiry about a lent device", () => {
  test.each(cases)("%s", (_, past, event, to, clause, effects) => {
    const { told } = given(deviceInquiryDefinition, ...past).whenTaken(event);
    expect(told).toEqual({ to, clauses: [clause], effects, tells: [] });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(deviceInquiryDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(deviceInquiryDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not due before it is sent", [], ask("2026-03-01")],
    [
      "is not sent again for a day that is over",
      answered,
      say("askAgain", { dueOn: "2026-03-11" }),
    ],
    ["is not settled unanswered", asked, say("accept")],
  ])("%s", (_, past, event) => {
    expect(given(deviceInquiryDefinition, ...past).when(event)).toBeNull();
  });

  test("is reminded of after its last day", () => {
    const waiting = given(deviceInquiryDefinition, ...asked).deadlines();
    expect(waiting.map(({ dueAt }) => dueAt)).toEqual([
      ...["2026-03-11T00:00:00.000Z", "2026-03-17T00:00:00.000Z", "2026-03-24T00:00:00.000Z"],
    ]);
    expect(given(deviceInquiryDefinition, ...answered).deadlines()).toEqual([]);
  });
});
