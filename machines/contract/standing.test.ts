import { describe, expect, test } from "vitest";
import { declaredEdges, edgesOfCases } from "#test/helpers/chart.ts";
import {
  accepted,
  active,
  device,
  first,
  lift,
  overdue,
  preparing,
  settled,
  suspend,
  withDevice,
} from "#test/helpers/contract-past.ts";
import { given, on, type Stamped } from "#test/helpers/given.ts";
import { optionMenu } from "#test/helpers/sample-events.ts";
import { contractDefinition } from "./definition.ts";
import { optionInvoiceIdOf } from "./fees.ts";
import { standingSenders } from "./standing-events.ts";

const caseId = "0199aaaa-0000-7000-8000-0000000000b1";
const restrictionId = "0199aaaa-0000-7000-8000-0000000000b2";
const { optionId: deviceId } = device;

const demand = on("2025-07-01", { type: "demand", caseId, until: "2025-07-15" });
const cure = on("2025-07-10", { type: "cure", caseId });
const restrict = on("2025-07-01", { type: "restrict", restrictionId, clause: "A19.1(4)" });
const unrestrict = on("2025-07-05", { type: "unrestrict", restrictionId });
const version = { versionId: "2026-2" };
const announce = on("2025-07-01", {
  ...{ type: "announceTerms", ...version, effectiveDay: "2025-09-01" },
});
const takeBack = on("2025-07-02", { type: "withdrawTerms", ...version });
const bind = on("2025-09-01", { type: "bindTerms", ...version });
const ending = on("2025-07-01", {
  ...{ type: "optionEnding", optionId: deviceId, endDay: "2026-03-31", chargedUntil: null },
});
const logs = optionMenu("0199aaaa-0000-7000-8000-0000000000d2", "subscription", 120_000);
const addOption = on("2025-07-01", { type: "addOption", option: logs });
const answered = (type: string) => on("2025-09-15", { type, optionId: logs.optionId });

const phases = { accepted, preparing, active };
type Case = [name: string, past: Stamped[], event: Stamped, clause: string, mails: string[]];

const shared = Object.entries(phases).flatMap(([phase, before]): Case[] => [
  [`${phase}: a demand is made`, before, demand, "A16.1", []],
  [`${phase}: a demand is met`, [...before, demand], cure, "A16.1", []],
  [`${phase}: a restriction begins`, before, restrict, "A19.1", ["service-restricted"]],
  [
    `${phase}: a restriction is lifted`,
    [...before, restrict],
    unrestrict,
    ...(["A19.1", ["restriction-lifted"]] as [string, string[]]),
  ],
  [`${phase}: terms are announced`, before, announce, "A3.2", ["terms-change"]],
  [
    `${phase}: announced terms are taken back`,
    [...before, announce],
    takeBack,
    ...(["A3.2", ["terms-change-withdrawn"]] as [string, string[]]),
  ],
  [`${phase}: terms come to bind`, [...before, announce], bind, "A3.1", []],
]);

/** A contract with a device, in each phase of its life. */
const withDeviceIn = {
  accepted: withDevice.slice(0, 4),
  preparing: withDevice.slice(0, 5),
  active: withDevice,
};
const endings = Object.entries(withDeviceIn).map(([phase, before]): Case => {
  return [`${phase}: an option will end`, before, ending, "A9.2", []];
});

const lostEarly = on("2025-03-10", {
  ...{ type: "optionEnded", optionId: deviceId, endDay: "2025-03-09" },
  ...{ clause: "A7.6", refund: "none" },
});

