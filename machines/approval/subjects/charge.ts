import { z } from "zod";
import { dayOf } from "../../calendar.ts";
import { isoDay, machineId, plainText, yenAmount } from "../../engine/fields.ts";
import { derivedId } from "../../engine/hash.ts";
import { invoiceDueDay } from "../../terms/a12-fees.ts";
import { chargeAmounts, chargeKinds, chargeRules } from "../../terms/a27-charges.ts";
import { policyOn } from "../../terms/policy.ts";
import type { ApprovalSubject } from "../subject.ts";

const params = z.object({
  contractId: machineId,
  charge: z.enum(chargeKinds),
  /** Yen without tax. */
  net: yenAmount.min(1),
  /** The day on which it happened. */
  on: isoDay,
  /** What the invoice says that it is for. */
  item: plainText.min(1).max(200),
});

/** What a charge is asked for with. */
export type ChargeParams = z.infer<typeof params>;

/** The invoice that an approved charge becomes. */
export const chargeInvoiceIdOf = (approvalId: string) => derivedId(approvalId, "invoice/charge");

/** A charge (A7.6, A8.1, A14.7, A27) becomes an invoice of its own, due like every invoice (A12.2). */
export const charge: ApprovalSubject<ChargeParams> = {
  params,
  amountOf: ({ charge: kind, net, on }) => chargeAmounts(kind, net, on).total,
  clauseOf: ({ charge: kind }) => chargeRules[kind].clause,
  invoiceOf: () => null,
  carryOut: ({ contractId, charge: kind, net, on, item }, { approvalId, day }) => {
    const { ratePercent, tax, total } = chargeAmounts(kind, net, on);
    const issuedOn = dayOf(day);
    const days = { termStart: issuedOn, issuedOn, deliveredOn: null };
    const issue = {
      type: "issue",
      ...{ contractId, reason: "charge", approvalId, clause: chargeRules[kind].clause },
      ...{ periodStart: on, periodEnd: on },
      dueDay: invoiceDueDay(days, policyOn(issuedOn).dueDateRule).day.toString(),
      lines: [{ menuCode: kind, nameJa: item, nameEn: item, amount: net, ratePercent }],
      taxes: [{ ratePercent, taxable: net, tax }],
      ...{ subtotal: net, tax, total },
    };
    const invoiceId = chargeInvoiceIdOf(approvalId);
    return { kind: "invoice", machineId: invoiceId, event: issue, required: true };
  },
};
