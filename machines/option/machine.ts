import {
  dropRestriction,
  mail,
  noteRestriction,
  noteStart,
  noteTakeOver,
  noteTerm,
  open,
  tellAccepted,
  tellDeclined,
} from "./actions.ts";
import { base } from "./base.ts";
import { emptyOption } from "./context.ts";
import { ways, waysInTerm } from "./exits.ts";
import { openLoan, startLoan, takeLoanOver } from "./loan.ts";
import {
  noteAcceptance,
  noteObjection,
  noteReminder,
  noteReport,
  tellDone,
} from "./inspection-actions.ts";

const restrictions = {
  restrict: { guard: "isNewRestriction", meta: { clause: "A19.1" }, actions: noteRestriction },
  unrestrict: { guard: "isRestriction", meta: { clause: "A19.1" }, actions: dropRestriction },
} as const;

/** From its start to its end: the service and the way out each go their own way. */
const active = base.createStateConfig({
  type: "parallel",
  on: {
    ...waysInTerm,
    ...restrictions,
    termBegun: { meta: { clause: "A10.2" }, actions: noteTerm },
  },
  states: {
    service: {
      initial: "running",
      states: {
        running: { always: { guard: "isRestricted", target: "restricted" } },
        restricted: { always: { guard: "isFree", target: "running" } },
      },
    },
    exit: {
      initial: "none",
      states: {
        none: { always: { guard: "hasPendingEnd", target: "pending" } },
        pending: { always: { guard: "hasNoPendingEnd", target: "none" } },
      },
    },
  },
});

/** An option menu (オプションメニュー) of a contract; it ends with it at the latest. */
export const optionMachine = base.createMachine({
  id: "option",
  context: emptyOption,
  // Regions that follow the context both ways would go round for ever if two conditions contradicted.
  options: { maxIterations: 100 },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        request: { target: "requested", meta: { clause: "A9.1" }, actions: open },
        takeOver: [
          {
            guard: "isWorkUnderWay",
            target: "working",
            meta: { clause: "A31.1" },
            actions: noteTakeOver,
          },
          {
            guard: "hasStarted",
            target: "active",
            meta: { clause: "A31.1" },
            actions: [noteTakeOver, takeLoanOver],
          },
          {
            target: "provisioning",
            meta: { clause: "A31.1" },
            actions: [noteTakeOver, takeLoanOver],
          },
        ],
      },
    },
    requested: {
      on: {
        withdraw: { guard: "isOrdered", target: "withdrawn", meta: { clause: "A10.1" } },
        reject: { guard: "isOrdered", target: "rejected", meta: { clause: "A5.4" } },
        accept: {
          guard: "isOrdered",
          target: "accepted",
          meta: { clause: "A9.1" },
          actions: openLoan,
        },
        withdrawAddition: {
          guard: "isAddition",
          target: "withdrawn",
          meta: { clause: "A10.1" },
          actions: tellDeclined,
        },
        rejectAddition: {
          guard: "isAddition",
          target: "rejected",
          meta: { clause: "A5.4" },
          actions: [tellDeclined, mail("option-declined")],
        },
        acceptAddition: {
          guard: "isAddition",
          target: "accepted",
          meta: { clause: "A9.1" },
          actions: [openLoan, tellAccepted],
        },
        lapse: { guard: "isAddition", target: "withdrawn", meta: { clause: "A9.1" } },
      },
    },
    withdrawn: { type: "final" },
    rejected: { type: "final" },
    accepted: {
      on: {
        ...ways,
        ...restrictions,
        provision: { target: "provisioning", meta: { clause: "A5.5" } },
      },
    },
    provisioning: {
      on: {
        ...ways,
        ...restrictions,
        start: [
          { guard: "isWork", target: "working", meta: { clause: "A11.1" }, actions: noteStart },
          { target: "active", meta: { clause: "A10.1" }, actions: [noteStart, startLoan] },
        ],
      },
    },
    active,
    working: {
      on: {
        ...ways,
        ...restrictions,
        reportCompletion: {
          guard: "isCompleted",
          target: "inspecting",
          meta: { clause: "A11.1" },
          actions: [noteReport, mail("work-reported")],
        },
      },
    },
    /** Reported as completed: however long the customer is silent, that accepts nothing (A11). */
    inspecting: {
      on: {
        ...ways,
        ...restrictions,
        acceptWork: {
          target: "done",
          meta: { clause: "A11.1" },
          actions: [noteAcceptance, tellDone, mail("work-accepted")],
        },
        objectToWork: {
          target: "working",
          meta: { clause: "A11.1" },
          actions: [noteObjection, mail("work-objected")],
        },
        remindInspection: [
          {
            guard: "remindsInTime",
            meta: { clause: "A11.1" },
            actions: [noteReminder, mail("inspection-reminder")],
          },
          {
            guard: "remindsLate",
            meta: { clause: "A11.1" },
            actions: [noteReminder, mail("inspection-overdue")],
          },
        ],
      },
    },
    done: { type: "final" },
    ended: { type: "final" },
  },
});
