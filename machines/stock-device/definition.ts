import type { Definition } from "../engine/definition.ts";
import { stockDeviceEvents, stockDeviceSenders } from "./events.ts";
import { fromVersion1 } from "./migrations.ts";
import { stockDeviceMachine, type StockDeviceContext } from "./machine.ts";

/** The device of the stock for the engine; it runs under the operator's own id. */
export const stockDeviceDefinition: Definition<StockDeviceContext> = {
  kind: "stockDevice",
  version: 2,
  migrations: { 1: fromVersion1 },
  machine: stockDeviceMachine,
  events: stockDeviceEvents,
  senders: stockDeviceSenders,
  draws: {},
  deadlines: () => [],
  view: ({ value, context }) => {
    const { deviceId: _, holder, ...shown } = context;
    const held = { holderId: holder?.customerId ?? null, loanId: holder?.loanId ?? null };
    return { ...shown, ...held, status: String(value) };
  },
};