const running: Case[] = [
  ["it is suspended for a breach", active, suspend("breach"), "A15.2", ["service-suspended"]],
  [
    "it is suspended for unpaid fees",
    [...active, overdue],
    ...([suspend("nonPayment"), "A16.1", ["service-suspended"]] as [Stamped, string, string[]]),
  ],
  [
    "a suspension is lifted",
    [...active, suspend("breach")],
    ...([lift("breach"), "A16.1", ["suspension-lifted"]] as [Stamped, string, string[]]),
  ],
  [
    "a suspension is lifted from a restricted service",
    [...active, restrict, suspend("breach")],
    ...([lift("breach"), "A16.1", ["suspension-lifted"]] as [Stamped, string, string[]]),
  ],
  [
    "the last overdue fee is paid",
    [...active, overdue, suspend("nonPayment")],
    ...([settled, "A16.1", ["suspension-lifted"]] as [Stamped, string, string[]]),
  ],
  ["a fee is paid", active, settled, "A12.2", []],
  [
    "a restricted service is suspended",
    [...active, restrict],
    ...([suspend("breach"), "A15.2", ["service-suspended"]] as [Stamped, string, string[]]),
  ],
  [
    "every debt falls due",
    active,
    on("2025-07-01", { type: "accelerate", dueDay: "2025-07-01", clause: "A16.2" }),
    ...(["A16.2", []] as [string, string[]]),
  ],
  ["an option is ordered", active, addOption, "A9.1", []],
  [
    "an option's device is lost before the start",
    withDevice.slice(0, -1),
    lostEarly,
    ...(["A7.6", []] as [string, string[]]),
  ],
  [
    "an option's device is lost before the start is fixed",
    withDevice.slice(0, -2),
    lostEarly,
    ...(["A7.6", []] as [string, string[]]),
  ],
  [
    "the option is accepted",
    [...active, addOption],
    ...([answered("optionAccepted"), "A9.1", ["option-added"]] as [Stamped, string, string[]]),
  ],
  [
    "the option is declined",
    [...active, addOption],
    ...([answered("optionDeclined"), "A9.1", []] as [Stamped, string, string[]]),
  ],
  [
    "an option has ended",
    withDevice,
    on("2025-10-01", {
      ...{ type: "optionEnded", optionId: deviceId, endDay: "2025-09-30" },
      ...{ clause: "A20.1", refund: "unearned" },
    }),
    ...(["A9.2", []] as [string, string[]]),
  ],
];

const cases = [...shared, ...endings, ...running];

describe("given its past, when something changes, then the contract", () => {
  test.each(cases)("%s", (_, before, event, clause, mails) => {
    const { told } = given(contractDefinition, ...before).whenTaken(event);
    expect([told.clauses, told.effects]).toEqual([[clause], mails]);
  });

  test("has a case for every edge of its service, its standing, its terms and its options", () => {
    const isOwn = (edge: string) => {
      const [place = "", type = ""] = edge.split(" ");
      if (/^contract\.active\.(service|standing)/.test(place)) return true;
      const isStanding = type in standingSenders && !/submitted|ended/.test(place);
      return isStanding || /option|Option/.test(type);
    };
    const { taken, together } = edgesOfCases(contractDefinition, cases);
    expect(together).toEqual([]);
    const own = declaredEdges(contractDefinition.machine).filter(isOwn);
    expect(taken.filter(isOwn)).toEqual(own);
  });
});

const serviceAfter = (...past: Stamped[]) => {
  const { value } = given(contractDefinition, ...past).snapshot;
  return (value as { active: { service: string } }).active.service;
};

describe("the service", () => {
  test.each<[string, Stamped[], string]>([
    ["runs", [], "running"],
    ["is suspended for any cause", [suspend("breach")], "suspended"],
    [
      "is suspended while a cause is left",
      [overdue, suspend("breach"), suspend("nonPayment"), lift("breach")],
      "suspended",
    ],
    ["runs when none is left", [suspend("breach"), lift("breach")], "running"],
    ["runs once the overdue fee is paid", [overdue, suspend("nonPayment"), settled], "running"],
    [
      "stays suspended for a breach when the fee is paid",
      [overdue, suspend("nonPayment"), suspend("breach"), settled],
      "suspended",
    ],
    ["is restricted", [restrict], "restricted"],
    ["is suspended rather than restricted", [restrict, suspend("breach")], "suspended"],
    [
      "is restricted again when the suspension is lifted",
      [restrict, suspend("breach"), lift("breach")],
      "restricted",
    ],
    ["runs when the last restriction is lifted", [restrict, unrestrict], "running"],
  ])("%s", (_, events, service) => {
    expect(serviceAfter(...active, ...events)).toBe(service);
  });

  test("starts restricted where a restriction was there before", () => {
    const start = on("2025-04-01", { type: "startReached" }, 0);
    expect(serviceAfter(...preparing, restrict, start)).toBe("restricted");
  });

  test("is suspended by two breaches apart, and runs when both are lifted", () => {
    const one = { kind: "breach", ref: caseId };
    const breach = on("2025-07-01", { type: "suspend", cause: one });
    const lifted = on("2025-07-02", { type: "lift", cause: one });
    expect(serviceAfter(...active, breach, suspend("breach"), lifted)).toBe("suspended");
    expect(serviceAfter(...active, breach, suspend("breach"), lifted, lift("breach"))).toBe(
      "running",
    );
  });
});

