import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { stockDeviceDefinition } from "./definition.ts";

const says = { serialNumber: "VPN-0001", model: "VPN-50", menuCode: "NDR-MVPN" };
const register = on("2026-01-05", { type: "register", ...says });
const makeAvailable = on("2026-01-07", { type: "makeAvailable" });
const sendToRepair = on("2026-01-08", { type: "sendToRepair", reason: "電源が入らない" });
const retire = on("2026-01-09", { type: "retire", reason: "修理できない" });

const cases: [string, Stamped[], Stamped, string, string][] = [
  ["comes in", [], register, "received", "A7.1"],
  ["is looked over and can be lent", [register], makeAvailable, "free", "A7.1"],
  ["comes in broken", [register], sendToRepair, "inRepair", "A7.4"],
  ["comes in and is of no use", [register], retire, "retired", "A7.1"],
  ["breaks in the store", [register, makeAvailable], sendToRepair, "inRepair", "A7.4"],
  ["is taken out of the stock", [register, makeAvailable], retire, "retired", "A7.1"],
  ["is repaired", [register, sendToRepair], makeAvailable, "free", "A7.1"],
  ["can't be repaired", [register, sendToRepair], retire, "retired", "A7.1"],
];

describe("a device of the stock", () => {
  test.each(cases)("%s", (_, past, event, to, clause) => {
    const taken = given(stockDeviceDefinition, ...past).whenTaken(event);
    expect(taken.told).toMatchObject({ to, clauses: [clause], tells: [] });
    expect(taken.effects).toEqual([]);
    const { context } = given(stockDeviceDefinition, ...past, event).snapshot;
    const reason = "reason" in event ? event.reason : null;
    expect(context).toMatchObject({
      ...says,
      registeredOn: "2026-01-05",
      since: event.day,
      reason,
    });
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
