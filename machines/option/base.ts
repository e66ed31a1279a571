import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { optionConditions } from "./conditions.ts";
import type { OptionContext } from "./context.ts";
import type { OptionEvent } from "./events.ts";

/** The option's types and the conditions that its chart names. */
export const base = setup({
  types: { context: {} as OptionContext, events: {} as OptionEvent & Stamp },
  actions: outgoing,
  guards: optionConditions,
});
