import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import { given, on, subjectId, type Stamped } from "#test/helpers/given.ts";
import { operatorCustomerId } from "../engine/operator.ts";
import { deviceDefinition } from "./definition.ts";

const optionId = "0199aaaa-0000-7000-8000-0000000000e1";
const contractId = "0199aaaa-0000-7000-8000-0000000000c1";
const stockDeviceId = "0199aaaa-0000-7000-8000-0000000000d1";
const otherDevice = "0199aaaa-0000-7000-8000-0000000000d2";
const assigneeId = "0199aaaa-0000-7000-8000-0000000000a1";
const siteId = "0199aaaa-0000-7000-8000-0000000000b1";
const newSiteId = "0199aaaa-0000-7000-8000-0000000000b2";
const noteId = "0199aaaa-0000-7000-8000-0000000000f1";

const names = { optionId, contractId, menuCode: "NDR-MVPN" };
const parcel = { carrier: "yamato", trackingNumber: "1234-5678-9012" };
const open = on("2026-01-05", { type: "open", ...names });
const allocate = on("2026-01-06", {
  ...{ type: "allocate", stockDeviceId, serialNumber: "VPN-0001" },
});
const ship = on("2026-01-07", { type: "ship", siteId, ...parcel });
const deliver = on("2026-01-09", { type: "confirmDelivery", deliveredOn: "2026-01-08" });
const install = on("2026-01-10", { type: "confirmInstallation" });
const start = on("2026-02-01", { type: "serviceStarted" }, 0);
const simple = (day: string, type: string) => on(day, { type });
const noted = (day: string, type: string) => on(day, { type, noteId });
const endLoan = (day: string, isAssigned = false) =>
  on(
    "2026-06-01",
    { type: "endLoan", endDay: day, clause: isAssigned ? "A31.1" : "A17.1", isAssigned },
    0,
  );
const end = endLoan("2026-05-31");
const assign = endLoan("2026-05-31", true);
const settle = on("2026-09-01", { type: "settleCharge", chargeNo: 1, by: "invoice", noteId });

const waiting = [open];
const allocated = [...waiting, allocate];
const shipped = [...allocated, ship];
const delivered = [...shipped, deliver];
const installed = [...delivered, install];
const inService = [...installed, start];

const relocate = on("2026-03-01", {
  ...{ type: "requestRelocation", relocationId: noteId, siteId: newSiteId },
  wishedDay: "2026-03-20",
});
const requested = [...inService, relocate];
const approved = [...requested, noted("2026-03-03", "approveRelocation")];
const moving = [...approved, simple("2026-03-20", "beginMove")];
const move = on("2026-03-21", { type: "confirmMove", movedOn: "2026-03-20" });

const faulty = [...inService, noted("2026-03-01", "reportFault")];
const repairing = [...faulty, simple("2026-03-02", "startRepair")];
const replacing = [...faulty, simple("2026-03-02", "startReplacement")];

const reportLoss = on("2026-03-05", { type: "reportLoss", noteId, lostOn: "2026-03-04" });
const confirmLoss = (finding: string) => on("2026-03-09", { type: "confirmLoss", finding });
const lostReported = [...inService, reportLoss];
const lost = [...lostReported, confirmLoss("customer")];

const back = (day: string, type = "receive") => on(day, { type, backOn: day });
const due = [...inService, end];
const overdue = [...due, simple("2026-07-01", "returnOverdue")];
const hand = on("2026-06-10", { type: "handToCarrier", handedOn: "2026-06-09", ...parcel });
const returning = [...due, hand];
const returned = [...returning, back("2026-06-12")];
const recovering = [...overdue, simple("2026-07-05", "startRecovery")];
const recovered = [...recovering, back("2026-07-20", "recover")];
const recalled = [...shipped, end];
const lossLater = on("2026-07-25", { type: "reportLoss", noteId, lostOn: "2026-06-20" });
const lateLoss = (finding: string) => on("2026-07-26", { type: "confirmLoss", finding });
const check = (isDamaged: boolean) => on("2026-08-01", { type: "check", isDamaged });

