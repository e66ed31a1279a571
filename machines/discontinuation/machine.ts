import { setup } from "xstate";
import { dayOf } from "../calendar.ts";
import { outgoing, type MachineEvent, type Stamp } from "../engine/outgoing.ts";
import { reach, type ScopedMenu } from "../engine/reach.ts";
import { lastDiscontinuationNotice, lastServiceDay } from "../terms/a20-discontinuation.ts";
import type { Bilingual } from "../terms/articles.ts";
import type { DiscontinuationEvent } from "./events.ts";

export interface DiscontinuationContext {
  discontinuationId: string;
  menus: ScopedMenu[];
  /** The first day without the menus; they end on the day before. */
  firstDayWithout: string;
  textJa: string;
  textEn: string;
  announcedDay: string;
  /** Why it was announced later than A20.2 asks for; null where it came in time. */
  lateReason: Bilingual | null;
  withdrawnDay: string | null;
  reasonJa: string | null;
  reasonEn: string | null;
  /** The day on which contracts with the menus were last looked for. */
  reachedOn: string | null;
}

type Stamped = DiscontinuationEvent & Stamp;

/** Whether an announcement gives customers the six months that A20.2 asks for. */
function isInTime(day: string, firstDayWithout: string): boolean {
  const last = lastDiscontinuationNotice(dayOf(firstDayWithout)).day;
  return dayOf(day).until(last).sign >= 0;
}

const base = setup({
  types: { context: {} as DiscontinuationContext, events: {} as Stamped },
  actions: outgoing,
  guards: {
    /** Its first day lies ahead, and it is in time or could not be avoided. */
    mayBeAnnounced: ({ event }) =>
      event.type === "announce" &&
      event.firstDayWithout > event.day &&
      (isInTime(event.day, event.firstDayWithout) || event.lateReason !== null),
  },
});

const open = base.assign(({ event }) => {
  if (event.type !== "announce") return {};
  const { machineId: discontinuationId, menus, firstDayWithout, textJa, textEn, day } = event;
  const lateReason = isInTime(day, firstDayWithout) ? null : event.lateReason;
  const days = { announcedDay: day, reachedOn: day };
  return { discontinuationId, menus, firstDayWithout, textJa, textEn, lateReason, ...days };
});

const noteWithdrawal = base.assign(({ event }) => {
  if (event.type !== "withdraw") return {};
  const { day: withdrawnDay, reasonJa, reasonEn } = event;
  return { withdrawnDay, reasonJa, reasonEn };
});

const noteCatchUp = base.assign({ reachedOn: ({ event }) => event.day });

const discontinue = ({ discontinuationId, firstDayWithout }: DiscontinuationContext) => {
  const endDay = lastServiceDay(dayOf(firstDayWithout)).day.toString();
  return { type: "discontinue", discontinuationId, endDay };
};

const withdrawEnd = ({ discontinuationId: ref }: DiscontinuationContext) => {
  return { type: "withdrawEnd", ref };
};

/** Reaches contracts with a basic menu that goes, and options with another one. */
const reachAll = (eventOf: (context: DiscontinuationContext) => MachineEvent, onlyNew = false) =>
  base.enqueueActions(({ context, enqueue }) => {
    const { menus } = context;
    for (const params of reach({ kind: "menus", menus }, eventOf(context), { onlyNew })) {
      enqueue({ type: "effect", params });
    }
  });

/** The discontinuation of all or some menus (サービスの廃止, A20), from its announcement to its day. */
export const discontinuationMachine = base.createMachine({
  id: "discontinuation",
  context: {
    discontinuationId: "",
    menus: [],
    firstDayWithout: "",
    textJa: "",
    textEn: "",
    announcedDay: "",
    lateReason: null,
    withdrawnDay: null,
    reasonJa: null,
    reasonEn: null,
    reachedOn: null,
  },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        announce: {
          guard: "mayBeAnnounced",
          target: "announced",
          meta: { clause: "A20.2" },
          actions: [open, reachAll(discontinue)],
        },
      },
    },
    announced: {
      on: {
        catchUp: {
          meta: { clause: "A20.2" },
          actions: [reachAll(discontinue, true), noteCatchUp],
        },
        withdraw: {
          target: "withdrawn",
          meta: { clause: "A20.1" },
          actions: [noteWithdrawal, reachAll(withdrawEnd)],
        },
        takeEffect: { target: "effective", meta: { clause: "A20.1" } },
      },
    },
    withdrawn: { type: "final" },
    effective: { type: "final" },
  },
});
