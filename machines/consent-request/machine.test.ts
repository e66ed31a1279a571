import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped, type Told } from "#test/helpers/given.ts";
import { basicMenu } from "#test/helpers/sample-events.ts";
import { consentRequestDefinition } from "./definition.ts";
import { successorOf } from "./successor.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const noteId = "0199aaaa-0000-7000-8000-0000000000d1";
const assignorId = "0199aaaa-0000-7000-8000-0000000000a1";
const other = {
  customerId: "0199aaaa-0000-7000-8000-0000000000a2",
  requestId: "0199aaaa-0000-7000-8000-0000000000f2",
};
const term = { start: "2026-01-01", end: "2026-12-31" };
const offer = { menuCodes: ["ndr"], annualPrice: 1000, start: term.start, termEnd: term.end };

const simple = (day: string, type: string) => on(day, { type });
const ask = (kind: string) => on("2026-03-02", { type: "ask", kind, contractId, noteId });
const consent = (effectiveDay: string | null = null) =>
  on("2026-03-10", { type: "consent", noteId, effectiveDay });
const refuse = on("2026-03-10", { type: "refuse", noteId });
const agree = (termsVersion: string | null = null) =>
  on("2026-03-05", { type: "agree", noteId: null, termsVersion });
const decline = on("2026-03-05", { type: "decline", noteId: null });
const name = on("2026-03-03", { type: "nameAssignee", assignorId, other, offer });
const answered = (type: string) => on("2026-03-05", { type, requestId: other.requestId });
const dayReached = on("2026-04-01", { type: "dayReached" }, 0);
const receive = on(
  "2026-04-01",
  {
    ...{ type: "receive", successorId: successorOf(subjectId), predecessorId: contractId },
    ...{ basic: basicMenu, options: [], quoteId: null, termsVersion: "1.0", announcedTerms: [] },
    ...{ maintenanceVerifiedOn: "2026-03-10", start: term.start, term, charged: [] },
    ...{ reminded: [], ends: [], notices: 0, restrictions: [] },
  },
  0,
);

const verify = simple("2026-03-06", "verifyAssignee");
const refuseAssignee = on("2026-03-10", {
  ...{ type: "refuseAssignee", noteId, reason: "paymentDoubtful" },
});
const write = simple("2026-03-03", "writeToAssignee");
const callOff = (day: string, type = "callOff") => on(day, { type, noteId });
const stepsBack = (day: string, requestId = other.requestId) =>
  on(day, { type: "assigneeSteppedBack", requestId, noteId });
const revoke = (more: object = {}) =>
  on("2026-03-20", {
    ...{ type: "revoke", cause: "calledOff", by: "assignor", noteId, reason: null },
    ...more,
  });

const resale = [ask("resale")];
const assignment = [ask("assignment")];
const named = [...assignment, name];
const willing = [...named, answered("assigneeAgreed")];
const checked = [...willing, verify];
const assigning = [...checked, consent("2026-04-01")];
const handingOver = [...assigning, dayReached];
const operators = [on("2026-03-02", { type: "askCustomer", contractId, noteId })];
const invited = [on("2026-03-03", { type: "invite", other, offer })];
const agreed = [...invited, agree("2026-1")];

