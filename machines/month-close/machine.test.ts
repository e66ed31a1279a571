import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { closing } from "#test/released/month-close-events.ts";
import { monthChecks } from "./checks.ts";
import { monthCloseDefinition } from "./definition.ts";

const month = "2026-10";
const point = { check: "payouts", subject: "po_1/txn_1", by: "finance-1" };
const explain = on("2026-11-02", { type: "explain", month, ...point, text: "返金済み" });
const retract = on("2026-11-02", { type: "retract", ...point });
const close = on("2026-11-04", closing(month));
const reopen = on("2026-11-05", { type: "reopen", by: "admin-1", reason: "請求漏れ" });
const again = on("2026-11-06", closing(month));

const cases: [string, Stamped[], Stamped, string][] = [
  ["has a point explained first", [], explain, "open"],
  ["has another point explained", [explain], explain, "open"],
  ["has an explanation taken back", [explain], retract, "open"],
  ["is closed at once", [], close, "closed"],
  ["is closed after explanations", [explain], close, "closed"],
  ["is opened again", [close], reopen, "open"],
];

describe("the closing of a month", () => {
  test.each(cases)("%s", (_, past, event, to) => {
    const taken = given(monthCloseDefinition, ...past).whenTaken(event);
    expect(taken.told).toEqual({ to, clauses: ["A12"], tells: [], effects: [] });
    expect(taken.rows).toEqual([]);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(monthCloseDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(monthCloseDefinition.machine));
  });

  const unmade = { ...close, checks: monthChecks.slice(1).map((check) => ({ check, open: 0 })) };
  test.each<[string, Stamped[], Stamped]>([
    ["is not closed on its last day", [], on("2026-10-31", closing(month), 23)],
    ["is not closed while a point is open", [], on("2026-11-04", closing(month, 1))],
    ["is not closed where debits exceed credits", [], on("2026-11-04", closing(month, 0, 1))],
    ["is not closed where a check was left out", [], unmade],
    ["is not closed as another month", [explain], on("2026-11-04", closing("2026-09"))],
    ["is not closed twice", [close], again],
    ["has nothing explained once it is closed", [close], explain],
    ["keeps its explanations once it is closed", [explain, close], retract],
    ["takes no explanation of another month", [explain], { ...explain, month: "2026-09" }],
    ["has nothing to take back that was not said", [explain, retract], retract],
    ["is not opened before it was closed", [explain], reopen],
  ])("%s", (_, past, event) => {
    expect(given(monthCloseDefinition, ...past).when(event)).toBeNull();
  });

  test.each(monthChecks)("stays open while %s is not met", (check) => {
    const checks = monthChecks.map((each) => ({ check: each, open: each === check ? 1 : 0 }));
    expect(given(monthCloseDefinition).when({ ...close, checks })).toBeNull();
  });

  test("keeps each closing with who closed and opened it, when and why", () => {
    const { context } = given(monthCloseDefinition, close, reopen, again).snapshot;
    expect(context.closings).toMatchObject([
      {
        by: "finance",
        at: close.at,
        reopened: { by: "admin-1", at: reopen.at, reason: "請求漏れ" },
      },
      { by: "finance", at: again.at, transactions: 1, reopened: null },
    ]);
  });

  test("keeps the last words about a point", () => {
    const better = { ...explain, text: "現金で返金済み" };
    const other = { ...explain, subject: "po_2" };
    const { context } = given(monthCloseDefinition, explain, other, better).snapshot;
    expect(context.explanations.map(({ subject, text }) => [subject, text])).toEqual([
      ["po_2", "返金済み"],
      ["po_1/txn_1", "現金で返金済み"],
    ]);
  });
});
