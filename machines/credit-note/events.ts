import { z } from "zod";
import type { Sender } from "../engine/actor.ts";
import { clauseText, isoDay, machineId, plainText, yenAmount } from "../engine/fields.ts";
import { creditCauses } from "../invoice/credit-account.ts";

const line = z.object({
  nameJa: plainText,
  nameEn: plainText,
  /** Yen without tax. */
  amount: yenAmount.min(1),
  ratePercent: z.int().min(0).max(100),
});

const taxOfRate = z.object({ ratePercent: z.int(), taxable: yenAmount, tax: yenAmount });

/** Every event that a credit note takes. */
export const creditNoteEvents = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("issue"),
    invoiceId: machineId,
    contractId: machineId,
    /** Number and issue day of the invoice that it reduces: what was supplied, and when. */
    invoiceNumber: plainText,
    invoiceDay: isoDay,
    cause: z.enum(creditCauses),
    clause: clauseText,
    /** Why the invoice is corrected, as finance says it; null for an end (A17.2). */
    reason: plainText.nullable(),
    approvalId: machineId.nullable(),
    lines: z.array(line).min(1).max(200),
    taxes: z.array(taxOfRate).min(1),
    net: yenAmount.min(1),
    tax: yenAmount,
    total: yenAmount.min(1),
  }),
]);

export type CreditNoteEvent = z.infer<typeof creditNoteEvents>;

export const creditNoteSenders: Record<CreditNoteEvent["type"], readonly Sender[]> = {
  issue: ["machine"],
};
