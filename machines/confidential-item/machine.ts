import {
  noteDuty,
  noteReminder,
  noteWords,
  open,
  settle,
  waitForConfirmation,
} from "../matters/actions.ts";
import { base } from "../matters/base.ts";
import { emptyMatter } from "../matters/context.ts";
import { mail } from "../matters/mail.ts";

const marked = { clause: "A30.1(1)" } as const;
const spoken = { clause: "A30.1(2)" } as const;
const compelled = {
  meta: { clause: "A30.3" } as const,
  actions: [noteWords, mail("disclosure-compelled")],
};

const disclosedBy = (by: "customer" | "operator") => [
  {
    guard: "isSpokenInTime" as const,
    target: "spoken",
    meta: spoken,
    actions: [open(by), waitForConfirmation, mail("disclosure-spoken")],
  },
  {
    guard: "isInWriting" as const,
    target: "confidential",
    meta: marked,
    actions: [open(by), noteDuty, mail("disclosure-recorded")],
  },
];

const confirmed = {
  target: "confidential",
  meta: spoken,
  actions: [noteWords, noteDuty, mail("disclosure-recorded")],
};

/**
 * Information that one side disclosed to the other in confidence (秘密情報, A30): in a marked document, or told
 * and confirmed in writing within thirty days. The duty lasts for three years, for personal data without end.
 */
export const confidentialItemMachine = base.createMachine({
  id: "confidentialItem",
  context: emptyMatter,
  initial: "unopened",
  states: {
    unopened: {
      on: { disclose: disclosedBy("customer"), discloseToCustomer: disclosedBy("operator") },
    },
    spoken: {
      on: {
        confirm: { guard: "isCustomers", ...confirmed },
        confirmToCustomer: { guard: "isOperators", ...confirmed },
        remind: { meta: spoken, actions: [noteReminder, mail("disclosure-reminder")] },
        lapse: { target: "lapsed", meta: spoken, actions: [settle, mail("disclosure-lapsed")] },
      },
    },
    confidential: {
      on: {
        notifyCompelled: compelled,
        notifyCompelledToCustomer: compelled,
        dutyEnded: { target: "ended", meta: { clause: "A30.6" }, actions: settle },
      },
    },
    lapsed: { type: "final" },
    ended: { type: "final" },
  },
});
