import { setup } from "xstate";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { isAuthenticationFailure } from "./attempt-again.ts";
import type { PaymentContext } from "./context.ts";
import type { PaymentEvent } from "./events.ts";
import { returnedConditions } from "./returned-conditions.ts";

/** Types and guards of the payment. */
export const base = setup({
  types: { context: {} as PaymentContext, events: {} as PaymentEvent & Stamp },
  actions: outgoing,
  guards: {
    isAmount: ({ context, event }) => event.type === "settle" && event.amount === context.amount,
    bySavedCard: ({ context, event }) =>
      (event.type === "create" ? event.method : context.method) === "savedCard",
    /** The charge is over: no cardholder can bring it through any more. */
    isDeclined: ({ context, event }) =>
      context.method === "savedCard" &&
      event.type === "attemptFailed" &&
      !isAuthenticationFailure(event.code),
    mayGiveUp: ({ context }) => context.method === "savedCard" && !context.givenUp,
    ...returnedConditions,
  },
});
