import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { optionDefinition } from "./definition.ts";

const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const request = (kind: string) => {
  const menu = { menuCode: "logs", kind, nameJa: "保管", nameEn: "Storage", annualPrice: 1000, isAddition: false };
  return on("2025-03-01", { type: "request", contractId, ...menu });
};
const simple = (day: string, type: string) => on(day, { type });
const end = on("2026-04-01", { type: "end", endDay: "2026-03-31" }, 0);
const requested = [request("subscription")];
const accepted = [...requested, simple("2025-03-02", "accept")];
const provisioning = [...accepted, simple("2025-03-03", "provision")];
const active = [...provisioning, simple("2025-04-01", "start")];
const work = [request("work"), ...provisioning.slice(1)];
const working = [...work, simple("2025-04-01", "start")];

const cases: [name: string, past: Stamped[], event: Stamped, to: string, clause: string][] = [
  ["is requested", [], request("device"), "requested", "A9.1"],
  ["is withdrawn", requested, simple("2025-03-02", "withdraw"), "withdrawn", "A10.1"],
  ["is rejected", requested, simple("2025-03-02", "reject"), "rejected", "A5.4"],
  ["is accepted", requested, simple("2025-03-02", "accept"), "accepted", "A9.1"],
  ["is provisioned", accepted, simple("2025-03-03", "provision"), "provisioning", "A5.5"],
  ["starts", provisioning, simple("2025-04-01", "start"), "active", "A10.1"],
  ["starts as work", work, simple("2025-04-01", "start"), "working", "A11.1"],
  ["ends before it is provisioned", accepted, end, "ended", "A9.2"],
  ["ends before it starts", provisioning, end, "ended", "A9.2"],
  ["ends", active, end, "ended", "A9.2"],
  ["ends as work", working, end, "ended", "A9.2"],
];

describe("an option", () => {
  test.each(cases)("%s", (_, before, event, to, clause) => {
    expect(given(optionDefinition, ...before).when(event)?.told).toEqual({
      to,
      clauses: [clause],
      tells: [],
      effects: [],
    });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(optionDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(optionDefinition.machine));
  });

  test("keeps what was sold, its start and its end", () => {
    const { context } = given(optionDefinition, ...active, end).snapshot;
    expect(context).toMatchObject({ optionId: subjectId, contractId, annualPrice: 1000 });
    expect(context).toMatchObject({ startDay: "2025-04-01", endDay: "2026-03-31" });
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not born by an end", [], end],
    ["is not requested twice", requested, request("work")],
    ["does not start before it is provisioned", accepted, simple("2025-04-01", "start")],
    ["does not end twice", [...active, end], end],
  ])("%s", (_, before, event) => {
    expect(given(optionDefinition, ...before).when(event)).toBeNull();
  });
});
