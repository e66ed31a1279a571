import type { Definition } from "../engine/definition.ts";
import { creditNoteEvents, creditNoteSenders } from "./events.ts";
import { creditNoteMachine, type CreditNoteContext } from "./machine.ts";

/** The credit note for the engine. */
export const creditNoteDefinition: Definition<CreditNoteContext> = {
  kind: "creditNote",
  version: 1,
  migrations: {},
  machine: creditNoteMachine,
  events: creditNoteEvents,
  senders: creditNoteSenders,
  draws: { issue: "creditNote" },
  deadlines: () => [],
  view: ({ value, context }) => ({ status: String(value), ...context }),
};
