import { describe, expect, test } from "vitest";
import { deviceSenders } from "../device/events.ts";
import { definitions } from "../registry.ts";
import { deviceCommands } from "./device-commands.ts";
import { matterCommands } from "./matter-commands.ts";
import { playScenario } from "./play.ts";
import { readScenario } from "./read.ts";

const menus = {
  basic: { code: "NDR-BASE", annualPrice: 1_200_000 },
  options: [{ code: "NDR-MVPN", annualPrice: 120_000, kind: "device" }],
};
const inForce = [
  { at: "2026-03-02", do: "order", menus, wishedStart: "2026-04-01" },
  { at: "2026-03-03", do: "verifyMaintenance" },
  { at: "2026-03-03", do: "accept" },
  { at: "2026-03-04", do: "setStart", startDay: "2026-04-01" },
];
const serialNumber = "VPN-0001";
const lent = [
  ...inForce,
  { at: "2026-03-10", do: "allocateDevice", serialNumber },
  { at: "2026-03-11", do: "shipDevice" },
  { at: "2026-03-13", do: "deliverDevice" },
  { at: "2026-03-14", do: "installDevice" },
];

/** Where each machine of a kind stands at the end, and what was refused on the way. */
function played(commands: readonly object[], until: string, kind: string) {
  const scenario = readScenario(JSON.stringify({ customer: { number: 1 }, until, commands }));
  const { customer, refused } = playScenario(scenario);
  const found = [...customer.machines.values()].filter((machine) => machine.kind === kind);
  return {
    refused: refused.map(({ step, code }) => [step.event.type, code]),
    views: found.map(({ view }) => view),
  };
}

describe("scenarios of lent devices", () => {
  test("lend one, move it, and give it back in time", () => {
    const commands = [
      ...lent,
      { at: "2026-05-01", do: "requestRelocation", wishedDay: "2026-05-20" },
      { at: "2026-05-05", do: "approveRelocation" },
      { at: "2026-05-20", do: "beginMove" },
      { at: "2026-05-21", do: "confirmMove" },
      { at: "2026-06-01", do: "reportFault" },
      { at: "2026-06-02", do: "startRepair" },
      { at: "2026-06-03", do: "closeFault" },
      { at: "2027-01-15", do: "cancel", wish: null },
      { at: "2027-04-20", do: "returnDevice" },
      { at: "2027-04-22", do: "receiveDevice" },
      { at: "2027-04-23", do: "checkDevice", isDamaged: false },
    ];
    const midway = played(commands.slice(0, 12), "2026-06-10", "device");
    expect(midway).toMatchObject({ refused: [], views: [{ status: "inService", serialNumber }] });
    const { refused, views } = played(commands, "2027-06-30", "device");
    expect(refused).toEqual([]);
    expect(views).toMatchObject([{ status: "checked", returnDue: "2027-04-30" }]);
  });

  test("wait past the last day of the return, and recover it at the customer's cost", () => {
    const late = [
      ...lent,
      { at: "2027-01-15", do: "cancel", wish: null },
      { at: "2027-05-10", do: "startRecovery" },
      { at: "2027-05-12", do: "recoverDevice" },
      { at: "2027-05-13", do: "checkDevice", isDamaged: false },
    ];
    expect(played(late.slice(0, 9), "2027-04-30", "device").views).toMatchObject([
      { status: "returnDue" },
    ]);
    expect(played(late.slice(0, 9), "2027-05-01", "device").views).toMatchObject([
      { status: "overdue" },
    ]);
    expect(played(late, "2027-06-30", "device").views).toMatchObject([
      { status: "checked", openCharges: 1 },
    ]);
    const settles = { do: "settleDeviceCharge", chargeNo: 1, by: "waiver" };
    expect(
      played([...late, { at: "2027-05-20", ...settles }], "2027-06-30", "device").views,
    ).toMatchObject([{ openCharges: 0 }]);
  });

  test("lose it, which ends its option on that day", () => {
    const lost = [
      ...lent,
      { at: "2026-06-05", do: "reportLoss", lostOn: "2026-06-04" },
      { at: "2026-06-08", do: "confirmLoss", finding: "customer" },
    ];
    expect(played(lost, "2026-07-01", "device").views).toMatchObject([{ status: "lost" }]);
    expect(played(lost, "2026-07-01", "option").views).toMatchObject([
      { status: "ended", endDay: "2026-06-04" },
    ]);
  });

  test("say what can't be: nothing is shipped that was not allocated", () => {
    const early = [...inForce, { at: "2026-03-11", do: "shipDevice" }];
    expect(played(early, "2026-03-31", "device").refused).toEqual([["ship", "notNow"]]);
  });

  test("know every event of a loan that a person sends", () => {
    const persons = Object.entries(deviceSenders).filter(([, senders]) =>
      senders.some((sender) => sender !== "machine" && sender !== "timer"),
    );
    expect(Object.keys(deviceCommands)).toHaveLength(persons.length + 1);
  });
});

