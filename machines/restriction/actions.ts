import { notifyCustomers, type NoticeLimits } from "../engine/notify-customers.ts";
import type { EffectRequest, MachineEvent } from "../engine/outgoing.ts";
import { reach } from "../engine/reach.ts";
import { base, spelled } from "./base.ts";
import type { RestrictionContext } from "./context.ts";

export const open = base.assign(({ event }) => {
  if (event.type !== "plan") return {};
  const { machineId: restrictionId, clause, scope, textJa, textEn, at: plannedAt } = event;
  const [startsAt, endsAt] = [spelled(event.startsAt), event.endsAt && spelled(event.endsAt)];
  return { restrictionId, clause, scope, startsAt, endsAt, textJa, textEn, plannedAt };
});

export const revise = base.assign(({ event }) => {
  if (event.type !== "change") return {};
  const { textJa, textEn, endsAt } = event;
  return { textJa, textEn, endsAt: endsAt && spelled(endsAt) };
});

export const noteBeginning = base.assign(({ event }) => ({
  begunAt: event.at,
  reachedOn: event.day,
}));

export const noteCatchUp = base.assign({ reachedOn: ({ event }) => event.day });

export const noteLifting = base.assign({ liftedAt: ({ event }) => event.at });

export const noteEnd = base.assign(({ event }) => {
  if (event.type !== "announceEnd") return {};
  const { day: noticeDay, endDay, refund, ground, refundReason } = event;
  return { end: { noticeDay, endDay, refund, ground, refundReason } };
});

const restrict = ({ restrictionId, clause }: RestrictionContext): MachineEvent => ({
  ...{ type: "restrict", restrictionId, clause },
});

const unrestrict = ({ restrictionId }: RestrictionContext): MachineEvent => ({
  ...{ type: "unrestrict", restrictionId },
});

const endContracts = ({ restrictionId, end }: RestrictionContext): MachineEvent => ({
  ...{ type: "endByRestriction", restrictionId, endDay: end?.endDay, refund: end?.refund },
});

const withdrawEnd = ({ restrictionId }: RestrictionContext): MachineEvent => ({
  ...{ type: "withdrawEnd", ref: restrictionId },
});

/** Reaches every contract and option of the scope with an event. */
const reachAll = (eventOf: (context: RestrictionContext) => MachineEvent) =>
  base.enqueueActions(({ context, enqueue }) => {
    for (const params of reach(context.scope, eventOf(context))) {
      enqueue({ type: "effect", params });
    }
  });

export const restrictAll = reachAll(restrict);
export const unrestrictAll = reachAll(unrestrict);
export const endAll = reachAll(endContracts);
export const withdrawEnds = reachAll(withdrawEnd);

type Template =
  | "restriction-planned"
  | "restriction-started"
  | "restriction-changed"
  | "restriction-over"
  | "restriction-cancelled";

function noticeOf(
  template: Template,
  { context, event }: { context: RestrictionContext; event: Parameters<typeof notifyCustomers>[1] },
  limits: NoticeLimits = {},
): EffectRequest {
  const { clause, scope, startsAt, endsAt, liftedAt, textJa, textEn } = context;
  const menus = scope.kind === "menus" ? scope.menus : [];
  const facts = { clause, menus, startsAt, endsAt, liftedAt, textJa, textEn };
  return notifyCustomers(template, event, [scope], facts, limits);
}

/** Writes to every customer concerned; after what the event changes has been noted. */
export const notify = (template: Template) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    enqueue({ type: "effect", params: noticeOf(template, { context, event }) });
  });

/** Whether some contracts may be touched by their options only: those say nothing themselves. */
const touchesOptions = ({ scope }: RestrictionContext) =>
  scope.kind === "menus" && scope.menus.some(({ kind }) => kind !== "basic");

/** Writes to customers of whose contracts only options are touched. */
export const notifyOptions = (template: Template) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    if (!touchesOptions(context)) return;
    const params = noticeOf(template, { context, event }, { onlyOptions: true });
    enqueue({ type: "effect", params });
  });

/** Reaches contracts and options that have come into the scope since, and tells their customers. */
export const catchUp = base.enqueueActions(({ context, event, enqueue }) => {
  const events = [restrict(context), ...(context.end ? [endContracts(context)] : [])];
  for (const told of events) {
    for (const params of reach(context.scope, told, { onlyNew: true })) {
      enqueue({ type: "effect", params });
    }
  }
  if (!touchesOptions(context)) return;
  const limits = { onlyNew: true, onlyOptions: true };
  const params = noticeOf("restriction-started", { context, event }, limits);
  enqueue({ type: "effect", params });
});
