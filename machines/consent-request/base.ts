import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import type { ConsentRequestContext } from "./context.ts";
import type { ConsentRequestEvent } from "./events.ts";

type Given = { context: ConsentRequestContext; event: ConsentRequestEvent & Stamp };

const isCustomers = ({ context }: Given) => context.asker === "customer";
const isCustomersAssignment = (given: Given) =>
  isCustomers(given) && given.context.kind === "assignment";
/** Whether an answer comes from the assignee that was named last. */
const isFromAssignee = ({ context, event }: Given) =>
  "requestId" in event &&
  context.assignee === "asked" &&
  context.other?.requestId === event.requestId;

/** The types of a request for consent and the conditions that its chart names. */
export const base = setup({
  types: { context: {} as ConsentRequestContext, events: {} as ConsentRequestEvent & Stamp },
  actions: outgoing,
  guards: {
    isCustomers,
    isCustomersResale: (given) => isCustomers(given) && given.context.kind === "resale",
    asksForResale: ({ event }) => event.type === "ask" && event.kind === "resale",
    isOperators: ({ context }) => context.asker === "operator" && context.kind === "assignment",
    isTakeOver: ({ context, event }) =>
      context.kind === "takeOver" && event.type === "agree" && event.termsVersion !== null,
    isTakeOverOnly: ({ context }) => context.kind === "takeOver",
    mayNameAssignee: (given) =>
      isCustomersAssignment(given) &&
      (given.context.assignee === null || given.context.assignee === "declined"),
    isFromAssignee,
    mayAssign: (given) =>
      isCustomersAssignment(given) &&
      given.context.assignee === "agreed" &&
      given.event.type === "consent" &&
      given.event.effectiveDay !== null &&
      given.event.effectiveDay > given.event.day,
  },
});
