import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";

const line = z.object({
  menuCode: plainText,
  nameJa: plainText,
  nameEn: plainText,
  amount: yenAmount,
  ratePercent: z.int().min(0).max(100),
});

const taxOfRate = z.object({ ratePercent: z.int(), taxable: yenAmount, tax: yenAmount });

/** Every event that an invoice takes. */
export const invoiceEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("issue"),
    contractId: machineId,
    /** The fee of a term, or the first fee of an option that was added to one. */
    reason: z.enum(["annualFee", "optionFee"]),
    periodStart: isoDay,
    periodEnd: isoDay,
    dueDay: isoDay,
    lines: z.array(line).min(1),
    taxes: z.array(taxOfRate),
    subtotal: yenAmount,
    tax: yenAmount,
    total: yenAmount,
  }),
  z.object({ type: z.literal("startPayment"), paymentId: machineId }),
  z.object({ type: z.literal("paymentClosed"), paymentId: machineId }),
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
};
