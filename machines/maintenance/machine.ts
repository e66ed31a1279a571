import { setup } from "xstate";
import { notifyCustomers, type NamedMenu, type Scope } from "../engine/notify-customers.ts";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import type { MaintenanceEvent } from "./events.ts";

export interface MaintenanceContext {
  maintenanceId: string;
  /** Instants, ISO. */
  startsAt: string;
  endsAt: string;
  menus: NamedMenu[];
  titleJa: string;
  titleEn: string;
  textJa: string;
  textEn: string;
  reasonJa: string | null;
  reasonEn: string | null;
  /** How often it was revised; what calendars tell versions apart by. */
  revision: number;
  plannedAt: string;
  revisedAt: string;
}

type Stamped = MaintenanceEvent & Stamp;
type Window = Pick<
  MaintenanceContext,
  "startsAt" | "endsAt" | "menus" | "titleJa" | "titleEn" | "textJa" | "textEn"
>;

/** One spelling per instant, so that equal instants are equal texts. */
const spelled = (instant: string) => new Date(instant).toISOString();

function windowOf(event: Stamped): Window | null {
  if (event.type !== "plan" && event.type !== "change") return null;
  const { menus, titleJa, titleEn, textJa, textEn } = event;
  const [startsAt, endsAt] = [spelled(event.startsAt), spelled(event.endsAt)];
  return { startsAt, endsAt, menus, titleJa, titleEn, textJa, textEn };
}

const base = setup({
  types: { context: {} as MaintenanceContext, events: {} as Stamped },
  actions: outgoing,
  guards: {
    /** It lies wholly ahead. */
    isAhead: ({ event }) => {
      const window = windowOf(event);
      return window !== null && event.at < window.startsAt && window.startsAt < window.endsAt;
    },
    /** It has begun as planned and ends later than now. */
    endsLater: ({ context, event }) => {
      const window = windowOf(event);
      return window !== null && window.startsAt === context.startsAt && event.at < window.endsAt;
    },
  },
});

const note = base.assign(({ context, event }) => {
  const window = windowOf(event);
  if (!window) return {};
  const isNew = event.type === "plan";
  const revision = isNew ? 0 : context.revision + 1;
  const first = isNew ? { maintenanceId: event.machineId, plannedAt: event.at } : {};
  return { ...window, ...first, revision, revisedAt: event.at };
});

const noteCallOff = base.assign(({ context, event }) => {
  if (event.type !== "callOff") return {};
  const { reasonJa, reasonEn, at: revisedAt } = event;
  return { reasonJa, reasonEn, revisedAt, revision: context.revision + 1 };
});

const scopeOf = (menus: NamedMenu[]): Scope => ({ kind: "menus", menus });

/** Tells whom the window touches; one whom only the former window touched is told of its change. */
const notify = (
  template: "maintenance-planned" | "maintenance-changed" | "maintenance-cancelled",
) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { startsAt, endsAt, menus, titleJa, titleEn, textJa, textEn } =
      windowOf(event) ?? context;
    const isChange = event.type === "change";
    const before = isChange ? { startsAt: context.startsAt, endsAt: context.endsAt } : null;
    const [reasonJa, reasonEn] =
      event.type === "callOff" ? [event.reasonJa, event.reasonEn] : [null, null];
    const scopes = [scopeOf(menus), ...(isChange ? [scopeOf(context.menus)] : [])];
    const facts = {
      ...{ startsAt, endsAt, menus, titleJa, titleEn, textJa, textEn },
      ...{ before, reasonJa, reasonEn },
    };
    enqueue({ type: "effect", params: notifyCustomers(template, event, scopes, facts) });
  });

const meta = { clause: "A22.5(4)" } as const;

/** A window of planned maintenance (計画メンテナンス): announced, perhaps moved, then past. */
export const maintenanceMachine = base.createMachine({
  id: "maintenance",
  context: {
    maintenanceId: "",
    startsAt: "",
    endsAt: "",
    menus: [],
    titleJa: "",
    titleEn: "",
    textJa: "",
    textEn: "",
    reasonJa: null,
    reasonEn: null,
    revision: 0,
    plannedAt: "",
    revisedAt: "",
  },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        plan: {
          guard: "isAhead",
          target: "planned",
          meta,
          actions: [notify("maintenance-planned"), note],
        },
      },
    },
    planned: {
      on: {
        change: { guard: "isAhead", meta, actions: [notify("maintenance-changed"), note] },
        callOff: {
          target: "cancelled",
          meta,
          actions: [notify("maintenance-cancelled"), noteCallOff],
        },
        begin: { target: "underWay", meta },
      },
    },
    underWay: {
      on: {
        change: { guard: "endsLater", meta, actions: [notify("maintenance-changed"), note] },
        finish: { target: "over", meta },
      },
    },
    cancelled: { type: "final" },
    over: { type: "final" },
  },
});