const told = (
  to: string,
  clause: "A14.5" | "A31.1" | "A5.2" | "A5.4",
  effects: string[] = [],
  tells: string[] = [],
): Told => ({ to, clauses: [clause], effects, tells });

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["resale is asked for", [], ask("resale"), told("requested", "A14.5", ["consent-received"])],
  [
    "an assignment is asked for",
    [],
    ask("assignment"),
    told("requested", "A31.1", ["consent-received"]),
  ],
  [
    "the operator asks",
    [],
    on("2026-03-02", { type: "askCustomer", contractId, noteId }),
    told("requested", "A31.1", ["consent-asked"]),
  ],
  [
    "an assignee is asked",
    [],
    on("2026-03-03", { type: "invite", other, offer }),
    told("requested", "A31.1", ["consent-asked"]),
  ],
  ["it is withdrawn", resale, simple("2026-03-03", "withdraw"), told("withdrawn", "A31.1")],
  [
    "it is withdrawn after the assignee was asked",
    named,
    simple("2026-03-04", "withdraw"),
    told("withdrawn", "A31.1", ["command"]),
  ],
  [
    "the operator withdraws",
    operators,
    simple("2026-03-03", "takeBack"),
    told("withdrawn", "A31.1"),
  ],
  ["a take-over is revoked", invited, revoke(), told("withdrawn", "A31.1", ["assignment-off"])],
  [
    "somebody without an account is asked to register",
    assignment,
    write,
    told("requested", "A31.1", ["assignee-registration"]),
  ],
  ["the assignee is named", assignment, name, told("requested", "A31.1", ["command"])],
  [
    "another one is named",
    [...named, answered("assigneeDeclined")],
    name,
    told("requested", "A31.1", ["command"]),
  ],
  ["the assignee agrees", named, answered("assigneeAgreed"), told("requested", "A31.1")],
  ["the assignee declines", named, answered("assigneeDeclined"), told("requested", "A31.1")],
  ["the assignee's maintenance contract is checked", willing, verify, told("requested", "A5.2")],
  [
    "the assignee wants to be let out before the consent",
    checked,
    stepsBack("2026-03-07"),
    told("requested", "A31.1", ["command"]),
  ],
  [
    "the assignee is refused",
    willing,
    refuseAssignee,
    told("refused", "A5.4", ["command", "consent-decided"]),
  ],
  ["resale is allowed", resale, consent(), told("consented", "A14.5", ["consent-decided"])],
  [
    "an assignment is allowed",
    checked,
    consent("2026-04-01"),
    told("assigning", "A31.1", ["consent-decided"], ["contract.assign"]),
  ],
  ["resale is refused", resale, refuse, told("refused", "A14.5", ["consent-decided"])],
  ["an assignment is refused", assignment, refuse, told("refused", "A31.1", ["consent-decided"])],
  [
    "an assignment is refused after the assignee agreed",
    willing,
    refuse,
    told("refused", "A31.1", ["command", "consent-decided"]),
  ],
  ["the customer consents", operators, agree(), told("consented", "A31.1", ["consent-decided"])],
  ["the customer refuses", operators, decline, told("refused", "A31.1", ["consent-decided"])],
  ["a take-over is agreed to", invited, agree("2026-1"), told("agreed", "A31.1", ["command"])],
  ["a take-over is declined", invited, decline, told("refused", "A31.1", ["command"])],
  ...(
    [
      ["the assignor calls it off", callOff("2026-03-31")],
      ["the operator calls it off", callOff("2026-03-31", "callOffByOperator")],
      ["the assignee wants to be let out", stepsBack("2026-03-31")],
    ] as const
  ).map(([name, event]): [string, Stamped[], Stamped, Told] => [
    name,
    assigning,
    event,
    told("calledOff", "A31.1", ["command", "assignment-off"], ["contract.withdrawEnd"]),
  ]),
  [
    "an assignee that agreed asks to be let out",
    agreed,
    callOff("2026-03-20", "stepBack"),
    told("agreed", "A31.1", ["command"]),
  ],
  ["the day comes", assigning, dayReached, told("handingOver", "A31.1", ["handOver"])],
  [
    "the contract is handed over",
    handingOver,
    simple("2026-04-01", "handedOver"),
    told("assigned", "A31.1"),
  ],
  [
    "the contract had ended before",
    handingOver,
    simple("2026-04-01", "fallThrough"),
    told("fallenThrough", "A31.1", ["command", "assignment-off"]),
  ],
  ["an agreement is freed", agreed, revoke(), told("withdrawn", "A31.1", ["assignment-off"])],
  [
    "the contract is received",
    agreed,
    receive,
    told("takenOver", "A31.1", ["command", "contract-taken-over"], ["contract.takeOver"]),
  ],
];

