import { z } from "zod";
import { takeOverEvent } from "../contract/take-over-event.ts";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { rejectionReasons } from "../terms/a05-rejection.ts";
import { offCauses } from "./context.ts";

const otherSide = z.object({ customerId: machineId, requestId: machineId });
const reason = z.enum(rejectionReasons);
const offer = z.object({
  menuCodes: z.array(plainText).max(100),
  annualPrice: yenAmount,
  start: isoDay,
  termEnd: isoDay.nullable(),
});

/** Every event that a request for consent takes, as it comes from outside. */
export const consentRequestEvents = z.discriminatedUnion("type", [
  /** The customer asks: to resell the service, or to assign the contract. */
  z.object({
    type: z.literal("ask"),
    kind: z.enum(["resale", "assignment"]),
    contractId: machineId,
    noteId: machineId,
  }),
  /** The operator asks the customer, since A31 binds both. */
  z.object({ type: z.literal("askCustomer"), contractId: machineId, noteId: machineId }),
  /** The operator asks a customer whether it takes over somebody's contract. */
  z.object({ type: z.literal("invite"), other: otherSide, offer }),
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("takeBack") }),
  /** Staff ask somebody whom the assignor proposed to register, since only a customer can be named. */
  z.object({ type: z.literal("writeToAssignee") }),
  /** Staff name the assignee, who is then asked. */
  z.object({
    type: z.literal("nameAssignee"),
    /** The assignor's own customer id, to which the assignee's answer goes. */
    assignorId: machineId,
    other: otherSide,
    offer,
  }),
  z.object({ type: z.literal("assigneeAgreed"), requestId: machineId }),
  z.object({ type: z.literal("assigneeDeclined"), requestId: machineId }),
  /** Staff have checked the maintenance contract that the assignee named (A5.2). */
  z.object({ type: z.literal("verifyAssignee") }),
  /** The decision of the operator in writing; an assignment names the assignee's first day. */
  z.object({ type: z.literal("consent"), noteId: machineId, effectiveDay: isoDay.nullable() }),
  z.object({ type: z.literal("refuse"), noteId: machineId }),
  /** No consent because of the assignee, for one of the nine reasons (A5.4). */
  z.object({ type: z.literal("refuseAssignee"), noteId: machineId, reason }),
  /** The assignor, or the operator, calls an assignment off before its day. */
  z.object({ type: z.literal("callOff"), noteId: machineId }),
  z.object({ type: z.literal("callOffByOperator"), noteId: machineId }),
  /** An assignee that had agreed asks to be let out; its assignor's side hears of it. */
  z.object({ type: z.literal("stepBack"), noteId: machineId }),
  z.object({
    type: z.literal("assigneeSteppedBack"),
    requestId: machineId,
    noteId: machineId.nullable(),
  }),
  /** The decision of the customer; a take-over consents to a version of the terms. */
  z.object({
    type: z.literal("agree"),
    noteId: machineId.nullable(),
    termsVersion: plainText.nullable(),
  }),
  z.object({ type: z.literal("decline"), noteId: machineId.nullable() }),
  z.object({ type: z.literal("dayReached") }),
  /** The assignor's contract has ended in another way before the day. */
  z.object({ type: z.literal("fallThrough") }),
  z.object({ type: z.literal("handedOver") }),
  /** The assignment does not happen; `reason` is why the assignee is not accepted (A5.4). */
  z.object({
    type: z.literal("revoke"),
    cause: z.enum(offCauses),
    by: z.enum(["assignor", "assignee", "operator"]).nullable(),
    noteId: machineId.nullable(),
    reason: reason.nullable(),
  }),
  takeOverEvent.omit({ type: true }).extend({ type: z.literal("receive"), successorId: machineId }),
]);

export type ConsentRequestEvent = z.infer<typeof consentRequestEvents>;

const operations: readonly Sender[] = ["operations"];
const owner: readonly Sender[] = ["owner"];
/** What the two sides of an assignment say to each other, through effects. */
const machine: readonly Sender[] = ["machine"];

export const consentRequestSenders: Record<ConsentRequestEvent["type"], readonly Sender[]> = {
  ask: owner,
  askCustomer: operations,
  invite: machine,
  withdraw: owner,
  takeBack: operations,
  writeToAssignee: operations,
  nameAssignee: operations,
  assigneeAgreed: machine,
  assigneeDeclined: machine,
  verifyAssignee: operations,
  consent: operations,
  refuse: operations,
  refuseAssignee: operations,
  callOff: owner,
  callOffByOperator: operations,
  stepBack: owner,
  assigneeSteppedBack: machine,
  agree: owner,
  decline: owner,
  dayReached: ["timer"],
  fallThrough: machine,
  handedOver: machine,
  revoke: machine,
  receive: machine,
};
