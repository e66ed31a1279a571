import type { PropsOf } from "./contract-mails.ts";
import type { Surroundings } from "./facts.ts";

/** Stored with the mails about a refund; the amount is yen, days are ISO. */
export interface RefundMailParams {
  template: string;
  to: "customer";
  refundId: string;
  invoiceId: string;
  at: string;
  day: string;
  facts: { amount: number; madeOn: string | null; by: "card" | "bankTransfer" };
}

const propsOf = (
  { invoiceId, day, facts }: RefundMailParams,
  { appUrl, invoice }: Surroundings,
): PropsOf<"refunded"> => ({
  url: `${appUrl}/portal/invoices/${invoiceId}`,
  invoiceNumber: invoice?.number ?? "",
  ...{ amount: facts.amount, day: facts.madeOn ?? day, by: facts.by },
});

/** What the mails about refunds say. */
export const refundMails = { refunded: propsOf, "refund-failed": propsOf };
