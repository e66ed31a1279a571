import { at, dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import { discontinuationEvents, discontinuationSenders } from "./events.ts";
import { discontinuationMachine, type DiscontinuationContext } from "./machine.ts";

/** The hour in Tokyo at which contracts are looked for that were formed the day before. */
const catchUpHour = 1;

/** What a discontinuation waits for: its day, and until then each next one. */
function discontinuationDeadlines({
  value,
  context,
}: StoredSnapshot<DiscontinuationContext>): Deadline[] {
  const { firstDayWithout, reachedOn } = context;
  if (value !== "announced" || reachedOn === null) return [];
  const effectAt = startOfDayInTokyo(dayOf(firstDayWithout));
  const catchUpAt = at(dayOf(reachedOn).add({ days: 1 }), catchUpHour);
  const takeEffect = { id: "effect", dueAt: effectAt, event: { type: "takeEffect" } };
  const catchUp = { id: "catchUp", dueAt: catchUpAt, event: { type: "catchUp" } };
  return [
    { ...takeEffect, clause: "A20.1" },
    ...(catchUpAt < effectAt ? [{ ...catchUp, clause: "A20.2" } as const] : []),
  ];
}

/** The discontinuation for the engine; it runs under the operator's own id. */
export const discontinuationDefinition: Definition<DiscontinuationContext> = {
  kind: "discontinuation",
  version: 1,
  migrations: {},
  machine: discontinuationMachine,
  events: discontinuationEvents,
  senders: discontinuationSenders,
  draws: {},
  deadlines: discontinuationDeadlines,
  view: ({ value, context }) => ({
    status: String(value),
    menus: context.menus,
    firstDayWithout: context.firstDayWithout,
    textJa: context.textJa,
    textEn: context.textEn,
    announcedDay: context.announcedDay,
    lateReasonJa: context.lateReason?.ja ?? null,
    lateReasonEn: context.lateReason?.en ?? null,
    withdrawnDay: context.withdrawnDay,
    reasonJa: context.reasonJa,
    reasonEn: context.reasonEn,
  }),
};
