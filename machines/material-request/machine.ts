import {
  askAgain,
  noteReminder,
  noteWords,
  open,
  settle,
  stopWaiting,
} from "../matters/actions.ts";
import { base } from "../matters/base.ts";
import { emptyMatter } from "../matters/context.ts";
import { mail } from "../matters/mail.ts";
import { tellGone, tellHeld } from "./tells.ts";

const asking = { clause: "A25.1" } as const;
const unasked = { clause: "A25.2" } as const;
const help = { clause: "A6.1" } as const;
const wrong = { clause: "A25.3" } as const;
const back = { clause: "A25.5" } as const;

const confirm = mail("material-received");

/** What was help is over with it; what is a thing is kept until it goes back. */
const accept = [
  { guard: "isAssistance" as const, target: "done", meta: help, actions: [settle, confirm] },
  { target: "held", meta: asking, actions: [stopWaiting, tellHeld, confirm] },
];

const handedOn = {
  giveBack: {
    guard: "isHandledByNow" as const,
    target: "returned",
    meta: back,
    actions: [noteWords, settle, tellGone, mail("material-returned")],
  },
  dispose: {
    guard: "isHandledByNow" as const,
    target: "disposed",
    meta: back,
    actions: [noteWords, settle, tellGone, mail("material-disposed")],
  },
};

/**
 * Technical assistance and materials of the customer (お客様提供資料等, A6, A25): asked for with a last day or
 * offered unasked, kept by the operator, and given back or disposed of when they are not needed any more,
 * when the contract has ended, or when the customer asks for them.
 */
export const materialRequestMachine = base.createMachine({
  id: "materialRequest",
  context: emptyMatter,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        ask: {
          guard: "comesInTime",
          target: "requested",
          meta: asking,
          actions: [open("operator"), mail("material-asked")],
        },
        offer: { target: "offered", meta: unasked, actions: open("customer") },
      },
    },
    requested: {
      on: {
        provide: { target: "provided", meta: asking, actions: [noteWords, stopWaiting] },
        withdraw: { target: "withdrawn", meta: asking, actions: settle },
        remind: { meta: wrong, actions: [noteReminder, mail("material-reminder")] },
      },
    },
    provided: {
      on: {
        accept,
        askAgain: {
          guard: "comesInTime",
          target: "requested",
          meta: wrong,
          actions: [noteWords, askAgain, mail("material-asked-again")],
        },
      },
    },
    offered: {
      on: { accept, withdrawOffer: { target: "withdrawn", meta: unasked, actions: settle } },
    },
    held: {
      on: {
        askReturn: { target: "returnDue", meta: back, actions: noteWords },
        release: { target: "returnDue", meta: back },
        contractEnded: { target: "returnDue", meta: back, actions: mail("material-to-return") },
        ...handedOn,
      },
    },
    returnDue: { on: handedOn },
    done: { type: "final" },
    returned: { type: "final" },
    disposed: { type: "final" },
    withdrawn: { type: "final" },
  },
});
