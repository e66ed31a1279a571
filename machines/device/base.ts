import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { deviceConditions } from "./conditions.ts";
import type { DeviceContext } from "./context.ts";
import type { DeviceEvent } from "./events.ts";

/** The loan's types and the conditions that its chart names. */
export const base = setup({
  types: { context: {} as DeviceContext, events: {} as DeviceEvent & Stamp },
  actions: outgoing,
  guards: deviceConditions,
});
