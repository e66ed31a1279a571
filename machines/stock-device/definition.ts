import type { Definition } from "../engine/definition.ts";
import { stockDeviceEvents, stockDeviceSenders } from "./events.ts";
import { stockDeviceMachine, type StockDeviceContext } from "./machine.ts";

/** The device of the stock for the engine; it runs under the operator's own id. */
export const stockDeviceDefinition: Definition<StockDeviceContext> = {
  kind: "stockDevice",
  version: 1,
  migrations: {},
  machine: stockDeviceMachine,
  events: stockDeviceEvents,
  senders: stockDeviceSenders,
  draws: {},
  deadlines: () => [],
  view: ({ value, context }) => {
    const { deviceId: _, ...shown } = context;
    return { ...shown, status: String(value) };
  },
};
