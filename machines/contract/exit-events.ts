import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, machineId } from "../engine/fields.ts";

/** Nothing asked for, an end as early as can be, or a day. */
const wish = z.union([z.null(), z.literal("earliest"), isoDay]);

/**
 * Events by which a contract comes to its end, or is kept from it. A day that an event names is never
 * called `day`: that is the day on which the event itself counts.
 */
export const exitEvents = [
  /** The customer's notice: it declines the renewal (A10.2) or cancels during the term (A17.1). */
  z.object({ type: z.literal("cancel"), wish }),
  /** The operator's notice (A17.1) goes out; it counts from its delivery. */
  z.object({ type: z.literal("cancelByOperator"), wish }),
  z.object({ type: z.literal("noticeDelivered"), noticeId: machineId, deliveredOn: isoDay }),
  z.object({ type: z.literal("noticeBounced"), noticeId: machineId }),
  /** The customer asks to take its notice back; operations agree or refuse. */
  z.object({ type: z.literal("requestWithdrawal"), noticeId: machineId }),
  z.object({ type: z.literal("agreeToWithdrawal"), noticeId: machineId }),
  z.object({ type: z.literal("refuseWithdrawal"), noticeId: machineId }),
  /** The operator offers to take its notice back; the owner accepts or declines. */
  z.object({ type: z.literal("offerWithdrawal"), noticeId: machineId }),
  z.object({ type: z.literal("acceptWithdrawal"), noticeId: machineId }),
  z.object({ type: z.literal("declineWithdrawal"), noticeId: machineId }),
  /** Ends the contract on the day of the event (A16.1, A32.3); `by` is the side that terminates. */
  z.object({
    type: z.literal("terminate"),
    caseId: machineId,
    clause: clauseText,
    by: z.enum(["operator", "customer"]).default("operator"),
  }),
  /** The last day after a long restriction without prospect; staff decide the refund (A19.4). */
  z.object({
    type: z.literal("endByRestriction"),
    restrictionId: machineId,
    endDay: isoDay,
    refund: z.enum(["none", "unearned"]),
  }),
  /** The menu is discontinued; `endDay` is the day before the first one without it (A20). */
  z.object({ type: z.literal("discontinue"), discontinuationId: machineId, endDay: isoDay }),
  /** A pending end lapses: its restriction was lifted, its discontinuation withdrawn. */
  z.object({ type: z.literal("withdrawEnd"), ref: machineId }),
  /** The contract passes to a successor on a day, and ends here the day before (A31.1). */
  z.object({ type: z.literal("assign"), successorId: machineId, effectiveDay: isoDay }),
  z.object({ type: z.literal("endReached") }),
] as const;

/** What the operator decides comes from its staff, or from a machine on which they decided it. */
const operator: readonly Sender[] = ["operations", "machine"];

export const exitSenders = {
  cancel: ["owner"],
  cancelByOperator: ["operations"],
  noticeDelivered: ["resend", "portal", "machine", "operations"],
  noticeBounced: ["resend", "portal", "machine", "operations"],
  requestWithdrawal: ["owner"],
  agreeToWithdrawal: ["operations"],
  refuseWithdrawal: ["operations"],
  offerWithdrawal: ["operations"],
  acceptWithdrawal: ["owner"],
  declineWithdrawal: ["owner"],
  terminate: operator,
  endByRestriction: operator,
  discontinue: operator,
  withdrawEnd: operator,
  assign: operator,
  endReached: ["timer"],
} as const satisfies Record<string, readonly Sender[]>;