describe("a request for consent", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(consentRequestDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(consentRequestDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(consentRequestDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["names no assignee for resale", resale, name],
    ["names no second assignee while the first one thinks", named, name],
    ["hears no assignee that was not asked", assignment, answered("assigneeAgreed")],
    [
      "hears no other than the assignee named last",
      named,
      on("2026-03-05", { type: "assigneeAgreed", requestId: contractId }),
    ],
    ["is not allowed before the assignee agrees", named, consent("2026-04-01")],
    ["is not assigned without a day", checked, consent()],
    ["is not assigned on the same day", checked, consent("2026-03-10")],
    ["is not assigned before the maintenance contract is checked", willing, consent("2026-04-01")],
    ["is not checked before the assignee agrees", named, verify],
    ["is not checked twice", checked, verify],
    [
      "is not assigned by the check of another assignee",
      [...checked, stepsBack("2026-03-07"), name, answered("assigneeAgreed")],
      consent("2026-04-01"),
    ],
    ["is not refused because of somebody who was never asked", assignment, refuseAssignee],
    [
      "is not refused because of an assignee that declined",
      [...named, answered("assigneeDeclined")],
      refuseAssignee,
    ],
    ["writes to nobody once somebody is named", named, write],
    ["writes once a day", [...assignment, write], write],
    ["writes to nobody about resale", resale, write],
    ["is not called off on its day", assigning, callOff("2026-04-01")],
    [
      "is not called off by the operator on its day",
      assigning,
      callOff("2026-04-01", "callOffByOperator"),
    ],
    ["lets no assignee out on its day", assigning, stepsBack("2026-04-01")],
    ["lets nobody out but the assignee", assigning, stepsBack("2026-03-31", contractId)],
    ["is not called off once it is handed over", handingOver, callOff("2026-04-01")],
    ["is not called off before the consent", checked, callOff("2026-03-07")],
    [
      "hears an assignee's wish once",
      [...agreed, callOff("2026-03-20", "stepBack")],
      callOff("2026-03-21", "stepBack"),
    ],
    ["is not decided by the customer that asks", resale, agree()],
    ["is not decided by the operator that asks", operators, consent()],
    ["is not refused by the operator that asks", operators, refuse],
    ["is not withdrawn by the side that is asked", operators, simple("2026-03-03", "withdraw")],
    ["is not taken back by the side that is asked", resale, simple("2026-03-03", "takeBack")],
    ["is no take-over without terms", invited, agree()],
    ["is decided once", [...resale, consent()], refuse],
    ["is not withdrawn once decided", [...resale, consent()], simple("2026-03-11", "withdraw")],
    ["is received by nobody who has not agreed", invited, receive],
  ])("%s", (_, before, event) => {
    expect(given(consentRequestDefinition, ...before).when(event)).toBeNull();
  });

  test("keeps the contract, and tells the assignee by whose word and in which words", () => {
    const { tells, effects, snapshot } = given(consentRequestDefinition, ...assigning).whenTaken(
      callOff("2026-03-31"),
    );
    const ref = successorOf(other.requestId);
    expect(tells).toEqual([
      { kind: "contract", machineId: contractId, event: { type: "withdrawEnd", ref } },
    ]);
    const off = { cause: "calledOff", by: "assignor", on: "2026-03-31", noteId };
    expect(snapshot.context).toMatchObject({ off });
    expect(effects[0]?.params).toMatchObject({
      event: { type: "revoke", cause: "calledOff", by: "assignor", noteId, reason: null },
    });
    expect(effects[1]?.params).toMatchObject({ facts: { off, noteId, noteOf: null } });
  });

  test.each([
    ["assignor", other.customerId],
    ["operator", other.customerId],
    ["assignee", null],
  ])("finds the words of the %s where they lie, from the assignee's side", (by, noteOf) => {
    const { effects } = given(consentRequestDefinition, ...agreed).whenTaken(revoke({ by }));
    expect(effects[0]?.params).toMatchObject({ facts: { noteId, noteOf } });
  });

  test("finds the assignee's words on the assignee's side", () => {
    const { effects } = given(consentRequestDefinition, ...assigning).whenTaken(
      stepsBack("2026-03-20"),
    );
    expect(effects[1]?.params).toMatchObject({
      facts: { noteId, noteOf: other.customerId, off: { by: "assignee" } },
    });
  });

  test("tells the assignee why it is not accepted, and nothing of a refusal for other reasons", () => {
    const revokeOf = (event: Stamped) =>
      given(consentRequestDefinition, ...willing).whenTaken(event).effects[0]?.params["event"];
    expect(revokeOf(refuseAssignee)).toMatchObject({
      ...{ cause: "refused", by: "operator", noteId, reason: "paymentDoubtful" },
    });
    expect(revokeOf(refuse)).toMatchObject({ cause: "refused", noteId: null, reason: null });
  });

  test("ends the contract by the assignee's first day, and waits for it", () => {
    const { tells, deadlines } = given(consentRequestDefinition, ...checked).whenTaken(
      consent("2026-04-01"),
    );
    const successorId = successorOf(other.requestId);
    expect(tells).toEqual([
      {
        ...{ kind: "contract", machineId: contractId, required: true },
        event: { type: "assign", successorId, effectiveDay: "2026-04-01" },
      },
    ]);
    expect(deadlines).toEqual([
      {
        ...{ id: "day", dueAt: "2026-03-31T15:00:00.000Z", clause: "A31.1" },
        event: { type: "dayReached" },
      },
    ]);
  });

  test("asks the assignee under its own customer, and says who asks", () => {
    const { effects } = given(consentRequestDefinition, ...assignment).whenTaken(name);
    expect(effects).toEqual([
      {
        kind: "command",
        params: {
          ...{ customerId: other.customerId, machineId: other.requestId, kind: "consentRequest" },
          event: {
            ...{ type: "invite", offer },
            other: { customerId: assignorId, requestId: subjectId },
          },
        },
      },
    ]);
  });

  test("opens the successor under the terms to which the assignee agreed", () => {
    const { tells, snapshot } = given(consentRequestDefinition, ...agreed).whenTaken(receive);
    expect(tells[0]).toMatchObject({
      ...{ machineId: successorOf(subjectId), required: true },
      event: { type: "takeOver", termsVersion: "2026-1", predecessorId: contractId, term },
    });
    expect(tells[0]?.event).not.toHaveProperty("successorId");
    expect(snapshot.context).toMatchObject({ effectiveDay: "2026-04-01" });
  });
});
