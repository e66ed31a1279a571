import { dayOf } from "#machines/calendar.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { lastAnnouncementDay } from "#machines/terms/a03-amendment.ts";
import { lastDiscontinuationNotice } from "#machines/terms/a20-discontinuation.ts";
import { on, stamped, type Stamped } from "#test/helpers/given.ts";

interface Told {
  kind: MachineKind;
  events: Stamped[];
}

const named = { code: "m", nameJa: "監視", nameEn: "M" };
const basic = { ...named, kind: "basic" };
const option = { ...named, code: "o", kind: "device" };
const words = { textJa: "お知らせ", textEn: "Notice" };
const midnight = (day: string) => `${dayOf(day).subtract({ days: 1 }).toString()}T15:00:00.000Z`;
const plus = (day: string, days: number) => dayOf(day).add({ days }).toString();

/** Days on which months and years end, and the leap day. */
const hardDays = ["2026-03-01", "2026-12-31", "2027-01-01", "2028-02-29", "2026-08-31"];

/** A window over midnight of a day, moved by a week, made longer under way. */
function maintenance(day: string): Told {
  const window = (first: string, hours: number) => ({
    startsAt: `${first}T14:00:00.000Z`,
    endsAt: new Date(Date.parse(`${first}T14:00:00.000Z`) + hours * 3_600_000).toISOString(),
    ...{ menus: [named], titleJa: "点検", titleEn: "Check", ...words },
  });
  const moved = plus(day, 7);
  return {
    kind: "maintenance",
    events: [
      on(plus(day, -20), { type: "plan", ...window(day, 4) }),
      on(plus(day, -10), { type: "change", ...window(moved, 4) }),
      stamped(window(moved, 4).startsAt, { type: "begin" }),
      stamped(window(moved, 3).endsAt, { type: "change", ...window(moved, 6) }),
      stamped(window(moved, 6).endsAt, { type: "finish" }),
    ],
  };
}

/** A restriction that ends its contracts on a day, lifted in the last second before, or not. */
function restrictions(day: string): Told[] {
  const begun = plus(day, -60);
  const scope = { kind: "menus", menus: [basic, option] };
  const plan = { clause: "A19.1(1)", scope, startsAt: midnight(begun), endsAt: null, ...words };
  const end = { endDay: day, refund: "unearned", ground: "g", refundReason: "r" };
  const past: Stamped[] = [
    on(begun, { type: "plan", ...plan }),
    stamped(`${begun}T16:00:00.000Z`, { type: "catchUp" }),
    on(plus(day, -1), { type: "announceEnd", ...end }),
  ];
  const over = midnight(plus(day, 1));
  const lastSecond = new Date(Date.parse(over) - 1000).toISOString();
  const lives = [
    stamped(lastSecond, { type: "lift" }),
    stamped(over, { type: "lift" }),
    stamped(over, { type: "lastDayOver" }),
  ];
  return lives.map((last) => ({ kind: "restriction", events: [...past, last] }));
}

/** A menu that is gone from a day on, announced on the last day for it, and a day later. */
function discontinuations(day: string): Told[] {
  const last = lastDiscontinuationNotice(dayOf(day)).day.toString();
  const announce = (lateReason: MachineEvent[string] = null) => ({
    ...{ type: "announce", menus: [basic, option], firstDayWithout: day, lateReason, ...words },
  });
  const late = plus(last, 1);
  const withdraw = { type: "withdraw", reasonJa: "継続", reasonEn: "It goes on" };
  return [
    [on(last, announce(), 23), stamped(midnight(day), { type: "takeEffect" })],
    [on(late, announce(), 0)],
    [on(late, announce({ ja: "撤退", en: "Gone" }), 0), on(plus(day, -1), withdraw, 23)],
  ].map((events) => ({ kind: "discontinuation", events }));
}

/** A version of the terms that binds from a day, announced on the last day for it, and a day later. */
function termsVersions(day: string): Told[] {
  const last = lastAnnouncementDay(dayOf(day)).day.toString();
  const late = plus(last, 1);
  const textHash = "a".repeat(64);
  const drafted = plus(last, -30);
  const draft = on(drafted, {
    type: "draft",
    version: "2.0",
    document: "terms",
    label: "2.0",
    textHash,
  });
  const announce = (reason: MachineEvent[string] = null) => ({
    ...{ type: "announce", textHash, effectiveDay: day, reason },
    summary: { ja: "改定", en: "Changes" },
  });
  const unavoidable = announce({ ja: "法改正", en: "A new law" });
  return [
    [draft, on(last, announce(), 23), stamped(midnight(day), { type: "takeEffect" })],
    [draft, on(late, announce(), 0)],
    [draft, on(late, unavoidable, 0), on(plus(day, -1), { type: "withdraw" }, 23)],
  ].map((events) => ({ kind: "termsVersion", events }));
}

/** What the operator's machines of notices go through around the calendar's hard days. */
export function noticeLives(): Told[] {
  return hardDays.flatMap((day) => [
    maintenance(day),
    ...restrictions(day),
    ...discontinuations(day),
    ...termsVersions(day),
  ]);
}
