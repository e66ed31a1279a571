import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { pendingEnd, restriction, runningTerm as term } from "../contract/take-over-event.ts";
import { takenOverLoan } from "../device/events.ts";
import { inspectionEvents, inspectionSenders } from "./inspection-events.ts";
import { clauseText, isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";

/** Every event that an option takes. */
export const optionEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("request"),
    contractId: machineId,
    menuCode: plainText,
    kind: z.enum(["subscription", "device", "work"]),
    nameJa: plainText,
    nameEn: plainText,
    annualPrice: yenAmount,
    /** Whether it is ordered during the contract's term (A9.1). */
    isAddition: z.boolean(),
  }),
  /** The option goes on under its contract's assignee (A31.1). */
  z.object({
    type: z.literal("takeOver"),
    contractId: machineId,
    menuCode: plainText,
    kind: z.enum(["subscription", "device", "work"]),
    nameJa: plainText,
    nameEn: plainText,
    annualPrice: yenAmount,
    isAddition: z.boolean(),
    startDay: isoDay.nullable(),
    term,
    ends: z.array(pendingEnd),
    notices: z.int().min(0),
    restrictions: z.array(restriction),
    /** The loan of its device, as it stood; null where none passes. */
    loan: takenOverLoan.nullable().default(null),
  }),
  /** What was ordered with the contract is decided with it. */
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("accept") }),
  z.object({ type: z.literal("reject") }),
  /** What was ordered later is decided by itself (A9.1). */
  z.object({ type: z.literal("withdrawAddition") }),
  z.object({ type: z.literal("acceptAddition") }),
  z.object({ type: z.literal("rejectAddition") }),
  /** The contract ended before the operator decided. */
  z.object({ type: z.literal("lapse") }),
  z.object({ type: z.literal("provision") }),
  z.object({ type: z.literal("start"), term }),
  z.object({ type: z.literal("termBegun"), term }),
  z.object({ type: z.literal("restrict"), restrictionId: machineId, clause: clauseText }),
  z.object({ type: z.literal("unrestrict"), restrictionId: machineId }),
  /** The customer's notice (A9.2), by the rule of A17. */
  z.object({
    type: z.literal("cancel"),
    wish: z.union([z.null(), z.literal("earliest"), isoDay]),
  }),
  z.object({ type: z.literal("requestWithdrawal"), noticeId: machineId }),
  z.object({ type: z.literal("agreeToWithdrawal"), noticeId: machineId }),
  z.object({ type: z.literal("refuseWithdrawal"), noticeId: machineId }),
  z.object({
    type: z.literal("endByRestriction"),
    restrictionId: machineId,
    endDay: isoDay,
    refund: z.enum(["none", "unearned"]),
  }),
  z.object({ type: z.literal("discontinue"), discontinuationId: machineId, endDay: isoDay }),
  z.object({ type: z.literal("withdrawEnd"), ref: machineId }),
  z.object({ type: z.literal("endReached") }),
  /** Its device was lost or destroyed, and not by the operator's fault (A7.6). */
  z.object({ type: z.literal("deviceLost"), lostOn: isoDay }),
  ...inspectionEvents,
  /** The contract ends, and the option with it. */
  z.object({
    type: z.literal("end"),
    endDay: isoDay,
    cause: z.enum([
      ...(["expired", "cancelled", "terminated"] as const),
      ...(["restricted", "discontinued", "assigned"] as const),
    ]),
    by: z.enum(["customer", "operator"]),
    clause: clauseText,
  }),
]);

export type OptionEvent = z.infer<typeof optionEvents>;

const contract: readonly Sender[] = ["machine"];
/** What the operator decides comes from its staff, or from a machine on which they decided it. */
const operator: readonly Sender[] = ["operations", "machine"];

export const optionSenders: Record<OptionEvent["type"], readonly Sender[]> = {
  request: contract,
  takeOver: contract,
  withdraw: contract,
  accept: contract,
  reject: contract,
  withdrawAddition: ["owner"],
  acceptAddition: ["operations"],
  rejectAddition: ["operations"],
  lapse: contract,
  provision: contract,
  start: contract,
  termBegun: contract,
  restrict: operator,
  unrestrict: operator,
  cancel: ["owner"],
  requestWithdrawal: ["owner"],
  agreeToWithdrawal: ["operations"],
  refuseWithdrawal: ["operations"],
  endByRestriction: operator,
  discontinue: operator,
  withdrawEnd: operator,
  endReached: ["timer"],
  deviceLost: ["machine"],
  ...inspectionSenders,
  end: contract,
};
