import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { attemptsAgain } from "../payment/attempt-again.ts";
import { collectionEvents, collectionSenders } from "./collection-events.ts";
import { creditEvents, creditSenders } from "./credit-events.ts";
import { damagesEvents, damagesSenders } from "./damages-events.ts";
import { disputeEvents, disputeSenders } from "./dispute-events.ts";
import { invoiceReasons } from "./reasons.ts";
import { returnedEvents, returnedSenders } from "./returned-events.ts";

const line = z.object({
  menuCode: plainText,
  nameJa: plainText,
  nameEn: plainText,
  amount: yenAmount,
  ratePercent: z.int().min(0).max(100),
});

/** A fee within the subtotal: what is earned of it, and when, is told by its days and its kind. */
const fee = z.object({
  itemId: machineId,
  amount: yenAmount.min(1),
  to: isoDay,
  by: z.enum(["month", "acceptance"]),
});

const taxOfRate = z.object({ ratePercent: z.int(), taxable: yenAmount, tax: yenAmount });

/** Every event that an invoice takes. */
export const invoiceEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("issue"),
    contractId: machineId,
    reason: z.enum(invoiceReasons),
    /** Of late damages: the invoice that was paid late. */
    ofInvoice: machineId.optional(),
    /** Of a charge: by whose decision it is raised, and by which clause. */
    approvalId: machineId.optional(),
    clause: clauseText.optional(),
    periodStart: isoDay,
    periodEnd: isoDay,
    dueDay: isoDay,
    lines: z.array(line).min(1),
    taxes: z.array(taxOfRate),
    subtotal: yenAmount,
    tax: yenAmount,
    total: yenAmount,
    fees: z.array(fee).default([]),
  }),
  z.object({ type: z.literal("startPayment"), paymentId: machineId }),
  z.object({
    type: z.literal("paymentClosed"),
    paymentId: machineId,
    /** Of a charge of a saved card: whether it may be made again, and which card it was. */
    again: z.enum(attemptsAgain).optional(),
    cardId: machineId.nullable().optional(),
  }),
  z.object({
    type: z.literal("paymentReceived"),
    paymentId: machineId,
    amount: yenAmount,
    valueDay: isoDay,
  }),
  /** Money that came by bank transfer; `fee` is what the bank kept of it and the operator bears. */
  z.object({
    type: z.literal("transferReceived"),
    receiptId: machineId,
    amount: yenAmount.min(1),
    fee: yenAmount,
    valueDay: isoDay,
  }),
  /** The same money was another's: it counts as if it had never come. */
  z.object({
    type: z.literal("transferReversed"),
    receiptId: machineId,
    amount: yenAmount.min(1),
    fee: yenAmount,
  }),
  z.object({ type: z.literal("dueDayPassed") }),
  z.object({ type: z.literal("remind"), id: plainText }),
  z.object({ type: z.literal("limitDueDay"), dueDay: isoDay }),
  /** The debt falls due at once (期限の利益の喪失, A16.2). */
  z.object({ type: z.literal("accelerate"), dueDay: isoDay, clause: clauseText }),
  ...damagesEvents,
  ...disputeEvents,
  ...creditEvents,
  ...returnedEvents,
  ...collectionEvents,
  /** The last day of a month of the charged period is over. */
  z.object({ type: z.literal("earn") }),
  /**
   * What was charged ends before its period (null: the contract with everything): the rest is earned on the
   * last day, but for the yen that are the customer's (A17.2).
   */
  z.object({
    type: z.literal("endEarning"),
    itemId: machineId.nullable(),
    lastDay: isoDay,
    unearned: yenAmount,
  }),
]);

export type InvoiceEvent = z.infer<typeof invoiceEvents>;

export const invoiceSenders: Record<InvoiceEvent["type"], readonly Sender[]> = {
  issue: ["machine"],
  startPayment: ["owner", "billing"],
  paymentClosed: ["machine"],
  paymentReceived: ["machine"],
  transferReceived: ["machine"],
  transferReversed: ["machine"],
  dueDayPassed: ["timer"],
  remind: ["timer"],
  limitDueDay: ["machine"],
  accelerate: ["machine"],
  earn: ["timer"],
  endEarning: ["machine"],
  ...damagesSenders,
  ...disputeSenders,
  ...creditSenders,
  ...returnedSenders,
  ...collectionSenders,
};
