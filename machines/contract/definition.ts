import type { StateValue } from "xstate";
import type { Definition } from "../engine/definition.ts";
import type { ContractContext } from "./context.ts";
import { contractDeadlines } from "./deadlines.ts";
import { earliestEnd } from "./ends.ts";
import { contractEvents, contractSenders } from "./events.ts";
import { contractMachine } from "./machine.ts";
import { fromVersion1, fromVersion2, fromVersion3 } from "./migrations.ts";

/** The first name of a state, for lists: "active" of a contract whose service is suspended. */
function topState(value: StateValue): string {
  return typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
}

/** The contract for the engine: its chart, who may send what, what it waits for, how lists show it. */
export const contractDefinition: Definition<ContractContext> = {
  kind: "contract",
  version: 4,
  migrations: { 1: fromVersion1, 2: fromVersion2, 3: fromVersion3 },
  machine: contractMachine,
  events: contractEvents,
  senders: contractSenders,
  draws: { submit: "contract", takeOver: "contract" },
  deadlines: contractDeadlines,
  view: ({ value, context }) => {
    const status = topState(value);
    const end = context.ended ?? null;
    const pending = earliestEnd(context);
    return {
      number: context.number,
      status,
      exit: end ? "ended" : pending ? "pending" : "none",
      menuCode: context.basic?.menuCode ?? null,
      annualPrice: context.basic?.annualPrice ?? null,
      wishedStart: context.wishedStart,
      proposedStart: context.proposedStart,
      startDay: context.start,
      termStart: context.term?.start ?? null,
      termEnd: context.term?.end ?? null,
      endDay: end?.day ?? pending?.endDay ?? null,
      endCause: end?.cause ?? pending?.cause ?? null,
      maintenanceVerified: context.maintenanceVerifiedOn,
    };
  },
};