const takeOver = (stage: string, reached: number) =>
  on("2026-06-01", {
    ...{ type: "takeOver", ...names },
    loan: {
      ...{ customerId: assigneeId, stage, openedOn: "2026-01-05", stockDeviceId },
      ...{ serialNumber: "VPN-0001", parcel: { ...parcel, handedOn: "2026-01-07" } },
      deliveredOn: reached > 0 ? "2026-01-08" : null,
      installedOn: reached > 1 ? "2026-01-10" : null,
      serviceSince: reached > 2 ? "2026-02-01" : null,
    },
  });

const lent = (stage: string, relocation = "none", fault = "none") => ({
  lent: { stage, relocation, fault },
});
const served = (relocation?: string, fault?: string) => lent("inService", relocation, fault);

const lostOnce = [...shipped, on("2026-01-09", { type: "loseInTransit", finding: "customer" })];
const again = [...lostOnce, allocate];
const shippedAgain = [...again, on("2026-01-12", { type: "ship", siteId, ...parcel })];
const lentAgain = [
  ...shippedAgain,
  on("2026-01-14", { type: "confirmDelivery", deliveredOn: "2026-01-14" }),
];
const dueAgain = [...lentAgain, end];
const fetchedAgain = [
  ...[...dueAgain, simple("2026-07-01", "returnOverdue")],
  simple("2026-07-05", "startRecovery"),
];
/** Every stage of a loan whose first device was lost by the customer. */
const chargedPasts = [
  ...[again, shippedAgain, lentAgain, [...shippedAgain, end], dueAgain, [...dueAgain, hand]],
  ...[fetchedAgain, [...fetchedAgain, back("2026-07-20", "recover")]],
  [...dueAgain, back("2026-06-12")],
];

type Case = [
  name: string,
  past: Stamped[],
  event: Stamped,
  to: unknown,
  clause: string,
  tells?: readonly string[],
  effects?: readonly string[],
];

const settledIt = ["contract.loanSettled"];

/** A loss on the way back: charged where it is the customer's, else over. */
const lossesFrom = (state: string, past: Stamped[], to: unknown): Case[] => [
  [`${state}: a loss is reported`, past, lossLater, to, "A7.6", [], ["loss-received"]],
  [
    `${state}: it is no loss`,
    [...past, lossLater],
    ...([simple("2026-07-26", "dismissLoss"), to, "A7.6"] as const),
  ],
  [
    `${state}: it is the customer's loss`,
    [...past, lossLater],
    ...([lateLoss("customer"), "lost", "A7.6", [], ["command", "loss-decided"]] as const),
  ],
  [
    `${state}: it is the operator's loss`,
    [...past, lossLater],
    ...([lateLoss("operator"), "lost", "A7.6", settledIt, ["command", "loss-decided"]] as const),
  ],
];

