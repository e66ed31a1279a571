import { at, dayOf, startOfDayInTokyo } from "../calendar.ts";
import type { Definition, StoredSnapshot } from "../engine/definition.ts";
import type { Deadline } from "../engine/outgoing.ts";
import type { RestrictionContext } from "./context.ts";
import { restrictionEvents, restrictionSenders } from "./events.ts";
import { restrictionMachine } from "./machine.ts";

/** The hour in Tokyo at which contracts are looked for that came into the scope the day before. */
const catchUpHour = 1;

const nextDay = (day: string) => dayOf(day).add({ days: 1 });

/** What a restriction waits for. */
function restrictionDeadlines({ value, context }: StoredSnapshot<RestrictionContext>): Deadline[] {
  const { startsAt, endsAt, reachedOn, end } = context;
  const clause = "A19.1";
  if (value === "planned") {
    return [{ id: "begin", dueAt: startsAt, event: { type: "begin" }, clause }];
  }
  if (typeof value === "string" || reachedOn === null) return [];
  const catchUpAt = at(nextDay(reachedOn), catchUpHour);
  return [
    { id: "catchUp", dueAt: catchUpAt, event: { type: "catchUp" }, clause },
    ...(endsAt
      ? [{ id: "end", dueAt: endsAt, event: { type: "endReached" }, clause } as const]
      : []),
    ...(end
      ? [
          {
            id: "lastDay",
            dueAt: startOfDayInTokyo(nextDay(end.endDay)),
            event: { type: "lastDayOver" },
            clause: "A19.4",
          } as const,
        ]
      : []),
  ];
}

/** The restriction for the engine; it runs under the operator's own id. */
export const restrictionDefinition: Definition<RestrictionContext> = {
  kind: "restriction",
  version: 1,
  migrations: {},
  machine: restrictionMachine,
  events: restrictionEvents,
  senders: restrictionSenders,
  draws: {},
  deadlines: restrictionDeadlines,
  view: ({ value, context }) => {
    const { scope, end } = context;
    return {
      status: typeof value === "string" ? value : "inForce",
      clause: context.clause,
      menus: scope.kind === "menus" ? scope.menus : [],
      contracts: scope.kind === "contracts" ? scope.contracts : [],
      startsAt: context.startsAt,
      endsAt: context.endsAt,
      textJa: context.textJa,
      textEn: context.textEn,
      plannedAt: context.plannedAt,
      begunAt: context.begunAt,
      liftedAt: context.liftedAt,
      endDay: end?.endDay ?? null,
      noticeDay: end?.noticeDay ?? null,
      refund: end?.refund ?? null,
      ground: end?.ground ?? null,
      refundReason: end?.refundReason ?? null,
    };
  },
};
