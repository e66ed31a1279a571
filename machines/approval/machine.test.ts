import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped, type Told } from "#test/helpers/given.ts";
import { approvalDefinition } from "./definition.ts";

const [one, other] = ["person-1", "person-2"];
const params = {
  ...{ contractId: "0199aaaa-0000-7000-8000-0000000000f1", charge: "deviceRepair" },
  ...{ net: 30_000, on: "2025-06-01", item: "VPN装置の修理" },
};
const by = (sentBy: string | null, event: Record<string, unknown> & { type: string }): Stamped =>
  on("2025-06-10", { ...event, sentBy });
const propose = by(one, { type: "propose", subject: "charge", params, reason: "水没" });
const approve = (who: string | null) => by(who, { type: "approve" });
const refuse = (who: string | null) => by(who, { type: "refuse", reason: "証拠がない" });
const withdraw = (who: string | null) => by(who, { type: "withdraw" });

const told = (to: string, ...tells: string[]): Told => {
  return { to, clauses: ["A12"], tells, effects: [] };
};

const cases: [name: string, past: Stamped[], event: Stamped, then: Told][] = [
  ["is asked for", [], propose, told("proposed")],
  [
    "is carried out once a second person approves",
    [propose],
    approve(other),
    told("approved", "invoice.issue"),
  ],
  ["is refused by a second person", [propose], refuse(other), told("refused")],
  ["is taken back by who asked for it", [propose], withdraw(one), told("withdrawn")],
];

describe("a decision that needs a second person", () => {
  test.each(cases)("%s", (_, before, event, then) => {
    expect(given(approvalDefinition, ...before).whenTaken(event).told).toEqual(then);
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(approvalDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(approvalDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["by who asked for it", [propose], approve(one)],
    ["by nobody in person", [propose], approve(null)],
    ["again", [propose, approve(other)], approve("person-3")],
    ["after it was refused", [propose, refuse(other)], approve(other)],
    ["after it was taken back", [propose, withdraw(one)], approve(other)],
    ["before it was asked for", [], approve(other)],
  ])("is not approved %s", (_, before, event) => {
    expect(given(approvalDefinition, ...before).when(event)).toBeNull();
  });

  test("is refused by nobody who asked for it, and taken back by nobody else", () => {
    expect(given(approvalDefinition, propose).when(refuse(one))).toBeNull();
    expect(given(approvalDefinition, propose).when(withdraw(other))).toBeNull();
  });

  test("keeps who decided, when and why", () => {
    const { snapshot } = given(approvalDefinition, propose).whenTaken(refuse(other));
    expect(snapshot.context).toMatchObject({
      ...{ proposedBy: one, proposedOn: "2025-06-10", amount: 30_000, clause: "A7.6" },
      ...{ decidedBy: other, decidedOn: "2025-06-10", refusal: "証拠がない" },
    });
  });

  test("takes no params that are not its subject's", () => {
    const parses = (changed: Record<string, unknown>) =>
      approvalDefinition.events.safeParse({
        ...{ type: "propose", subject: "charge", reason: "r" },
        params: { ...params, ...changed },
      }).success;
    expect(parses({})).toBe(true);
    for (const changed of [{ net: 0 }, { net: 1.5 }, { charge: "gift" }, { contractId: "1" }]) {
      expect(parses(changed)).toBe(false);
    }
  });
});

describe("a charge that is approved", () => {
  const issued = (changed: Record<string, unknown> = {}) => {
    const asked = { type: "propose", subject: "charge", params: { ...params, ...changed } };
    const [tell] = given(approvalDefinition, by(one, { ...asked, reason: "水没" })).whenTaken(
      approve(other),
    ).tells;
    return tell;
  };

  test("becomes an invoice without tax, due at the end of the month after its issue", () => {
    expect(issued()).toMatchObject({
      ...{ kind: "invoice", required: true },
      event: {
        ...{ type: "issue", reason: "charge", clause: "A7.6", dueDay: "2025-07-31" },
        lines: [{ nameJa: "VPN装置の修理", amount: 30_000, ratePercent: 0 }],
        ...{ subtotal: 30_000, tax: 0, total: 30_000 },
      },
    });
  });

  test("bears tax where it is paid for the service itself (A14.7)", () => {
    expect(issued({ charge: "misuseFee", net: 1005 })?.event).toMatchObject({
      ...{ clause: "A14.7", subtotal: 1005, tax: 100, total: 1105 },
    });
  });
});
