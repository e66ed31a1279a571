import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { isoDay, machineId, yenAmount } from "../engine/fields.ts";

/** A part of the money, in yen, for one invoice; `fee` is what the bank kept and the operator bears. */
const allocation = z
  .object({ invoiceId: machineId, amount: yenAmount, fee: yenAmount })
  .refine(({ amount }) => amount > 0, "nothing is applied");

/** Every event that money from a bank transfer takes. */
export const bankReceiptEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("apply"),
    /** The line of the bank's file. */
    receiptId: machineId,
    amount: yenAmount.min(1),
    /** The day on which it counts (起算日). */
    valueDay: isoDay,
    allocations: z
      .array(allocation)
      .max(200)
      .refine(
        (parts) => new Set(parts.map(({ invoiceId }) => invoiceId)).size === parts.length,
        "an invoice is named twice",
      ),
  }),
  z.object({ type: z.literal("reverse") }),
]);

export type BankReceiptEvent = z.infer<typeof bankReceiptEvents>;

export const bankReceiptSenders: Record<BankReceiptEvent["type"], readonly Sender[]> = {
  apply: ["finance", "portal"],
  reverse: ["finance"],
};
