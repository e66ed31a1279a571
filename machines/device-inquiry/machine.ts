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

const inquiry = { clause: "A8.4" } as const;

/**
 * What the operator wants to know of a lent device (点検・調査・報告の求め, A8.4), or that its label is attached
 * (A8.2): answered in words and photographs by a last day.
 */
export const deviceInquiryMachine = base.createMachine({
  id: "deviceInquiry",
  context: emptyMatter,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        ask: {
          guard: "comesInTime",
          target: "asked",
          meta: inquiry,
          actions: [open("operator"), mail("inquiry-asked")],
        },
      },
    },
    asked: {
      on: {
        answer: { target: "answered", meta: inquiry, actions: [noteWords, stopWaiting] },
        withdraw: { target: "withdrawn", meta: inquiry, actions: settle },
        remind: { meta: inquiry, actions: [noteReminder, mail("inquiry-reminder")] },
      },
    },
    answered: {
      on: {
        accept: { target: "closed", meta: inquiry, actions: [settle, mail("inquiry-closed")] },
        askAgain: {
          guard: "comesInTime",
          target: "asked",
          meta: inquiry,
          actions: [noteWords, askAgain, mail("inquiry-asked-again")],
        },
      },
    },
    closed: { type: "final" },
    withdrawn: { type: "final" },
  },
});
