import {
  confirmLoss,
  addCharge,
  askBack,
  dropDevice,
  dropFault,
  dropLoss,
  dropRelocation,
  noteEnd,
  noteFault,
  noteInstallation,
  noteLoss,
  noteMove,
  noteProcedure,
  noteRelocation,
  noteReminder,
} from "./actions.ts";
import { base } from "./base.ts";
import { mail } from "./mail.ts";
import { bringBack, giveUp, tellLost, tellSettled } from "./tells.ts";

/** What may turn out of a device that is with the customer, wherever it is on its way. */
export const lossReport = {
  reportLoss: {
    guard: "isLossNew",
    meta: { clause: "A7.6" },
    actions: [noteLoss, mail("loss-received")],
  },
  dismissLoss: { guard: "isLossReported", meta: { clause: "A7.6" }, actions: dropLoss },
} as const;

/** Once it is to go back a loss ends nothing more: it is charged, or it was the operator's fault. */
export const lossOnReturn = {
  ...lossReport,
  confirmLoss: [
    {
      guard: "hasLostByItself",
      target: "#device.lost",
      meta: { clause: "A7.6" },
      actions: [confirmLoss, addCharge("deviceLoss"), giveUp, mail("loss-decided")],
    },
    {
      guard: "isLossReported",
      target: "#device.lost",
      meta: { clause: "A7.6" },
      actions: [confirmLoss, giveUp, mail("loss-decided"), tellSettled],
    },
  ],
} as const;

const stage = base.createStateConfig({
  initial: "delivered",
  states: {
    delivered: {
      on: {
        confirmInstallation: {
          target: "installed",
          meta: { clause: "A7.2" },
          actions: noteInstallation,
        },
        remindInstallation: {
          meta: { clause: "A7.2" },
          actions: [noteReminder, mail("installation-reminder")],
        },
      },
    },
    installed: { always: { guard: "hasStarted", target: "inService" } },
    inService: {},
  },
});

const withdrawRelocation = {
  target: "none",
  meta: { clause: "A7.3" },
  actions: dropRelocation,
} as const;

const confirmMove = {
  guard: "hasHappened",
  target: "none",
  meta: { clause: "A7.3" },
  actions: noteMove,
} as const;

const relocation = base.createStateConfig({
  initial: "none",
  states: {
    none: {
      on: {
        requestRelocation: {
          guard: "wishesComingDay",
          target: "requested",
          meta: { clause: "A7.3" },
          actions: [noteRelocation, mail("relocation-received")],
        },
      },
    },
    requested: {
      on: {
        withdrawRelocation,
        approveRelocation: {
          target: "approved",
          meta: { clause: "A7.3" },
          actions: [noteProcedure, mail("relocation-approved")],
        },
        refuseRelocation: {
          target: "none",
          meta: { clause: "A7.3" },
          actions: [mail("relocation-refused"), dropRelocation],
        },
      },
    },
    approved: {
      on: {
        withdrawRelocation,
        beginMove: { target: "moving", meta: { clause: "A7.3" } },
        confirmMove,
      },
    },
    moving: { on: { confirmMove } },
  },
});

const closeFault = { target: "none", meta: { clause: "A7.4" }, actions: dropFault } as const;

const fault = base.createStateConfig({
  initial: "none",
  states: {
    none: {
      on: {
        reportFault: {
          target: "reported",
          meta: { clause: "A7.4" },
          actions: [noteFault, mail("fault-received")],
        },
      },
    },
    reported: {
      on: {
        closeFault,
        startRepair: { target: "repairing", meta: { clause: "A7.4" } },
        startReplacement: { target: "replacing", meta: { clause: "A7.4" } },
      },
    },
    repairing: {
      on: { closeFault, startReplacement: { target: "replacing", meta: { clause: "A7.4" } } },
    },
    replacing: {
      on: {
        takeIn: {
          target: "#device.waiting",
          meta: { clause: "A7.4" },
          actions: [bringBack, dropDevice, mail("device-exchanged")],
        },
      },
    },
  },
});

/** With the customer: what becomes of it stands beside where it stands and whether it works. */
export const lent = base.createStateConfig({
  type: "parallel",
  on: {
    ...lossReport,
    confirmLoss: [
      {
        guard: "hasLostByItself",
        target: "lost",
        meta: { clause: "A7.6" },
        actions: [confirmLoss, addCharge("deviceLoss"), giveUp, mail("loss-decided"), tellLost],
      },
      {
        guard: "isLossReported",
        target: "waiting",
        meta: { clause: "A7.6" },
        actions: [giveUp, mail("loss-decided"), dropDevice],
      },
    ],
    endLoan: [
      {
        guard: "isAssigned",
        target: "handedOver",
        meta: { clause: "A31.1" },
        actions: [noteEnd, tellSettled],
      },
      {
        target: "returnDue",
        meta: { clause: "A8.1" },
        actions: [noteEnd, askBack, mail("return-instructions")],
      },
    ],
  },
  states: { stage, relocation, fault },
});
