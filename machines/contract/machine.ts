import {
  beginTerm,
  dropProposal,
  fixProposedStart,
  fixWishedStart,
  invoiceTerm,
  mail,
  noteMaintenance,
  noteRejection,
  open,
  proposeStart,
  requestOptions,
  takeOrder,
  tellOptions,
} from "./actions.ts";
import { active } from "./active.ts";
import { base } from "./base.ts";
import { emptyContract } from "./context.ts";
import { cancel, cancelByNotice, endByNotice } from "./exits.ts";
import { windDown } from "./wind-down.ts";

/** The contract (利用契約), from the order form to the last thing settled after its end. */
export const contractMachine = base.createMachine({
  id: "contract",
  context: emptyContract,
  initial: "unopened",
  states: {
    unopened: {
      on: { openDraft: { target: "draft", meta: { clause: "A5.1" }, actions: open } },
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
        verifyMaintenance: { meta: { clause: "A5.2" }, actions: noteMaintenance },
        accept: {
          guard: "maintenanceVerified",
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
        cancel: cancelByNotice,
        endReached: endByNotice,
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
        startReached: {
          target: "active",
          meta: { clause: "A10.1" },
          actions: [beginTerm, tellOptions("start"), invoiceTerm, mail("service-started")],
        },
        cancel,
        endReached: endByNotice,
      },
    },
    active,
    ended: windDown,
    closed: { type: "final" },
  },
});
