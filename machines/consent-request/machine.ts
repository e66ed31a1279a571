import {
  askAssignee,
  assignContract,
  handOver,
  mail,
  noteAsking,
  noteAssigneesAnswer,
  noteDecision,
  noteInvitation,
  noteTermsVersion,
  openSuccessor,
  revokeInvitation,
  tellAssignor,
} from "./actions.ts";
import { base } from "./base.ts";
import { emptyConsentRequest } from "./context.ts";

const resale = { clause: "A14.5" } as const;
const assignment = { clause: "A31.1" } as const;

/**
 * A request for consent in writing (承諾の請求): to resell the service (A14.5) or to assign the contract (A31.1),
 * asked by the customer or by the operator. The assignee's side of an assignment is one, too.
 */
export const consentRequestMachine = base.createMachine({
  id: "consentRequest",
  context: emptyConsentRequest,
  initial: "unopened",
  states: {
    unopened: {
      on: {
        ask: [
          {
            guard: "asksForResale",
            target: "requested",
            meta: resale,
            actions: [noteAsking, mail("consent-received")],
          },
          {
            target: "requested",
            meta: assignment,
            actions: [noteAsking, mail("consent-received")],
          },
        ],
        askCustomer: {
          target: "requested",
          meta: assignment,
          actions: [noteAsking, mail("consent-asked")],
        },
        invite: {
          target: "requested",
          meta: assignment,
          actions: [noteInvitation, mail("consent-asked")],
        },
      },
    },
    requested: {
      on: {
        withdraw: {
          guard: "isCustomers",
          target: "withdrawn",
          meta: assignment,
          actions: [noteDecision, revokeInvitation],
        },
        takeBack: {
          guard: "isOperators",
          target: "withdrawn",
          meta: assignment,
          actions: noteDecision,
        },
        revoke: {
          guard: "isTakeOverOnly",
          target: "withdrawn",
          meta: assignment,
          actions: noteDecision,
        },
        nameAssignee: { guard: "mayNameAssignee", meta: assignment, actions: askAssignee },
        assigneeAgreed: {
          guard: "isFromAssignee",
          meta: assignment,
          actions: noteAssigneesAnswer,
        },
        assigneeDeclined: {
          guard: "isFromAssignee",
          meta: assignment,
          actions: noteAssigneesAnswer,
        },
        consent: [
          {
            guard: "isCustomersResale",
            target: "consented",
            meta: resale,
            actions: [noteDecision, mail("consent-decided", "consented")],
          },
          {
            guard: "mayAssign",
            target: "assigning",
            meta: assignment,
            actions: [noteDecision, assignContract, mail("consent-decided", "consented")],
          },
        ],
        refuse: [
          {
            guard: "isCustomersResale",
            target: "refused",
            meta: resale,
            actions: [noteDecision, mail("consent-decided", "refused")],
          },
          {
            guard: "isCustomers",
            target: "refused",
            meta: assignment,
            actions: [noteDecision, revokeInvitation, mail("consent-decided", "refused")],
          },
        ],
        agree: [
          {
            guard: "isTakeOver",
            target: "agreed",
            meta: assignment,
            actions: [noteDecision, noteTermsVersion, tellAssignor("assigneeAgreed")],
          },
          {
            guard: "isOperators",
            target: "consented",
            meta: assignment,
            actions: [noteDecision, mail("consent-decided", "consented")],
          },
        ],
        decline: [
          {
            guard: "isTakeOverOnly",
            target: "refused",
            meta: assignment,
            actions: [noteDecision, tellAssignor("assigneeDeclined")],
          },
          {
            guard: "isOperators",
            target: "refused",
            meta: assignment,
            actions: [noteDecision, mail("consent-decided", "refused")],
          },
        ],
      },
    },
    consented: { type: "final" },
    refused: { type: "final" },
    withdrawn: { type: "final" },
    /** Consented: the contract runs with the assignor until the day. */
    assigning: {
      on: { dayReached: { target: "handingOver", meta: assignment, actions: handOver } },
    },
    handingOver: {
      on: {
        handedOver: { target: "assigned", meta: assignment },
        fallThrough: { target: "fallenThrough", meta: assignment, actions: revokeInvitation },
      },
    },
    assigned: { type: "final" },
    fallenThrough: { type: "final" },
    /** The assignee has agreed and waits for the consent and the day. */
    agreed: {
      on: {
        revoke: { target: "withdrawn", meta: assignment },
        receive: {
          target: "takenOver",
          meta: assignment,
          actions: [openSuccessor, tellAssignor("handedOver"), mail("contract-taken-over")],
        },
      },
    },
    takenOver: { type: "final" },
  },
});
