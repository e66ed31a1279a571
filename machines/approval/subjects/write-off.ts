import { z } from "zod";
import { machineId, yenAmount } from "../../engine/fields.ts";
import type { ApprovalSubject } from "../subject.ts";

const params = z.object({
  invoiceId: machineId,
  /** Yen that the invoice still asks for; another amount by then is not written off. */
  amount: yenAmount.min(1),
});

/** What a write-off is asked for with. */
export type WriteOffParams = z.infer<typeof params>;

/** An invoice that nobody is expected to pay any more is written off (貸倒れ). */
export const writeOff: ApprovalSubject<WriteOffParams> = {
  params,
  amountOf: ({ amount }) => amount,
  clauseOf: () => "A12.2",
  invoiceOf: ({ invoiceId }) => invoiceId,
  carryOut: ({ invoiceId, amount }, { approvalId }) => ({
    ...{ kind: "invoice", machineId: invoiceId },
    event: { type: "writeOff", approvalId, amount },
    required: true,
  }),
};
