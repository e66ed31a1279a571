import {
  beginTerm,
  dropProposal,
  fixProposedStart,
  fixWishedStart,
  invoiceTerm,
  noteMaintenance,
  noteRejection,
  open,
  proposeStart,
  requestOptions,
  startOptions,
  takeOrder,
  tellOptions,
} from "./actions.ts";
import { active } from "./active.ts";
import { base } from "./base.ts";
import { emptyContract } from "./context.ts";
import { waysOut, waysOutOfOrder } from "./exits.ts";
import { loans } from "./loans.ts";
import { noteOptionEnded } from "./option-actions.ts";
import { materials } from "./materials.ts";
import { mail } from "./mails.ts";
import { optionEnding, standing } from "./standing.ts";
import { askConsent, noteConsent } from "./standing-actions.ts";
import { noteTakeOver, openOptions } from "./take-over.ts";
import { windDown } from "./wind-down.ts";

/** Before the start an option ends by itself only where its device is lost (A7.6): it is never charged. */
const optionLost = {
  guard: "isOwnOption",
  meta: { clause: "A7.6" },
  actions: noteOptionEnded,
} as const;

/** The contract (利用契約), from the order form to the last thing settled after its end. */
export const contractMachine = base.createMachine({
  id: "contract",
  context: emptyContract,
  // Regions that follow the context both ways would go round for ever if two conditions contradicted.
  options: { maxIterations: 100 },
  initial: "unopened",
  states: {
    unopened: {
      on: {
        openDraft: { target: "draft", meta: { clause: "A5.1" }, actions: open },
        takeOver: [
          {
            guard: "isInTerm",
            target: "active",
            meta: { clause: "A31.1" },
            actions: [noteTakeOver, openOptions],
          },
          { target: "preparing", meta: { clause: "A31.1" }, actions: [noteTakeOver, openOptions] },
        ],
      },
    },
    draft: {
      on: {
        submit: {
          target: "submitted",
          meta: { clause: "A5.1" },
          actions: [takeOrder, requestOptions, mail("order-received")],
        },
      },
    },
    submitted: {
      on: {
        withdraw: {
          guard: "withdrawalAllowed",
          target: "withdrawn",
          meta: { clause: "A10.1" },
          actions: [tellOptions("withdraw"), mail("order-withdrawn")],
        },
        bindTerms: {
          guard: "isOtherVersion",
          meta: { clause: "A5.1" },
          actions: [askConsent, mail("terms-consent-needed")],
        },
        consentToTerms: {
          guard: "isAwaitedConsent",
          meta: { clause: "A5.1" },
          actions: noteConsent,
        },
        verifyMaintenance: { meta: { clause: "A5.2" }, actions: noteMaintenance },
        accept: {
          guard: "mayBeAccepted",
          target: "accepted",
          meta: { clause: "A5.1" },
          actions: [tellOptions("accept"), mail("order-accepted")],
        },
        reject: {
          target: "rejected",
          meta: { clause: "A5.4" },
          actions: [noteRejection, tellOptions("reject"), mail("order-rejected")],
        },
      },
    },
    rejected: { type: "final" },
    withdrawn: { type: "final" },
    accepted: {
      initial: "startOpen",
      on: {
        ...waysOutOfOrder,
        ...standing,
        ...loans,
        ...materials,
        optionEnding,
        optionEnded: optionLost,
        setStart: [
          {
            guard: "asWished",
            target: "preparing",
            meta: { clause: "A5.5" },
            actions: [fixWishedStart, tellOptions("provision"), mail("start-date-fixed")],
          },
          {
            guard: "startNotPast",
            target: ".startProposed",
            meta: { clause: "A5.5" },
            actions: [proposeStart, mail("start-date-proposed")],
          },
        ],
      },
      states: {
        startOpen: {},
        startProposed: {
          on: {
            confirmStart: {
              guard: "proposalNotPast",
              target: "#contract.preparing",
              meta: { clause: "A5.5" },
              actions: [fixProposedStart, tellOptions("provision"), mail("start-date-fixed")],
            },
            declineStart: {
              target: "startOpen",
              meta: { clause: "A5.5" },
              actions: dropProposal,
            },
          },
        },
      },
    },
    preparing: {
      on: {
        ...waysOut,
        ...standing,
        ...loans,
        ...materials,
        optionEnding,
        optionEnded: optionLost,
        startReached: {
          target: "active",
          meta: { clause: "A10.1" },
          actions: [beginTerm, startOptions, invoiceTerm, mail("service-started")],
        },
      },
    },
    active,
    ended: windDown,
    closed: { type: "final", entry: mail("final-settlement") },
  },
});
