import {
  accelerateDebts,
  addEvidence,
  endContracts,
  endDemand,
  liftContracts,
  mail,
  makeDemand,
  noteClosing,
  noteCure,
  noteRecord,
  open,
  suspendContracts,
} from "./actions.ts";
import { base } from "./base.ts";
import { emptyBreachCase } from "./context.ts";

const evidence = {
  addEvidence: { guard: "isNewEvidence", meta: { clause: "A15.2" }, actions: addEvidence },
} as const;

/** What staff may do as long as a case is open, whatever else is under way. */
const whileOpen = {
  ...evidence,
  suspend: { guard: "suspendsMore", meta: { clause: "A15.2" }, actions: suspendContracts },
  lift: { guard: "areSuspended", meta: { clause: "A15.2" }, actions: liftContracts },
  close: {
    target: "closed",
    meta: { clause: "A16.1" },
    actions: [noteClosing, liftContracts, endDemand],
  },
} as const;

const cure = {
  target: "cured",
  meta: { clause: "A16.1(1)" },
  actions: [noteCure, liftContracts, endDemand, mail("breach-cured")],
} as const;

/** By an item of A16.1 debts that have not fallen due yet do so with the end of the contracts. */
const terminate = {
  target: "terminated",
  meta: { clause: "A16.1" },
  actions: [accelerateDebts, endContracts],
} as const;

const antiSocial = { guard: "isAntiSocial", meta: { clause: "A32.3" } } as const;

/** A customer's breach (違反), from what staff note to the cure, the termination or the closing. */
export const breachCaseMachine = base.createMachine({
  id: "breachCase",
  context: emptyBreachCase,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        draft: { guard: "hasHappened", target: "draft", meta: { clause: "A15.2" }, actions: open },
      },
    },
    draft: {
      on: {
        ...evidence,
        discard: { target: "discarded", meta: { clause: "A15.2" } },
        record: [
          {
            guard: "makesDebtsDue",
            target: "opened",
            meta: { clause: "A16.2" },
            actions: [noteRecord, accelerateDebts],
          },
          { ...antiSocial, target: "opened", actions: noteRecord },
          { target: "opened", meta: { clause: "A15.2" }, actions: noteRecord },
        ],
      },
    },
    discarded: { type: "final" },
    opened: {
      on: {
        ...whileOpen,
        demand: {
          guard: "needsDemand",
          target: "demanded",
          meta: { clause: "A16.1(1)" },
          actions: [makeDemand, mail("breach-demand")],
        },
        terminate: [
          { ...antiSocial, target: "terminated", actions: endContracts },
          { ...terminate, guard: "endsAtOnce" },
        ],
      },
    },
    demanded: {
      on: {
        ...whileOpen,
        cure,
        periodEnds: { target: "periodOver", meta: { clause: "A16.1(1)" } },
      },
    },
    periodOver: {
      on: {
        ...whileOpen,
        cure,
        recordUncured: {
          target: "uncured",
          meta: { clause: "A16.2" },
          actions: accelerateDebts,
        },
        terminate,
      },
    },
    uncured: { on: { ...whileOpen, terminate } },
    terminated: {
      on: {
        ...whileOpen,
        terminate: { ...terminate, guard: "endsMore" },
      },
    },
    cured: { type: "final" },
    closed: { type: "final" },
  },
});
