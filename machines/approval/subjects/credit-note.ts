import { z } from "zod";
import { isoDay, machineId, plainText, yenAmount } from "../../engine/fields.ts";
import { derivedId } from "../../engine/hash.ts";
import type { ApprovalSubject } from "../subject.ts";

const line = z.object({
  nameJa: plainText,
  nameEn: plainText,
  amount: yenAmount.min(1),
  ratePercent: z.int().min(0).max(100),
});

const params = z.object({
  invoiceId: machineId,
  contractId: machineId,
  invoiceNumber: plainText,
  invoiceDay: isoDay,
  /** What is credited of the invoice, in yen without tax. */
  lines: z.array(line).min(1).max(200),
  taxes: z.array(z.object({ ratePercent: z.int(), taxable: yenAmount, tax: yenAmount })).min(1),
  net: yenAmount.min(1),
  tax: yenAmount,
  total: yenAmount.min(1),
});

/** What a correction of an invoice is asked for with. */
export type CreditNoteParams = z.infer<typeof params>;

/** The credit note that an approved correction becomes. */
export const creditNoteIdOf = (approvalId: string) => derivedId(approvalId, "creditNote");

/** A correction of an invoice, whole or in part, becomes a credit note (適格返還請求書). */
export const creditNote: ApprovalSubject<CreditNoteParams> = {
  params,
  amountOf: ({ total }) => total,
  clauseOf: () => "A12.2",
  invoiceOf: ({ invoiceId }) => invoiceId,
  carryOut: (asked, { approvalId, reason }) => ({
    ...{ kind: "creditNote", machineId: creditNoteIdOf(approvalId) },
    event: { type: "issue", ...asked, cause: "correction", clause: "A12.2", reason, approvalId },
    required: true,
  }),
};