const cases: Case[] = [
  ["is opened with its option", [], open, "waiting", "A7.1", ["contract.loanOpened"]],
  ["gets a device", waiting, allocate, "allocated", "A7.1"],
  ["needs none any more", waiting, end, "cancelled", "A8.1", settledIt],
  ["is shipped", allocated, ship, "shipped", "A7.1", [], ["command", "device-shipped"]],
  [
    "gives its device back to the store",
    allocated,
    ...([simple("2026-01-07", "unallocate"), "waiting", "A7.1", [], ["command"]] as const),
  ],
  ["ends before it is shipped", allocated, end, "cancelled", "A8.1", settledIt, ["command"]],
  ["is handed over before it is shipped", allocated, assign, "handedOver", "A31.1", settledIt],
  ["is delivered", shipped, deliver, lent("delivered"), "A7.5"],
  [
    "is lost in transit",
    shipped,
    on("2026-01-09", { type: "loseInTransit", finding: "operator" }),
    ...(["waiting", "A7.5", [], ["command", "device-lost-in-transit"]] as const),
  ],
  [
    "is lost in transit, which the customer has caused",
    shipped,
    on("2026-01-09", { type: "loseInTransit", finding: "customer" }),
    ...(["waiting", "A7.5", [], ["command", "device-lost-in-transit"]] as const),
  ],
  ["ends while it is on its way", shipped, end, "recalled", "A8.1"],
  ["is handed over on its way", shipped, assign, "handedOver", "A31.1", settledIt],
  ["is installed before the start", delivered, install, lent("installed"), "A7.2"],
  [
    "is reminded of",
    delivered,
    on("2026-01-15", { type: "remindInstallation", id: "install/7" }, 9),
    ...([lent("delivered"), "A7.2", [], ["installation-reminder"]] as const),
  ],
  ["is in service from the start on", installed, start, served(), "A7.1"],
  [
    "has its move notified",
    inService,
    ...([relocate, served("requested"), "A7.3", [], ["relocation-received"]] as const),
  ],
  [
    "has its move called off",
    requested,
    ...([simple("2026-03-02", "withdrawRelocation"), served(), "A7.3"] as const),
  ],
  [
    "has its move approved",
    requested,
    noted("2026-03-03", "approveRelocation"),
    ...([served("approved"), "A7.3", [], ["relocation-approved"]] as const),
  ],
  [
    "has its move refused",
    requested,
    noted("2026-03-03", "refuseRelocation"),
    ...([served(), "A7.3", [], ["relocation-refused"]] as const),
  ],
  [
    "is not moved though approved",
    approved,
    ...([simple("2026-03-04", "withdrawRelocation"), served(), "A7.3"] as const),
  ],
  ["is moved", approved, simple("2026-03-20", "beginMove"), served("moving"), "A7.3"],
  ["was moved at once", approved, move, served(), "A7.3"],
  ["was moved", moving, move, served(), "A7.3"],
  [
    "has a fault",
    inService,
    noted("2026-03-01", "reportFault"),
    ...([served("none", "reported"), "A7.4", [], ["fault-received"]] as const),
  ],
  ["has none after all", faulty, simple("2026-03-02", "closeFault"), served(), "A7.4"],
  [
    "is repaired",
    faulty,
    ...([simple("2026-03-02", "startRepair"), served("none", "repairing"), "A7.4"] as const),
  ],
  ["works again", repairing, simple("2026-03-03", "closeFault"), served(), "A7.4"],
  [
    "is to be replaced",
    faulty,
    ...([simple("2026-03-02", "startReplacement"), served("none", "replacing"), "A7.4"] as const),
  ],
  [
    "can't be repaired",
    repairing,
    ...([simple("2026-03-03", "startReplacement"), served("none", "replacing"), "A7.4"] as const),
  ],
  [
    "came in, for another one",
    replacing,
    simple("2026-03-06", "takeIn"),
    ...(["waiting", "A7.4", [], ["command", "device-exchanged"]] as const),
  ],
  ["may be lost", inService, reportLoss, served(), "A7.6", [], ["loss-received"]],
  ["is not", lostReported, simple("2026-03-06", "dismissLoss"), served(), "A7.6"],
  [
    "is lost",
    lostReported,
    confirmLoss("customer"),
    ...(["lost", "A7.6", ["option.deviceLost"], ["command", "loss-decided"]] as const),
  ],
  [
    "is lost by the operator's fault",
    lostReported,
    ...([confirmLoss("operator"), "waiting", "A7.6", [], ["command", "loss-decided"]] as const),
  ],
  [
    "is found",
    lost,
    on("2026-04-30", { type: "find", foundOn: "2026-04-29" }),
    ...([{ returnDue: "inTime" }, "A7.6", [], ["command", "return-instructions"]] as const),
  ],
  [
    "has to go back",
    inService,
    ...([end, { returnDue: "inTime" }, "A8.1", [], ["return-instructions"]] as const),
  ],
  ["goes on under the assignee", inService, assign, "handedOver", "A31.1", settledIt],
  [
    "is not delivered any more",
    recalled,
    back("2026-06-05"),
    "returned",
    "A8.1",
    [],
    ["device-received"],
  ],
  [
    "is delivered after the end",
    recalled,
    on("2026-06-03", { type: "confirmDelivery", deliveredOn: "2026-06-02" }),
    ...([{ returnDue: "inTime" }, "A8.1", [], ["return-instructions"]] as const),
  ],
  [
    "is lost on its way after the end",
    recalled,
    on("2026-06-03", { type: "loseInTransit", finding: "operator" }),
    ...(["cancelled", "A7.5", settledIt, ["command"]] as const),
  ],
  [
    "is asked for",
    due,
    on("2026-06-16", { type: "remindReturn", id: "return/-14" }, 9),
    ...([{ returnDue: "inTime" }, "A8.1", [], ["return-reminder"]] as const),
  ],
  [
    "is late",
    due,
    on("2026-07-01", { type: "returnOverdue" }, 0),
    ...([{ returnDue: "overdue" }, "A8.1", [], ["return-overdue"]] as const),
  ],
  ["is on its way back", due, hand, "returning", "A8.1"],
  ["is back at once", due, back("2026-06-12"), "returned", "A8.1", [], ["device-received"]],
  ["is back", returning, back("2026-06-12"), "returned", "A8.1", [], ["device-received"]],
  [
    "is fetched",
    overdue,
    simple("2026-07-05", "startRecovery"),
    ...(["recovering", "A8.1", [], ["recovery-started"]] as const),
  ],
  [
    "came by itself",
    recovering,
    ...([back("2026-07-08"), "returned", "A8.1", [], ["device-received"]] as const),
  ],
  [
    "was fetched",
    recovering,
    ...([back("2026-07-20", "recover"), "recovered", "A8.1", [], ["device-received"]] as const),
  ],
  ...lossesFrom("due", overdue, { returnDue: "overdue" }),
  ...lossesFrom("returning", returning, "returning"),
  ...lossesFrom("recovering", recovering, "recovering"),
  ["is whole", returned, check(false), "checked", "A8.1", settledIt, ["command"]],
  ["is damaged", returned, check(true), "checked", "A7.6", [], ["command"]],
  ["was fetched and is whole", recovered, check(false), "checked", "A8.1", [], ["command"]],
  ["was fetched and is damaged", recovered, check(true), "checked", "A7.6", [], ["command"]],
  [
    "is charged for after its check",
    [...returned, check(true)],
    settle,
    "checked",
    "A7.6",
    settledIt,
  ],
  ["is charged for as lost", lost, settle, "lost", "A7.6", settledIt],
  [
    "has a charge of its transport settled after the end",
    [...shipped, on("2026-01-09", { type: "loseInTransit", finding: "customer" }), end],
    ...([settle, "cancelled", "A7.6", settledIt] as const),
  ],
  [
    "has a charge of its transport settled by the assignor",
    [
      ...[...shipped, on("2026-01-09", { type: "loseInTransit", finding: "customer" })],
      ...[allocate, assign],
    ],
    ...([settle, "handedOver", "A7.6", settledIt] as const),
  ],
  ...chargedPasts.map((past, n): Case => [
    `has a charge settled on its way (${n})`,
    ...([past, settle, given(deviceDefinition, ...past).snapshot.value, "A7.6"] as const),
  ]),
  [
    "has a charge settled in between",
    [...shipped, on("2026-01-09", { type: "loseInTransit", finding: "customer" })],
    ...([settle, "waiting", "A7.6"] as const),
  ],
  ...[shipped, inService, recalled, due, returning, recovering, returned, recovered, lost].map(
    (past, n): Case => [
      `needs no second device in whatever state (${n})`,
      ...([past, allocate, given(deviceDefinition, ...past).snapshot.value, "A7.1"] as const),
      ...([[], ["command"]] as const),
    ],
  ),
  ...[
    [...returned, check(false)],
    [open, end],
    [...allocated, assign],
  ].map((past, n): Case => [
    `needs no device when all is over (${n})`,
    ...([past, allocate, given(deviceDefinition, ...past).snapshot.value, "A7.1"] as const),
    ...([[], ["command"]] as const),
  ]),
  ...[allocated, shipped].map((past, n): Case => [
    `notes the start on its way (${n})`,
    ...([past, start, given(deviceDefinition, ...past).snapshot.value, "A7.1"] as const),
  ]),
  ["needs no second device", allocated, allocate, "allocated", "A7.1", [], ["command"]],
  ["notes the start while it waits", waiting, start, "waiting", "A7.1"],
  [
    "is taken over before it is shipped",
    [],
    ...([takeOver("allocated", 0), "allocated", "A31.1"] as const),
    ...([["contract.loanOpened"], ["command"]] as const),
  ],
  [
    "is taken over on its way",
    [],
    ...([takeOver("shipped", 0), "shipped", "A31.1"] as const),
    ...([["contract.loanOpened"], ["command"]] as const),
  ],
  [
    "is taken over before it is installed",
    [],
    ...([takeOver("delivered", 1), lent("delivered"), "A31.1"] as const),
    ...([["contract.loanOpened"], ["command"]] as const),
  ],
  [
    "is taken over in service",
    [],
    ...([takeOver("inService", 3), served(), "A31.1"] as const),
    ...([["contract.loanOpened"], ["command"]] as const),
  ],
] as Case[];

