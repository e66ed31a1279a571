import { open, settle } from "../matters/actions.ts";
import { base } from "../matters/base.ts";
import { emptyMatter } from "../matters/context.ts";
import { mail } from "../matters/mail.ts";

const secrecy = { clause: "A28.4" } as const;

/**
 * A person of the customer's who may know what concerns an incident (従事者, A28.4): named for a contract with
 * the word that the person is bound to secrecy. The duty outlasts the time for which the person is named.
 */
export const incidentContactMachine = base.createMachine({
  id: "incidentContact",
  context: emptyMatter,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        name: {
          target: "named",
          meta: secrecy,
          actions: [open("customer"), mail("incident-contact-named")],
        },
      },
    },
    named: {
      on: {
        remove: {
          target: "removed",
          meta: secrecy,
          actions: [settle, mail("incident-contact-removed")],
        },
      },
    },
    removed: { type: "final" },
  },
});
