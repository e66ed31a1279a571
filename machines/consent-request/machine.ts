import {
  askAssignee,
  askToStepBack,
  assignContract,
  handOver,
  keepContract,
  mail,
  noteAsking,
  noteAssigneesAnswer,
  noteDecision,
  noteInvitation,
  noteOff,
  noteRefusalReason,
  noteRevocation,
  noteTermsVersion,
  noteVerification,
  noteWriting,
  openSuccessor,
  revokeInvitation,
  tellAssignor,
} from "./actions.ts";
import { base } from "./base.ts";
import { emptyConsentRequest, type AssignmentSide } from "./context.ts";

const resale = { clause: "A14.5" } as const;
const assignment = { clause: "A31.1" } as const;

/** An assignment that was consented to is off before its day: the contract stays with the assignor. */
const calledOff = (by: AssignmentSide) =>
  ({
    target: "calledOff",
    meta: assignment,
    actions: [
      noteOff("calledOff", by),
      keepContract,
      revokeInvitation("calledOff", by),
      mail("assignment-off"),
    ],
  }) as const;

/** The assignee's side hears that nothing comes of it. */
const revoked = {
  target: "withdrawn",
  meta: assignment,
  actions: [noteRevocation, mail("assignment-off")],
} as const;

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
          actions: [noteDecision, revokeInvitation("withdrawn", "assignor")],
        },
        takeBack: {
          guard: "isOperators",
          target: "withdrawn",
          meta: assignment,
          actions: noteDecision,
        },
        revoke: { ...revoked, guard: "isTakeOverOnly" },
        writeToAssignee: {
          guard: "mayWriteToAssignee",
          meta: assignment,
          actions: [noteWriting, mail("assignee-registration")],
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
        assigneeSteppedBack: {
          guard: "isSteppingBack",
          meta: assignment,
          actions: [revokeInvitation("calledOff", "assignee"), noteAssigneesAnswer],
        },
        verifyAssignee: {
          guard: "mayBeVerified",
          meta: { clause: "A5.2" },
          actions: noteVerification,
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
            actions: [
              noteDecision,
              revokeInvitation("refused", "operator"),
              mail("consent-decided", "refused"),
            ],
          },
        ],
        refuseAssignee: {
          guard: "mayRefuseAssignee",
          target: "refused",
          meta: { clause: "A5.4" },
          actions: [
            noteDecision,
            noteRefusalReason,
            revokeInvitation("refused", "operator"),
            mail("consent-decided", "refused"),
          ],
        },
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
      on: {
        callOff: { ...calledOff("assignor"), guard: "isBeforeDay" },
        callOffByOperator: { ...calledOff("operator"), guard: "isBeforeDay" },
        assigneeSteppedBack: { ...calledOff("assignee"), guard: "isSteppingBackInTime" },
        dayReached: { target: "handingOver", meta: assignment, actions: handOver },
      },
    },
    calledOff: { type: "final" },
    handingOver: {
      on: {
        handedOver: { target: "assigned", meta: assignment },
        fallThrough: {
          target: "fallenThrough",
          meta: assignment,
          actions: [
            noteOff("fellThrough", null),
            revokeInvitation("fellThrough", null),
            mail("assignment-off"),
          ],
        },
      },
    },
    assigned: { type: "final" },
    fallenThrough: { type: "final" },
    /** The assignee has agreed and waits for the consent and the day. */
    agreed: {
      on: {
        revoke: revoked,
        stepBack: { guard: "mayStepBack", meta: assignment, actions: askToStepBack },
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