/** Something of each member that a command may ask for. */
const members = {
  ...{ serialNumber, wishedDay: "2026-05-20", finding: "operator", isDamaged: true, chargeNo: 1 },
  ...{ by: "waiver", matter: "m", dueOn: "2026-05-20", happenedOn: "2026-05-01" },
  ...{ handledOn: "2026-05-01", fields: ["phone"], ground: "outsideJapan" },
};
const abouts: Record<string, string> = {
  ...{ informationChange: "merger", materialRequest: "document", deviceInquiry: "inspection" },
  ...{ claim: "device", confidentialItem: "document" },
};

test.each(Object.entries({ ...deviceCommands, ...matterCommands }))(
  "%s sends an event that its machine knows, from somebody who may",
  (word, { fields, stepsOf }) => {
    const about = abouts[word.split(".")[0] ?? ""];
    const sent = Object.entries({ ...members, about, option: 1 }).filter(
      ([member]) => member in fields,
    );
    const scene = { customerId: "c", at: "", day: "2026-05-01", machines: new Map() };
    for (const { kind, sender, event } of stepsOf(Object.fromEntries(sent), scene)) {
      const { events, senders } = definitions[kind];
      expect(events.safeParse(event)).toMatchObject({ success: true });
      expect(senders[event.type]).toContain(sender);
    }
  },
);

describe("scenarios of matters", () => {
  test("hold materials until the contract ends, and give them back", () => {
    const commands = [
      ...inForce,
      {
        ...{ at: "2026-05-01", do: "materialRequest.ask", matter: "map" },
        ...{ about: "document", dueOn: "2026-05-10" },
      },
      { at: "2026-05-08", do: "materialRequest.provide", matter: "map" },
      { at: "2026-05-09", do: "materialRequest.accept", matter: "map" },
      { at: "2027-01-15", do: "cancel", wish: null },
    ];
    const until = "2027-04-02";
    expect(played(commands, until, "materialRequest").views).toMatchObject([
      { status: "returnDue", about: "document" },
    ]);
    const settles = { at: "2027-04-02", do: "materialsSettled" };
    expect(played([...commands, settles], until, "contract").refused).toEqual([
      ["materialsSettled", "notNow"],
    ]);
    const back = {
      ...{ at: "2027-04-02T10:00", do: "materialRequest.giveBack", matter: "map" },
      handledOn: "2027-04-02",
    };
    expect(played([...commands, back, settles], until, "contract").refused).toEqual([]);
  });

  test("let what was told lapse, and keep a secret for three years", () => {
    const told = {
      ...{ at: "2026-05-01", do: "confidentialItem.disclose", matter: "plan" },
      ...{ about: "oral", happenedOn: "2026-05-01" },
    };
    const confirmed = { at: "2026-05-31", do: "confidentialItem.confirm", matter: "plan" };
    const statusOn = (commands: object[], day: string) =>
      played([...inForce, ...commands], day, "confidentialItem").views[0]?.["status"];
    expect(statusOn([told], "2026-05-31")).toBe("spoken");
    expect(statusOn([told], "2026-06-01")).toBe("lapsed");
    expect(statusOn([told, confirmed], "2029-05-01")).toBe("confidential");
    expect(statusOn([told, confirmed], "2029-05-02")).toBe("ended");
  });

  test("are called by their kind and their event", () => {
    expect(Object.keys(matterCommands)).toContain("claim.report");
    expect(Object.keys(matterCommands)).not.toContain("materialRequest.contractEnded");
  });
});
