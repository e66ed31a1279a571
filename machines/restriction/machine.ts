import {
  catchUp,
  endAll,
  noteBeginning,
  noteCatchUp,
  noteEnd,
  noteLifting,
  notify,
  notifyOptions,
  open,
  restrictAll,
  revise,
  unrestrictAll,
  withdrawEnds,
} from "./actions.ts";
import { base } from "./base.ts";
import { emptyRestriction } from "./context.ts";

const meta = { clause: "A19.1" } as const;
const lifted = [noteLifting, unrestrictAll, notifyOptions("restriction-over")] as const;
const begun = [noteBeginning, restrictAll, notifyOptions("restriction-started")] as const;

/** Lifted, it leaves the service as it was; an end of the contracts lapses with it. */
const lift = [
  {
    guard: "endLapses",
    target: "#restriction.lifted",
    meta: { clause: "A19.4" },
    actions: [...lifted, withdrawEnds],
  },
  { target: "#restriction.lifted", meta, actions: lifted },
] as const;

/** A restriction of the service (利用制限, A19, A22.4, A22.5) for menus or for chosen contracts. */
export const restrictionMachine = base.createMachine({
  id: "restriction",
  context: emptyRestriction,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        plan: [
          {
            guard: "beginsLater",
            target: "planned",
            meta,
            actions: [open, notify("restriction-planned")],
          },
          { guard: "beginsNow", target: "inForce", meta, actions: [open, ...begun] },
        ],
      },
    },
    planned: {
      on: {
        change: { guard: "endIsAhead", meta, actions: [revise, notify("restriction-changed")] },
        callOff: { target: "cancelled", meta, actions: notify("restriction-cancelled") },
        begin: { target: "inForce", meta, actions: begun },
      },
    },
    inForce: {
      initial: "continuing",
      on: {
        change: { guard: "endIsAhead", meta, actions: [revise, notify("restriction-changed")] },
        catchUp: { meta, actions: [catchUp, noteCatchUp] },
        lift,
        endReached: lift,
      },
      states: {
        continuing: {
          on: {
            announceEnd: {
              guard: "mayEndContracts",
              target: "ending",
              meta: { clause: "A19.4" },
              actions: [noteEnd, endAll],
            },
          },
        },
        ending: {
          on: {
            lastDayOver: { target: "#restriction.contractsEnded", meta: { clause: "A19.4" } },
          },
        },
      },
    },
    cancelled: { type: "final" },
    lifted: { type: "final" },
    contractsEnded: { type: "final" },
  },
});
