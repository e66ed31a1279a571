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
}

const base = setup({
  types: { context: {} as StockDeviceContext, events: {} as StockDeviceEvent & Stamp },
  actions: outgoing,
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

const lent = { clause: "A7.1" } as const;
const mended = { clause: "A7.4" } as const;

const makeAvailable = { target: "free", meta: lent, actions: note };
const sendToRepair = { target: "inRepair", meta: mended, actions: note };
const retire = { target: "retired", meta: lent, actions: note };

/**
 * A connection device (接続機器) in the operator's stock. What has come in is looked over before it can be
 * lent; what is retired never comes back.
 */
export const stockDeviceMachine = base.createMachine({
  id: "stockDevice",
  context: {
    deviceId: "",
    serialNumber: "",
    model: "",
    menuCode: "",
    registeredOn: "",
    since: "",
    reason: null,
  },
  initial: "unopened",
  states: {
    unopened: { on: { register: { target: "received", meta: lent, actions: register } } },
    received: { on: { makeAvailable, sendToRepair, retire } },
    free: { on: { sendToRepair, retire } },
    inRepair: { on: { makeAvailable, retire } },
    retired: { type: "final" },
  },
});
