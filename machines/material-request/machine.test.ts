import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { materialRequestDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const file = { fileId: "0199aaaa-0000-7000-8000-0000000000e1", sha256: "a".repeat(64) };

const ask = (about = "document", dueOn = "2026-03-10") =>
  on("2026-03-02", { type: "ask", about, contractId, noteId, files: [], dueOn });
const offer = (about = "equipment") =>
  on("2026-03-02", { type: "offer", about, contractId, noteId, files: [file] });
const say = (type: string, more: object = {}) => on("2026-03-12", { type, noteId, ...more });
const provide = say("provide", { files: [file] });
const again = (dueOn: string) => say("askAgain", { dueOn });
const handled = (type: string, handledOn = "2026-03-12") => say(type, { handledOn });
const requested = [ask()];
const provided = [...requested, provide];
const held = [...provided, say("accept")];
const returnDue = [...held, say("release")];

const gone = ["contract.materialGone"];

const cases: [string, Stamped[], Stamped, string, string, string[]][] = [
  ["is sent", [], ask(), "requested", "A25.1", ["material-asked"]],
  ["is offered unasked", [], offer(), "offered", "A25.2", []],
  ["is answered", requested, provide, "provided", "A25.1", []],
  ["is withdrawn", requested, say("withdraw"), "withdrawn", "A25.1", []],
  [
    "is reminded of",
    requested,
    say("remind", { id: "remind/1" }),
    "requested",
    "A25.3",
    ["material-reminder"],
  ],
  ["is accepted", provided, say("accept"), "held", "A25.1", ["material-received"]],
  [
    "was for help, which is over",
    [ask("assistance"), provide],
    say("accept"),
    "done",
    "A6.1",
    ["material-received"],
  ],
  ["is sent again", provided, again("2026-03-20"), "requested", "A25.3", ["material-asked-again"]],
  ["is accepted though unasked", [offer()], say("accept"), "held", "A25.1", ["material-received"]],
  [
    "was help offered unasked",
    [offer("assistance")],
    say("accept"),
    "done",
    "A6.1",
    ["material-received"],
  ],
  ["is taken back", [offer()], say("withdrawOffer"), "withdrawn", "A25.2", []],
  ["is asked back", held, say("askReturn"), "returnDue", "A25.5", []],
  ["is not needed", held, say("release"), "returnDue", "A25.5", []],
  [
    "ends with the contract",
    held,
    say("contractEnded"),
    "returnDue",
    "A25.5",
    ["material-to-return"],
  ],
  ["goes back at once", held, handled("giveBack"), "returned", "A25.5", ["material-returned"]],
  ["is thrown away at once", held, handled("dispose"), "disposed", "A25.5", ["material-disposed"]],
  ["goes back", returnDue, handled("giveBack"), "returned", "A25.5", ["material-returned"]],
  ["is thrown away", returnDue, handled("dispose"), "disposed", "A25.5", ["material-disposed"]],
];

describe("a request for materials or assistance", () => {
  test.each(cases)("%s", (_, past, event, to, clause, effects) => {
    const { told } = given(materialRequestDefinition, ...past).whenTaken(event);
    const tells = { held: ["contract.materialHeld"], returned: gone, disposed: gone }[to] ?? [];
    expect(told).toEqual({ to, clauses: [clause], effects, tells });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(materialRequestDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(materialRequestDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not due before it is sent", [], ask("document", "2026-03-01")],
    ["is not sent again for a day that is over", provided, again("2026-03-11")],
    ["does not go back on a day to come", held, handled("giveBack", "2026-03-13")],
    ["does not go back before it came", held, handled("dispose", "2026-03-01")],
    ["is not accepted before it is answered", requested, say("accept")],
  ])("%s", (_, past, event) => {
    expect(given(materialRequestDefinition, ...past).when(event)).toBeNull();
  });

  test("is reminded of after its last day, as long as nothing comes", () => {
    const waiting = given(materialRequestDefinition, ...requested).deadlines();
    expect(waiting.map(({ id, dueAt, clause }) => [id, dueAt, clause])).toEqual([
      ["remind/1", "2026-03-11T00:00:00.000Z", "A25.3"],
      ["remind/7", "2026-03-17T00:00:00.000Z", "A25.3"],
      ["remind/14", "2026-03-24T00:00:00.000Z", "A25.3"],
    ]);
    const reminded = [...requested, say("remind", { id: "remind/1" })];
    expect(given(materialRequestDefinition, ...reminded).deadlines()).toHaveLength(2);
    const anew = [...reminded, provide, again("2026-03-20")];
    expect(given(materialRequestDefinition, ...anew).deadlines()).toHaveLength(3);
    expect(given(materialRequestDefinition, ...held).deadlines()).toEqual([]);
  });
});