describe("the loan of a device", () => {
  test.each(cases)("%s", (_, past, event, to, clause, tells = [], effects = []) => {
    const { told } = given(deviceDefinition, ...past).whenTaken(event);
    expect(told).toEqual({ to, clauses: [clause], tells, effects });
  });

  test("has a case for every edge of its chart", () => {
    const { taken, together } = edgesOfCases(deviceDefinition, cases);
    expect(together).toEqual([]);
    expect(taken).toEqual(declaredEdges(deviceDefinition.machine));
  });

  test.each<[string, Stamped[], Stamped]>([
    ["is not opened twice", waiting, open],
    ["is not shipped before it has a device", waiting, ship],
    [
      "is not delivered before it was shipped",
      shipped,
      on("2026-01-09", {
        ...{ type: "confirmDelivery", deliveredOn: "2026-01-06" },
      }),
    ],
    [
      "is not delivered on a day to come",
      shipped,
      on("2026-01-09", {
        ...{ type: "confirmDelivery", deliveredOn: "2026-01-10" },
      }),
    ],
    [
      "is not moved to a day that is past",
      inService,
      on("2026-03-21", {
        ...{ type: "requestRelocation", relocationId: noteId, siteId: newSiteId },
        wishedDay: "2026-03-20",
      }),
    ],
    ["is not moved without approval", requested, move],
    ["is not moved twice at a time", requested, relocate],
    [
      "is not lost before it was delivered",
      inService,
      on("2026-03-05", {
        ...{ type: "reportLoss", noteId, lostOn: "2026-01-07" },
      }),
    ],
    ["is not decided on without a report", inService, confirmLoss("customer")],
    ["is not fetched before it is late", due, simple("2026-06-20", "startRecovery")],
    [
      "is not back before it was sent",
      returning,
      on("2026-06-12", {
        ...{ type: "receive", backOn: "2026-06-08" },
      }),
    ],
    ["has no charge that did not arise", returned, settle],
    ["gives no word before it is opened", [], allocate],
    ["gives a fetched one no second check", [...recovered, check(false)], check(false)],
  ])("%s", (_, past, event) => {
    expect(given(deviceDefinition, ...past).when(event)).toBeNull();
  });

  test("keeps where it stood", () => {
    const { context } = given(deviceDefinition, ...moving, move).snapshot;
    expect(context.sites).toEqual([
      { siteId, from: "2026-01-07" },
      { siteId: newSiteId, from: "2026-03-20" },
    ]);
    expect(context.relocation).toBeNull();
  });

  test("gives a device that it does not need back to the stock", () => {
    const another = on("2026-01-07", {
      ...{ type: "allocate", stockDeviceId: otherDevice, serialNumber: "VPN-0002" },
    });
    const { effects, snapshot } = given(deviceDefinition, ...allocated).whenTaken(another);
    const event = { type: "release", loanId: subjectId };
    const to = { customerId: operatorCustomerId, machineId: otherDevice, kind: "stockDevice" };
    expect(effects).toEqual([{ kind: "command", params: { ...to, event } }]);
    expect(snapshot.context.stockDeviceId).toBe(stockDeviceId);
  });

  test("passes its device on under the assignee's name", () => {
    const { effects } = given(deviceDefinition).whenTaken(takeOver("inService", 3));
    const event = { type: "passOn", loanId: subjectId, customerId: assigneeId };
    expect(effects).toMatchObject([{ params: { machineId: stockDeviceId, event } }]);
  });

  test.each([
    [lost, [["deviceLoss", "2026-03-09"]]],
    [
      [...recovered, check(true)],
      [
        ["deviceRecovery", "2026-07-20"],
        ["deviceRepair", "2026-08-01"],
      ],
    ],
    [[...returned, check(false)], []],
  ])("leaves to finance what it has to charge", (past, charges) => {
    const { context } = given(deviceDefinition, ...past).snapshot;
    expect(context.charges.map(({ kind, day }) => [kind, day])).toEqual(charges);
    expect(context.charges.map(({ chargeNo }) => chargeNo)).toEqual(charges.map((_, n) => n + 1));
  });
});

