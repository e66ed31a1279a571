import {
  addCharge,
  askBack,
  dropDevice,
  noteAllocation,
  noteDelivery,
  noteEnd,
  noteReturn,
  noteReturnParcel,
  noteReminder,
  noteService,
  noteShipment,
  noteTakeOver,
  open,
  settleCharge,
} from "./actions.ts";
import { base } from "./base.ts";
import { emptyDevice } from "./context.ts";
import { lent, lossOnReturn } from "./lent.ts";
import { mail } from "./mail.ts";
import {
  bringBack,
  findAgain,
  giveUp,
  refuseDevice,
  releaseDevice,
  passOn,
  sendOut,
  tellOpened,
  tellSettled,
} from "./tells.ts";

const cancelled = {
  target: "cancelled",
  meta: { clause: "A8.1" },
  actions: [releaseDevice, noteEnd, tellSettled],
} as const;

const assigned = {
  guard: "isAssigned",
  target: "handedOver",
  meta: { clause: "A31.1" },
  actions: [noteEnd, tellSettled],
} as const;

const receive = {
  guard: "hasHappened",
  target: "returned",
  meta: { clause: "A8.1" },
  actions: [noteReturn, mail("device-received")],
} as const;

const handToCarrier = {
  guard: "hasHappened",
  target: "#device.returning",
  meta: { clause: "A8.1" },
  actions: noteReturnParcel,
} as const;

/** Back with the operator: what it lacks is charged, the device goes to the stock to be looked over. */
const check = [
  {
    guard: "isDamaged",
    target: "checked",
    meta: { clause: "A7.6" },
    actions: [addCharge("deviceRepair"), bringBack],
  },
  { target: "checked", meta: { clause: "A8.1" }, actions: [bringBack, tellSettled] },
] as const;

/** Nobody waits for it here any more, or somebody else was faster. */
const allocate = { meta: { clause: "A7.1" }, actions: refuseDevice } as const;

/** What may come at any time while the loan runs, and is only noted. */
const meanwhile = {
  allocate,
  serviceStarted: { meta: { clause: "A7.1" }, actions: noteService },
  settleCharge: { guard: "isOpenCharge", meta: { clause: "A7.6" }, actions: settleCharge },
} as const;

/** The same after its end, when no service starts any more. */
const afterwards = { allocate, settleCharge: meanwhile.settleCharge } as const;

/** What finance still has to decide when nothing of the loan is out any more. */
const settling = {
  allocate,
  settleCharge: {
    guard: "isOpenCharge",
    meta: { clause: "A7.6" },
    actions: [settleCharge, tellSettled],
  },
} as const;

const takenOver = [noteTakeOver, passOn, tellOpened] as const;

/** The loan (貸与) of a connection device: one serial number at a time, from the option's acceptance to its return. */
export const deviceMachine = base.createMachine({
  id: "device",
  context: emptyDevice,
  // Regions that follow the context would go round for ever if two conditions contradicted.
  options: { maxIterations: 100 },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        open: { target: "waiting", meta: { clause: "A7.1" }, actions: [open, tellOpened] },
        takeOver: [
          {
            guard: "isAllocatedThere",
            target: "allocated",
            meta: { clause: "A31.1" },
            actions: takenOver,
          },
          {
            guard: "isShippedThere",
            target: "shipped",
            meta: { clause: "A31.1" },
            actions: takenOver,
          },
          {
            guard: "isDeliveredThere",
            target: "lent",
            meta: { clause: "A31.1" },
            actions: takenOver,
          },
          // A service that runs makes of the installed device one in service.
          { target: "lent.stage.installed", meta: { clause: "A31.1" }, actions: takenOver },
        ],
      },
    },
    waiting: {
      on: {
        ...meanwhile,
        allocate: { target: "allocated", meta: { clause: "A7.1" }, actions: noteAllocation },
        endLoan: cancelled,
      },
    },
    allocated: {
      on: {
        ...meanwhile,
        ship: {
          target: "shipped",
          meta: { clause: "A7.1" },
          actions: [noteShipment, sendOut, mail("device-shipped")],
        },
        unallocate: {
          target: "waiting",
          meta: { clause: "A7.1" },
          actions: [releaseDevice, dropDevice],
        },
        endLoan: [assigned, cancelled],
      },
    },
    shipped: {
      on: {
        ...meanwhile,
        confirmDelivery: {
          guard: "hasHappened",
          target: "lent",
          meta: { clause: "A7.5" },
          actions: noteDelivery,
        },
        loseInTransit: [
          {
            guard: "isCustomersFault",
            target: "waiting",
            meta: { clause: "A7.5" },
            actions: [addCharge("deviceLoss"), giveUp, mail("device-lost-in-transit"), dropDevice],
          },
          {
            target: "waiting",
            meta: { clause: "A7.5" },
            actions: [giveUp, mail("device-lost-in-transit"), dropDevice],
          },
        ],
        endLoan: [assigned, { target: "recalled", meta: { clause: "A8.1" }, actions: noteEnd }],
      },
    },
    lent: { ...lent, on: { ...meanwhile, ...lent.on } },
    recalled: {
      on: {
        ...afterwards,
        receive,
        confirmDelivery: {
          guard: "hasHappened",
          target: "returnDue",
          meta: { clause: "A8.1" },
          actions: [noteDelivery, askBack, mail("return-instructions")],
        },
        loseInTransit: {
          target: "cancelled",
          meta: { clause: "A7.5" },
          actions: [giveUp, dropDevice, tellSettled],
        },
      },
    },
    returnDue: {
      initial: "inTime",
      on: {
        ...afterwards,
        ...lossOnReturn,
        receive,
        handToCarrier,
        remindReturn: {
          meta: { clause: "A8.1" },
          actions: [noteReminder, mail("return-reminder")],
        },
      },
      states: {
        inTime: {
          on: {
            returnOverdue: {
              target: "overdue",
              meta: { clause: "A8.1" },
              actions: mail("return-overdue"),
            },
          },
        },
        overdue: {
          on: {
            startRecovery: {
              target: "#device.recovering",
              meta: { clause: "A8.1" },
              actions: mail("recovery-started"),
            },
          },
        },
      },
    },
    returning: { on: { ...afterwards, ...lossOnReturn, receive } },
    recovering: {
      on: {
        ...afterwards,
        ...lossOnReturn,
        receive,
        recover: {
          guard: "hasHappened",
          target: "recovered",
          meta: { clause: "A8.1" },
          actions: [noteReturn, addCharge("deviceRecovery"), mail("device-received")],
        },
      },
    },
    returned: { on: { ...afterwards, check } },
    recovered: { on: { ...afterwards, check } },
    checked: { on: settling },
    lost: {
      on: {
        ...settling,
        find: {
          guard: "hasHappened",
          target: "returnDue",
          meta: { clause: "A7.6" },
          actions: [findAgain, askBack, mail("return-instructions")],
        },
      },
    },
    cancelled: { on: settling },
    handedOver: { on: settling },
  },
});
