import { noteAuthority, noteWords, open, settle } from "../matters/actions.ts";
import { base } from "../matters/base.ts";
import { emptyMatter } from "../matters/context.ts";
import { mail } from "../matters/mail.ts";

const ofDevice = { guard: "isAboutDevice" as const, meta: { clause: "A8.3" } as const };
const ofProperty = { meta: { clause: "A26.1" } as const };

const report = { target: "reported", actions: [open("customer"), mail("claim-received")] };
const acknowledge = { target: "acknowledged", actions: mail("claim-acknowledged") };
const supplement = { actions: [noteWords, noteAuthority] };
const close = { target: "closed", actions: [noteWords, settle, mail("claim-closed")] };

/** One thing that can happen to either kind of claim, each by its own clause. */
const either = <Edge extends object>(edge: Edge) => [
  { ...edge, ...ofDevice },
  { ...edge, ...ofProperty },
];

/**
 * The written notice of somebody's claim to a lent device (第三者の権利主張, A8.3), or for infringing rights by
 * the use of the service (知的財産権の侵害, A26): received, then defended by the operator or left to the customer.
 */
export const claimMachine = base.createMachine({
  id: "claim",
  context: emptyMatter,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        report: [
          { ...report, ...ofDevice, guard: "isOfDeviceByNow" },
          { ...report, ...ofProperty, guard: "hasHappened" },
        ],
      },
    },
    reported: { on: { acknowledge: either(acknowledge), supplement: either(supplement) } },
    acknowledged: {
      on: {
        supplement: either(supplement),
        defend: {
          guard: "isDefensible",
          target: "defended",
          ...ofProperty,
          actions: [noteWords, mail("claim-defended")],
        },
        exclude: [
          {
            guard: "isCausedByCustomer",
            target: "excluded",
            meta: { clause: "A26.2(1)" },
            actions: [noteWords, mail("claim-excluded")],
          },
          {
            guard: "isOfProperty",
            target: "excluded",
            meta: { clause: "A26.2(2)" },
            actions: [noteWords, mail("claim-excluded")],
          },
        ],
        close: either(close),
      },
    },
    defended: { on: { close: { ...close, ...ofProperty } } },
    excluded: { on: { close: { ...close, ...ofProperty } } },
    closed: { type: "final" },
  },
});
