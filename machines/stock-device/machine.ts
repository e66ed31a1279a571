import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import type { StockDeviceEvent } from "./events.ts";

export interface StockDeviceContext {
  deviceId: string;
  serialNumber: string;
  model: string;
  /** The option menu that lends devices of this kind. */
  menuCode: string;
  /** ISO day on which it came into the stock. */
  registeredOn: string;
  /** ISO day since which it is where it is. */
  since: string;
  /** Why it is in repair or retired; null elsewhere. */
  reason: string | null;
  /** The customer for whom it is reserved or who has it, and by which loan; null while it is in the store. */
  holder: { customerId: string; loanId: string } | null;
}

type Given = { context: StockDeviceContext; event: StockDeviceEvent & Stamp };

const base = setup({
  types: { context: {} as StockDeviceContext, events: {} as StockDeviceEvent & Stamp },
  actions: outgoing,
  guards: {
    isHolders: ({ context, event }: Given) =>
      "loanId" in event && context.holder?.loanId === event.loanId,
    isFaulty: ({ event }: Given) => event.type === "comeBack" && event.isFaulty,
  },
});

const register = base.assign(({ event }) => {
  if (event.type !== "register") return {};
  const { serialNumber, model, menuCode, machineId: deviceId, day } = event;
  return { deviceId, serialNumber, model, menuCode, registeredOn: day, since: day };
});

const note = base.assign(({ event }) => ({
  since: event.day,
  reason: "reason" in event ? event.reason : null,
}));

const noteHolder = base.assign(({ event }) =>
  event.type === "reserve" || event.type === "passOn"
    ? { holder: { customerId: event.customerId, loanId: event.loanId } }
    : {},
);

const dropHolder = base.assign({ holder: null });

/** The loan hears which device it has: it is another customer's, and hears it after the commit. */
const offer = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "reserve") return;
  const { deviceId: stockDeviceId, serialNumber } = context;
  const { customerId, loanId: machineId } = event;
  const allocate = { type: "allocate", stockDeviceId, serialNumber };
  const params = { customerId, machineId, kind: "device", event: allocate };
  enqueue({ type: "effect", params: { kind: "command", params } });
});

const lent = { clause: "A7.1" } as const;
const mended = { clause: "A7.4" } as const;
const risk = { clause: "A7.5" } as const;
const makeAvailable = { target: "free", meta: lent, actions: note };
const sendToRepair = { target: "inRepair", meta: mended, actions: note };
const retire = { target: "retired", meta: lent, actions: note };
const lose = { target: "lost", meta: risk, actions: note };
const passOn = { meta: { clause: "A31.1" } as const, actions: [note, noteHolder] };
const comeBack = [
  { guard: "isFaulty" as const, target: "inRepair", meta: mended, actions: [note, dropHolder] },
  { target: "received", meta: { clause: "A8.1" } as const, actions: [note, dropHolder] },
];

/**
 * A connection device (接続機器) of the operator's. What has come in is looked over before it can be lent; it
 * goes out by a loan that it was reserved for, and what is retired never comes back.
 */
export const stockDeviceMachine = base.createMachine({
  id: "stockDevice",
  context: {
    ...{ deviceId: "", serialNumber: "", model: "", menuCode: "" },
    ...{ registeredOn: "", since: "", reason: null, holder: null },
  },
  initial: "unopened",
  states: {
    unopened: { on: { register: { target: "received", meta: lent, actions: register } } },
    received: { on: { makeAvailable, sendToRepair, retire } },
    free: {
      on: {
        sendToRepair,
        retire,
        reserve: { target: "reserved", meta: lent, actions: [note, noteHolder, offer] },
      },
    },
    reserved: {
      on: {
        passOn,
        release: { guard: "isHolders", target: "free", meta: lent, actions: [note, dropHolder] },
        leave: { target: "out", meta: lent, actions: note },
      },
    },
    out: { on: { passOn, comeBack, lose } },
    lost: {
      on: { passOn, comeBack, find: { target: "out", meta: { clause: "A7.6" }, actions: note } },
    },
    inRepair: { on: { makeAvailable, retire } },
    retired: { type: "final" },
  },
});
