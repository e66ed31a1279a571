import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { stockDeviceDefinition } from "./definition.ts";

const says = { serialNumber: "VPN-0001", model: "VPN-50", menuCode: "NDR-MVPN" };
const register = on("2026-01-05", { type: "register", ...says });
const makeAvailable = on("2026-01-07", { type: "makeAvailable" });
const sendToRepair = on("2026-01-08", { type: "sendToRepair", reason: "電源が入らない" });
const retire = on("2026-01-09", { type: "retire", reason: "修理できない" });

const loanId = "0199aaaa-0000-7000-8000-0000000000d1";
const customerId = "0199aaaa-0000-7000-8000-0000000000c9";
const reserve = on("2026-01-10", { type: "reserve", customerId, loanId });
const told = (type: string, more: object = {}) => on("2026-01-11", { type, loanId, ...more });
const free = [register, makeAvailable];
const reserved = [...free, reserve];
const out = [...reserved, told("leave")];
const lost = [...out, told("lose")];
const passOn = told("passOn", { customerId });

const cases: [string, Stamped[], Stamped, string, string][] = [
  ["comes in", [], register, "received", "A7.1"],
  ["is looked over and can be lent", [register], makeAvailable, "free", "A7.1"],
  ["comes in broken", [register], sendToRepair, "inRepair", "A7.4"],
  ["comes in and is of no use", [register], retire, "retired", "A7.1"],
  ["breaks in the store", [register, makeAvailable], sendToRepair, "inRepair", "A7.4"],
  ["is taken out of the stock", [register, makeAvailable], retire, "retired", "A7.1"],
  ["is repaired", [register, sendToRepair], makeAvailable, "free", "A7.1"],
  ["can't be repaired", [register, sendToRepair], retire, "retired", "A7.1"],
  ["is reserved for a loan", free, reserve, "reserved", "A7.1"],
  ["is not needed by it any more", reserved, told("release"), "free", "A7.1"],
  ["goes out", reserved, told("leave"), "out", "A7.1"],
  ["comes back whole", out, told("comeBack", { isFaulty: false }), "received", "A8.1"],
  ["comes back broken", out, told("comeBack", { isFaulty: true }), "inRepair", "A7.4"],
  ["is lost", out, told("lose"), "lost", "A7.5"],
  ["is found", lost, told("find"), "out", "A7.6"],
  ["comes back after all", lost, told("comeBack", { isFaulty: false }), "received", "A8.1"],
  ["comes back broken after all", lost, told("comeBack", { isFaulty: true }), "inRepair", "A7.4"],
  ["is passed on before it left", reserved, passOn, "reserved", "A31.1"],
  ["is passed on while it is out", out, passOn, "out", "A31.1"],
  ["is passed on though lost", lost, passOn, "lost", "A31.1"],
];

describe("a device of the stock", () => {
  test.each(cases)("%s", (_, past, event, to, clause) => {
    const taken = given(stockDeviceDefinition, ...past).whenTaken(event);
    expect(taken.told).toMatchObject({ to, clauses: [clause], tells: [] });
    expect(taken.effects.length).toBe(event.type === "reserve" ? 1 : 0);
    const { context } = given(stockDeviceDefinition, ...past, event).snapshot;
    const reason = "reason" in event ? event.reason : null;
    expect(context).toMatchObject({
      ...says,
      registeredOn: "2026-01-05",
      since: event.day,
      reason,
    });
  });

  test("says to the loan for which it is reserved which one it is", () => {
    const { effects, snapshot } = given(stockDeviceDefinition, ...free).whenTaken(reserve);
    const event = { type: "allocate", stockDeviceId: subjectId, serialNumber: "VPN-0001" };
    const params = { customerId, machineId: loanId, kind: "device", event };
    expect(effects).toEqual([{ kind: "command", params }]);
    expect(snapshot.context.holder).toEqual({ customerId, loanId });
    const { context } = given(stockDeviceDefinition, ...reserved, told("release")).snapshot;
    expect(context.holder).toBeNull();
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(stockDeviceDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(stockDeviceDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not registered twice", [register], register],
    ["is not made available twice", [register, makeAvailable], makeAvailable],
    ["never comes back once it is retired", [register, retire], makeAvailable],
    ["is not lent before it came in", [], makeAvailable],
    ["is not reserved twice", reserved, reserve],
    ["is not reserved before it was looked over", [register], reserve],
    [
      "is not released by a loan that it is not reserved for",
      reserved,
      on("2026-01-11", { type: "release", loanId: customerId }),
    ],
  ])("%s", (_, past, event) => {
    expect(given(stockDeviceDefinition, ...past).when(event)).toBeNull();
  });

  test.each([
    ["vpn-0001", false],
    ["VPN-0001", true],
    ["VPN--1", false],
    ["-VPN1", false],
    ["V1", false],
    ["SN 0001", false],
    ["ＶＰＮ1", false],
    ["A".repeat(41), false],
  ])("has a serial number as it stands on it: %s is %s", (serialNumber, isOne) => {
    const event = { type: "register", ...says, serialNumber };
    expect(stockDeviceDefinition.events.safeParse(event).success).toBe(isOne);
  });
});