describe("the return of a device (A8.1)", () => {
  test.each([
    ["2026-05-31", "2026-06-30"],
    ["2026-01-30", "2026-02-28"],
    ["2026-01-31", "2026-02-28"],
    ["2026-02-28", "2026-03-31"],
    ["2024-02-28", "2024-03-28"],
    ["2026-03-30", "2026-04-30"],
  ])("after an end on %s is in time up to %s", (endDay, returnDue) => {
    const ended = on("2026-06-01", { type: "endLoan", endDay, clause: "A17.1", isAssigned: false });
    const { context } = given(deviceDefinition, ...inService, ended).snapshot;
    expect(context).toMatchObject({ endDay, returnDue });
  });

  test("is asked for 14, 7 and 1 day before, and late after its last day", () => {
    expect(given(deviceDefinition, ...due).deadlines()).toMatchObject([
      { id: "return/-14", dueAt: "2026-06-16T00:00:00.000Z" },
      { id: "return/-7", dueAt: "2026-06-23T00:00:00.000Z" },
      { id: "return/-1", dueAt: "2026-06-29T00:00:00.000Z" },
      { id: "overdue", dueAt: "2026-06-30T15:00:00.000Z" },
    ]);
    expect(given(deviceDefinition, ...overdue).deadlines()).toMatchObject([
      { id: "return/7", dueAt: "2026-07-07T00:00:00.000Z" },
      { id: "return/14", dueAt: "2026-07-14T00:00:00.000Z" },
    ]);
    expect(given(deviceDefinition, ...returning).deadlines()).toEqual([]);
  });

  test("is not asked for by reminders whose time was over", () => {
    const late = on("2026-06-24", {
      ...{ type: "endLoan", endDay: "2026-05-31", clause: "A17.1", isAssigned: false },
    });
    const ids = given(deviceDefinition, ...inService, late)
      .deadlines()
      .map(({ id }) => id);
    expect(ids).toEqual(["return/-1", "overdue"]);
  });

  test("counts from the day on which a lost one was found", () => {
    const found = on("2026-04-30", { type: "find", foundOn: "2026-04-29" });
    const { context } = given(deviceDefinition, ...lost, found).snapshot;
    expect(context.returnDue).toBe("2026-05-29");
  });
});

describe("the installation of a device (A7.2)", () => {
  test("is asked for 7 and 14 days after its delivery", () => {
    expect(given(deviceDefinition, ...delivered).deadlines()).toMatchObject([
      { id: "install/7", dueAt: "2026-01-15T00:00:00.000Z" },
      { id: "install/14", dueAt: "2026-01-22T00:00:00.000Z" },
    ]);
    expect(given(deviceDefinition, ...installed).deadlines()).toEqual([]);
  });
});
