import type { MachineEvent } from "#machines/engine/outgoing.ts";

const named = { code: "m", nameJa: "監視", nameEn: "M" };
const basic = { ...named, kind: "basic" };
const option = { ...named, code: "o", kind: "subscription" };
const contract = {
  customerId: "0199aaaa-0000-7000-8000-0000000000c1",
  contractId: "0199aaaa-0000-7000-8000-0000000000c2",
};
const words = { textJa: "お知らせ", textEn: "Notice" };

/** Windows ahead of the walk's first day, one that is longer, one that is past. */
const windows = [
  ["2025-03-06T13:00:00.000Z", "2025-03-06T15:00:00.000Z"],
  ["2025-03-06T13:00:00.000Z", "2025-03-06T17:00:00.000Z"],
  ["2025-03-08T13:00:00.000Z", "2025-03-08T15:00:00.000Z"],
  ["2025-03-04T13:00:00.000Z", "2025-03-04T15:00:00.000Z"],
] as const;

/** Every event that a maintenance window may meet in the walk. */
export const maintenanceOffers: readonly MachineEvent[] = [
  ...windows.flatMap(([startsAt, endsAt]) =>
    ["plan", "change"].map((type) => ({
      ...{ type, startsAt, endsAt, menus: [named] },
      ...{ titleJa: "点検", titleEn: "Check", textJa: "", textEn: "" },
    })),
  ),
  { type: "callOff", reasonJa: "延期", reasonEn: "Postponed" },
];

const start = { now: "2025-03-05T02:00:00.000Z", later: "2025-03-06T13:00:00.000Z" };
const end = { past: "2025-03-04T00:00:00.000Z", ahead: "2025-03-07T13:00:00.000Z" };
const scopes = [
  { kind: "menus", menus: [basic, option] },
  { kind: "contracts", contracts: [contract] },
];

/** Every event that a restriction may meet in the walk; 2025-03-05 is a day too early to end on. */
export const restrictionOffers: readonly MachineEvent[] = [
  ...scopes.flatMap((scope) =>
    [start.now, start.later].map((startsAt) => ({
      ...{ type: "plan", clause: "A19.1(4)", scope, startsAt, endsAt: null, ...words },
    })),
  ),
  ...["A22.5(1)", "A17.1"].map((clause) => ({
    ...{
      type: "plan",
      clause,
      scope: scopes[0],
      startsAt: start.later,
      endsAt: end.ahead,
      ...words,
    },
  })),
  {
    type: "plan",
    clause: "A19.1(4)",
    scope: scopes[0],
    startsAt: start.now,
    endsAt: end.past,
    ...words,
  },
  ...[null, end.past, end.ahead].map((endsAt) => ({ type: "change", endsAt, ...words })),
  ...["callOff", "lift"].map((type) => ({ type })),
  ...["2025-03-05", "2025-04-30"].map((endDay) => ({
    ...{ type: "announceEnd", endDay, refund: "unearned", ground: "g", refundReason: "r" },
  })),
];

const late = { ja: "やむを得ない", en: "Unavoidable" };

/** Every event that a discontinuation may meet in the walk: in time, too late, too late with a reason. */
export const discontinuationOffers: readonly MachineEvent[] = [
  ...(
    [
      [[basic], "2025-10-01", null],
      [[basic, option], "2025-09-05", null],
      [[option], "2025-09-05", late],
      [[basic], "2025-03-05", late],
    ] as const
  ).map(([menus, firstDayWithout, lateReason]) => ({
    ...{ type: "announce", menus, firstDayWithout, lateReason, ...words },
  })),
  { type: "withdraw", reasonJa: "継続", reasonEn: "It goes on" },
];
