import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { basicMenu, optionMenu } from "#test/helpers/sample-events.ts";
import { optionDefinition } from "../option/definition.ts";
import { contractDefinition } from "./definition.ts";

const predecessorId = "0199aaaa-0000-7000-8000-0000000000b1";
const optionId = "0199aaaa-0000-7000-8000-0000000000d1";
const ref = "0199aaaa-0000-7000-8000-0000000000b2";
const term = { start: "2025-04-01", end: "2026-03-31" };
const notice = {
  ...{ id: ref, cause: "cancelled", by: "customer", noticeDay: "2025-08-01" },
  ...{ endDay: "2025-10-31", clause: "A17.1", ref: null, refund: "none", withdrawalAskedOn: null },
};
const restriction = { restrictionId: ref, clause: "A19.1(4)" };
const soldOption = {
  ...optionMenu(optionId, "subscription", 120_000),
  ...{ addedOn: null, endDay: null, chargedUntil: null, startDay: "2025-04-01" },
  ...{ ends: [], notices: 1, restrictions: [restriction] },
};
const charged = [
  {
    ...{ itemId: subjectId, menuCode: "ndr-standard", amount: 1_200_000, ratePercent: 10 },
    ...{ from: "2025-04-01", to: "2026-03-31" },
  },
];

const takeOver = (changes: Record<string, unknown> = {}): Stamped =>
  on(
    "2025-09-01",
    {
      ...{ type: "takeOver", predecessorId, basic: basicMenu, options: [soldOption] },
      ...{ quoteId: null, termsVersion: "2026-1", announcedTerms: [], charged, reminded: [] },
      ...{ maintenanceVerifiedOn: "2025-08-20", start: "2025-04-01", term, notices: 2 },
      ...{ ends: [], restrictions: [], ...changes },
    },
    0,
  );
const beforeStart = takeOver({ term: null, start: "2025-10-01", charged: [] });

const running = { service: "running", term: "open", exit: "none", standing: "good" };

describe("a contract that is taken over", () => {
  const cases: [string, Stamped[], Stamped, unknown][] = [
    ["goes on within its term", [], takeOver(), { active: running }],
    ["goes on before its start", [], beforeStart, "preparing"],
  ];

  test.each(cases)("%s", (_, before, event, to) => {
    const { told } = given(contractDefinition, ...before).whenTaken(event);
    expect(told).toEqual({ to, clauses: ["A31.1"], tells: ["option.takeOver"], effects: [] });
  });

  test("has a case for each of its edges", () => {
    const isOwn = (edge: string) => edge.includes(" takeOver");
    const { taken } = edgesOfCases(contractDefinition, cases);
    const own = declaredEdges(contractDefinition.machine).filter(isOwn);
    expect(own).toHaveLength(2);
    expect(taken.filter(isOwn)).toEqual(own);
  });

  test("keeps term, price, ends and restrictions, and begins without debts", () => {
    const changes = { ends: [notice], restrictions: [restriction] };
    const { snapshot, rows } = given(contractDefinition).whenTaken(takeOver(changes));
    expect(snapshot.value).toEqual({
      active: { ...running, service: "restricted", exit: "pending" },
    });
    expect(snapshot.context).toMatchObject({
      ...{ contractId: subjectId, predecessorId, number: "000001-0001", basic: basicMenu, term },
      ...{ start: "2025-04-01", charged, ends: [notice], notices: 2, openInvoices: [] },
      ...{ overdueInvoices: [], suspensions: [], demands: [], refunds: [], boundTerms: [] },
    });
    const [option] = snapshot.context.options;
    expect(option).toEqual({
      ...optionMenu(optionId, "subscription", 120_000),
      ...{ addedOn: null, endDay: null, chargedUntil: null },
    });
    expect(rows).toEqual([]);
  });

  test("renews by its old term, with an invoice to the assignee", () => {
    const fix = on("2026-02-01", { type: "fixRenewal" }, 0);
    const renew = on("2026-04-01", { type: "renew" }, 0);
    const taken = given(contractDefinition, takeOver(), fix).whenTaken(renew);
    expect(taken.told.tells).toEqual(["option.termBegun", "invoice.issue"]);
    expect(taken.snapshot.context.term).toEqual({ start: "2026-04-01", end: "2027-03-31" });
  });

  test("within the time after its notice day waits for the renewal that was fixed before", () => {
    const late = { ...takeOver(), at: "2026-02-28T15:00:00.000Z", day: "2026-03-01" };
    const { deadlines } = given(contractDefinition).whenTaken(late);
    expect(deadlines.map(({ id, dueAt }) => [id, dueAt])).toEqual([["fixRenewal", late.at]]);
  });

  test("waits for the end that was pending", () => {
    const { deadlines } = given(contractDefinition).whenTaken(takeOver({ ends: [notice] }));
    expect(deadlines.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ["end", "2025-10-31T15:00:00.000Z"],
    ]);
  });

  test("begins once only", () => {
    expect(given(contractDefinition, takeOver()).when(takeOver())).toBeNull();
  });
});

describe("an option of a contract that is taken over", () => {
  const { addedOn: _, endDay: __, chargedUntil: ___, optionId: ____, ...own } = soldOption;
  const event = (changes: Record<string, unknown> = {}) =>
    on("2025-09-01", {
      ...{ type: "takeOver", contractId: predecessorId, isAddition: false, term, ...own },
      ...changes,
    });
  const cases: [string, Stamped[], Stamped, string][] = [
    ["goes on", [], event(), "active"],
    ["goes on with its work", [], event({ kind: "work" }), "working"],
    ["goes on before its start", [], event({ startDay: null, term: null }), "provisioning"],
  ];

  test.each(cases)("%s", (_name, before, taken, to) => {
    const { snapshot, told } = given(optionDefinition, ...before).whenTaken(taken);
    const { value } = snapshot;
    expect(typeof value === "string" ? value : Object.keys(value)[0]).toBe(to);
    expect([told.clauses, told.tells, told.effects]).toEqual([["A31.1"], [], []]);
    expect(snapshot.context).toMatchObject({ optionId: subjectId, notices: 1, endDay: null });
    expect(snapshot.context.restrictions).toEqual([restriction]);
  });

  test("has a case for each of its edges", () => {
    const isOwn = (edge: string) => edge.includes(" takeOver");
    const { taken } = edgesOfCases(optionDefinition, cases);
    const all = declaredEdges(optionDefinition.machine).filter(isOwn);
    expect(all).toHaveLength(3);
    expect(taken.filter(isOwn)).toEqual(all);
  });
});
