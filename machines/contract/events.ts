import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, machineId, plainText } from "../engine/fields.ts";
import { rejectionReasons } from "../terms/a05-rejection.ts";
import { erasureOutcomes, erasureStores, isWholeErasure } from "../terms/a18-erasure.ts";
import { exitEvents, exitSenders } from "./exit-events.ts";
import { soldMenu, soldOption } from "./sold-menus.ts";
import { standingEvents, standingSenders } from "./standing-events.ts";
import { takeOverEvent } from "./take-over-event.ts";

/** What became of each store (A18.1). */
export const erasedStores = z
  .array(z.object({ store: z.enum(erasureStores), outcome: z.enum(erasureOutcomes) }))
  .refine(isWholeErasure, "Name each store once.");

/** Every event that a contract takes, as it comes from outside. */
export const contractEvents = z.discriminatedUnion("type", [
  z.object({ type: z.literal("openDraft") }),
  takeOverEvent,
  z.object({
    type: z.literal("submit"),
    basic: soldMenu.extend({ kind: z.literal("basic") }),
    options: z.array(soldOption),
    quoteId: machineId,
    termsVersion: plainText,
    wishedStart: isoDay,
  }),
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("verifyMaintenance") }),
  /** Consent to a version of the terms that came to bind after the order (A5.1). */
  z.object({ type: z.literal("consentToTerms"), versionId: plainText }),
  z.object({ type: z.literal("accept") }),
  z.object({ type: z.literal("reject"), reason: z.enum(rejectionReasons) }),
  z.object({ type: z.literal("setStart"), startDay: isoDay }),
  z.object({ type: z.literal("confirmStart") }),
  z.object({ type: z.literal("declineStart") }),
  z.object({ type: z.literal("startReached") }),
  z.object({
    type: z.literal("remindRenewal"),
    id: plainText,
    to: z.enum(["customer", "finance"]),
  }),
  z.object({ type: z.literal("fixRenewal") }),
  z.object({ type: z.literal("renew") }),
  z.object({ type: z.literal("addOption"), option: soldOption }),
  /** What an option tells its contract: it was accepted, declined, will end, has ended. */
  z.object({ type: z.literal("optionAccepted"), optionId: machineId }),
  z.object({ type: z.literal("optionDeclined"), optionId: machineId }),
  z.object({
    type: z.literal("optionEnding"),
    optionId: machineId,
    /** Null where the end was taken back. */
    endDay: isoDay.nullable(),
    /** The last day of an announced discontinuation, which cuts the fee off (A20); null where there is none. */
    chargedUntil: isoDay.nullable(),
  }),
  z.object({
    type: z.literal("optionEnded"),
    optionId: machineId,
    endDay: isoDay,
    clause: clauseText,
    refund: z.enum(["none", "unearned"]),
  }),
  ...standingEvents,
  ...exitEvents,
  z.object({ type: z.literal("invoiceOverdue"), invoiceId: machineId }),
  z.object({ type: z.literal("invoiceSettled"), invoiceId: machineId }),
  /** What had settled it was another's money: it is owed again. */
  z.object({ type: z.literal("invoiceReopened"), invoiceId: machineId }),
  z.object({ type: z.literal("loanOpened"), loanId: machineId }),
  z.object({ type: z.literal("loanSettled"), loanId: machineId }),
  z.object({ type: z.literal("materialHeld"), requestId: machineId }),
  z.object({ type: z.literal("materialGone"), requestId: machineId }),
  z.object({ type: z.literal("devicesSettled") }),
  z.object({ type: z.literal("remindExport") }),
  z.object({
    type: z.literal("dataErased"),
    stores: erasedStores,
  }),
  z.object({ type: z.literal("materialsSettled") }),
]);

export type ContractEvent = z.infer<typeof contractEvents>;

export const contractSenders: Record<ContractEvent["type"], readonly Sender[]> = {
  openDraft: ["owner"],
  takeOver: ["machine"],
  submit: ["owner"],
  withdraw: ["owner"],
  verifyMaintenance: ["operations"],
  consentToTerms: ["owner"],
  accept: ["operations"],
  reject: ["operations"],
  setStart: ["operations"],
  confirmStart: ["owner"],
  declineStart: ["owner"],
  startReached: ["timer"],
  remindRenewal: ["timer"],
  fixRenewal: ["timer"],
  renew: ["timer"],
  addOption: ["owner"],
  optionAccepted: ["machine"],
  optionDeclined: ["machine"],
  optionEnding: ["machine"],
  optionEnded: ["machine"],
  ...standingSenders,
  ...exitSenders,
  invoiceOverdue: ["machine"],
  invoiceSettled: ["machine"],
  invoiceReopened: ["machine"],
  loanOpened: ["machine"],
  loanSettled: ["machine"],
  materialHeld: ["machine"],
  materialGone: ["machine"],
  devicesSettled: ["operations", "machine"],
  remindExport: ["timer"],
  dataErased: ["operations"],
  materialsSettled: ["operations"],
};
