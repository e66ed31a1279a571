import { noteWords, open, settle } from "../matters/actions.ts";
import { base } from "../matters/base.ts";
import { emptyMatter } from "../matters/context.ts";
import { mail } from "../matters/mail.ts";

const name = { clause: "A13.1(1)" } as const;

const refuse = {
  target: "refused",
  meta: name,
  actions: [noteWords, settle, mail("change-refused")],
};
const withdraw = { target: "withdrawn", meta: name, actions: settle };

/**
 * The change of registered information (届出事項の変更, A13.1): reported with its evidence, then applied by
 * staff or refused with a reason. What held before stays beside what holds now.
 */
export const informationChangeMachine = base.createMachine({
  id: "informationChange",
  context: emptyMatter,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        report: {
          guard: "hasEvidence",
          target: "reported",
          meta: name,
          actions: [open("customer"), mail("change-received")],
        },
      },
    },
    reported: {
      on: {
        askEvidence: {
          target: "evidenceAsked",
          meta: name,
          actions: [noteWords, mail("change-evidence-asked")],
        },
        apply: { target: "applied", meta: name, actions: [settle, mail("change-applied")] },
        refuse,
        withdraw,
      },
    },
    evidenceAsked: {
      on: { addEvidence: { target: "reported", meta: name, actions: noteWords }, refuse, withdraw },
    },
    applied: { type: "final" },
    refused: { type: "final" },
    withdrawn: { type: "final" },
  },
});
