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

/** Whether somebody is named who has not declined. */
const isEngaged = (assignee: ConsentRequestContext["assignee"]) =>
  assignee === "asked" || assignee === "agreed";

/** Nothing is called off on the day itself: in the moment after midnight its own event may still come. */
const isBeforeDay = ({ context, event }: Given) =>
  context.effectiveDay !== null && event.day < context.effectiveDay;

/** Whether it is the assignee that agreed who wants to be let out. */
const isSteppingBack = ({ context, event }: Given) =>
  event.type === "assigneeSteppedBack" &&
  context.assignee === "agreed" &&
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
    mayNameAssignee: (given) => isCustomersAssignment(given) && !isEngaged(given.context.assignee),
    mayWriteToAssignee: (given) =>
      isCustomersAssignment(given) &&
      !isEngaged(given.context.assignee) &&
      given.context.assigneeWrittenOn !== given.event.day,
    isFromAssignee,
    mayBeVerified: (given) =>
      isCustomersAssignment(given) &&
      given.context.assignee === "agreed" &&
      given.context.maintenanceVerifiedOn === null,
    mayRefuseAssignee: (given) => isCustomersAssignment(given) && isEngaged(given.context.assignee),
    isBeforeDay,
    mayStepBack: ({ context }) => context.steppedBackOn === null,
    isSteppingBack,
    isSteppingBackInTime: (given) => isSteppingBack(given) && isBeforeDay(given),
    mayAssign: (given) =>
      isCustomersAssignment(given) &&
      given.context.assignee === "agreed" &&
      given.context.maintenanceVerifiedOn !== null &&
      given.event.type === "consent" &&
      given.event.effectiveDay !== null &&
      given.event.effectiveDay > given.event.day,
  },
});