describe("an option that is added (A9.1)", () => {
  const added = [...active, addOption];

  test("is brought to life first, and charged when it is accepted: by months, the first one whole", () => {
    const asked = given(contractDefinition, ...active).whenTaken(addOption);
    expect(asked.tells).toMatchObject([{ machineId: logs.optionId, event: { isAddition: true } }]);
    const { tells, snapshot } = given(contractDefinition, ...added).whenTaken(
      answered("optionAccepted"),
    );
    expect(tells.map(({ event }) => event.type)).toEqual(["provision", "start", "issue"]);
    // September to March are seven months of twelve.
    expect(tells[2]).toMatchObject({
      machineId: optionInvoiceIdOf(snapshot.context.contractId, logs.optionId),
      event: {
        ...{ reason: "optionFee", periodStart: "2025-09-15", periodEnd: "2026-03-31" },
        ...{ subtotal: 70_000, tax: 7000, dueDay: "2025-10-31" },
      },
    });
    expect(snapshot.context.openInvoices).toHaveLength(2);
  });

  test("is charged a full year from the next term on", () => {
    const fix = on("2026-02-01", { type: "fixRenewal" }, 0);
    const renewed = given(contractDefinition, ...added, answered("optionAccepted"), fix).whenTaken(
      on("2026-04-01", { type: "renew" }, 0),
    );
    const issue = renewed.tells.find(({ event }) => event.type === "issue");
    expect(issue?.event).toMatchObject({ subtotal: 1_320_000 });
  });

  test("that ends with the term is not charged for the next one", () => {
    const fix = on("2026-02-01", { type: "fixRenewal" }, 0);
    const renewed = given(contractDefinition, ...withDevice, ending, fix).whenTaken(
      on("2026-04-01", { type: "renew" }, 0),
    );
    const issue = renewed.tells.find(({ event }) => event.type === "issue");
    expect(issue?.event).toMatchObject({ subtotal: 1_200_000 });
  });

  test("that is discontinued during a term gives the days after it back", () => {
    const { context } = given(contractDefinition, ...withDevice, ...[running.at(-1)![2]]).snapshot;
    // 183 of 365 days are used: 240,000 - floor(240,000 * 183 / 365).
    expect(context.refunds).toMatchObject([{ itemId: deviceId, net: 240_000 - 120_328 }]);
  });
});

describe("terms", () => {
  test("that come to bind keep what bound before (A3)", () => {
    const { context } = given(contractDefinition, ...active, announce, bind).snapshot;
    expect(context).toMatchObject({ termsVersion: "2026-1", announcedTerms: [] });
    expect(context.boundTerms).toEqual([{ versionId: "2026-2", from: "2025-09-01" }]);
  });
});

test.each<[string, Stamped[], Stamped]>([
  ["it is suspended for that cause", [...active, suspend("breach")], suspend("breach")],
  ["it is not restricted so", active, unrestrict],
  ["it is restricted so", [...active, restrict], restrict],
  ["nothing was demanded", active, cure],
  ["that was demanded", [...active, demand], demand],
  ["the demand's period is over", active, { ...demand, day: "2025-07-16" }],
  ["the terms were announced", [...active, announce], announce],
  ["the terms bind", [...active, announce, bind], bind],
  ["the option was ordered", [...active, addOption], addOption],
  ["nobody ordered the option", active, answered("optionAccepted")],
  [
    "nothing is owed",
    [...active, on("2025-06-10", { type: "invoiceSettled", invoiceId: first })],
    on("2025-07-01", { type: "accelerate", dueDay: "2025-07-01", clause: "A16.2" }),
  ],
])("a contract does nothing where %s", (_, before, event) => {
  expect(given(contractDefinition, ...before).when(event)).toBeNull();
});

test("an option whose device is lost before the start is never charged", () => {
  const preparing = [...withDevice.slice(0, -1), lostEarly];
  const start = withDevice.at(-1);
  if (!start) throw new Error("It has no start.");
  const invoiced = (past: Stamped[]) =>
    given(contractDefinition, ...past)
      .whenTaken(start)
      .tells.flatMap(({ event }) => (event["lines"] as { menuCode: string }[] | undefined) ?? []);
  expect(invoiced(withDevice.slice(0, -1))).toHaveLength(2);
  expect(invoiced(preparing)).toHaveLength(1);
});
