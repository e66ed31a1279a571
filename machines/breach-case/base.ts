import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { accelerationBy, terminationWay } from "../terms/a16-termination.ts";
import type { BreachCaseContext } from "./context.ts";
import type { BreachCaseEvent } from "./events.ts";

const wayOf = ({ item }: BreachCaseContext) => item && terminationWay(item).when;

/** The breach case's types and the conditions that its chart names. */
export const base = setup({
  types: { context: {} as BreachCaseContext, events: {} as BreachCaseEvent & Stamp },
  actions: outgoing,
  guards: {
    hasHappened: ({ event }) => event.type === "draft" && event.happenedOn <= event.day,
    isAntiSocial: ({ context }) => context.item === "A32",
    /** An item of A16.1 that applies with its record. */
    makesDebtsDue: ({ context }) =>
      context.item !== null && accelerationBy(context.item) === "onRecord",
    needsDemand: ({ context, event }) =>
      wayOf(context) === "afterDemand" && event.type === "demand" && event.until > event.day,
    endsAtOnce: ({ context }) => wayOf(context) === "atOnce",
    suspendsMore: ({ context, event }) =>
      event.type === "suspend" && event.contractIds.some((id) => !context.suspended.includes(id)),
    areSuspended: ({ context, event }) =>
      event.type === "lift" && event.contractIds.every((id) => context.suspended.includes(id)),
    isNewEvidence: ({ context, event }) =>
      event.type === "addEvidence" &&
      context.evidence.every(({ fileId }) => fileId !== event.fileId),
    endsMore: ({ context, event }) =>
      event.type === "terminate" &&
      event.contractIds.some((id) => !context.terminated.includes(id)),
  },
});
