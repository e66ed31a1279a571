import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { creditCauses } from "./credit-account.ts";

const taxOfRate = z.object({ ratePercent: z.int(), taxable: yenAmount, tax: yenAmount });

/** A part of a credit, in yen, that pays another invoice, and the day on which it counts there. */
const setOffDebt = z.object({
  invoiceId: machineId,
  number: plainText,
  amount: yenAmount.min(1),
  valueDay: isoDay,
});

/** What reduces an invoice, and what becomes of money that was paid too much. */
export const creditEvents = [
  /** A credit note says so (適格返還請求書). */
  z.object({
    type: z.literal("credited"),
    creditNoteId: machineId,
    noteNumber: plainText,
    cause: z.enum(creditCauses),
    taxes: z.array(taxOfRate).min(1),
    net: yenAmount.min(1),
    tax: yenAmount,
    total: yenAmount.min(1),
  }),
  /** Nobody will pay it any more (貸倒れ). */
  z.object({ type: z.literal("writeOff"), approvalId: machineId, amount: yenAmount.min(1) }),
  /** The operator declares that what it owes for this invoice pays others (相殺, A14.4). */
  z.object({
    type: z.literal("declareSetOff"),
    setOffId: machineId,
    debts: z
      .array(setOffDebt)
      .min(1)
      .max(100)
      .refine((all) => new Set(all.map(({ invoiceId }) => invoiceId)).size === all.length, {
        message: "an invoice is named twice",
      }),
  }),
  z.object({
    type: z.literal("setOffReceived"),
    setOffId: machineId,
    amount: yenAmount.min(1),
    valueDay: isoDay,
  }),
  /** What was paid too much goes back to the customer by bank transfer. */
  z.object({ type: z.literal("creditPaidBack"), refundId: machineId, amount: yenAmount.min(1) }),
  /** That refund came to nothing: it is the customer's credit again. */
  z.object({ type: z.literal("creditReturned"), refundId: machineId, amount: yenAmount.min(1) }),
] as const;

export const creditSenders = {
  credited: ["machine"],
  writeOff: ["machine"],
  declareSetOff: ["finance"],
  setOffReceived: ["machine"],
  creditPaidBack: ["machine"],
  creditReturned: ["machine"],
} as const satisfies Record<string, readonly Sender[]>;
