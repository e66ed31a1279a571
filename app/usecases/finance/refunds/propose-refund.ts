import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { findInvoice } from "#db/queries/money/list-invoices.ts";
import { readCustomerName } from "#db/queries/mail-facts.ts";
import { readRefundable } from "#db/queries/money/refunds/money-back.ts";
import { proposeApproval } from "../approvals/propose.ts";
import { typedReason, type ReasonFault } from "../months/typed-reason.ts";
import { typedYen } from "../typed-yen.ts";

/** What of an invoice can be paid back. Amounts are yen, days ISO. */
export interface Refundable {
  customerId: string;
  customerName: string;
  invoiceId: string;
  invoiceNumber: string;
  /** What was paid too much. */
  credit: number;
  payments: {
    paymentId: string;
    valueDay: string | null;
    left: number;
    /** Another amount than was asked for came: it is taken as it is, or goes back whole. */
    isMismatched: boolean;
  }[];
}

/** What can be paid back of an invoice. Throws Problem `notFound`, `notAllowed`. */
export async function readRefundableInvoice(
  principal: Principal,
  key: { customerId: string; invoiceId: string },
): Promise<Refundable> {
  asStaff(principal, "finance");
  if (!isIdentifier(key.customerId) || !isIdentifier(key.invoiceId)) {
    throw new Problem("notFound", "no identifier");
  }
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const invoice = await findInvoice(tx, key);
    if (!invoice) throw new Problem("notFound", `no invoice ${key.invoiceId}`);
    const payments = await readRefundable(tx, key);
    return {
      ...key,
      customerName: await readCustomerName(tx, key.customerId),
      ...{ invoiceNumber: invoice.number ?? "", credit: invoice.credit },
      payments: payments.map(({ paymentId, valueDay, left, status }) => ({
        ...{ paymentId, valueDay, left, isMismatched: status === "mismatched" },
      })),
    };
  });
}

/** A refund as it was typed: to which payment, or by `transfer`. */
export interface TypedRefund {
  approvalId: string;
  to: string;
  amount: string;
  reason: string;
}

/** What is wrong with it. */
export type RefundFault =
  | ReasonFault
  | "toMissing"
  | "amountMissing"
  | "amountTooMuch"
  | "notWhole"
  | "noCredit";

/**
 * Asks a second person for a refund. What was paid too much goes back first: a refund of up to that leaves the
 * invoice paid, one of more opens the debt again.
 *
 * @returns the page of the approval, or what is wrong
 * @throws Problem `notFound`, `notAllowed` without the role finance
 */
export async function proposeRefund(
  principal: Principal,
  key: { customerId: string; invoiceId: string },
  typed: TypedRefund,
): Promise<{ page: string } | { fault: RefundFault }> {
  const { credit, payments } = await readRefundableInvoice(principal, key);
  const payment = payments.find(({ paymentId }) => paymentId === typed.to);
  if (!payment && typed.to !== "transfer") return { fault: "toMissing" };
  const amount = typedYen(typed.amount);
  if (amount === null || amount < 1) return { fault: "amountMissing" };
  const reason = typedReason(typed.reason);
  if ("fault" in reason) return reason;
  if (payment && amount > payment.left) return { fault: "amountTooMuch" };
  if (payment?.isMismatched && amount !== payment.left) return { fault: "notWhole" };
  if (!payment && amount > credit) return { fault: credit === 0 ? "noCredit" : "amountTooMuch" };
  const page = await proposeApproval(
    principal,
    { customerId: key.customerId, approvalId: typed.approvalId },
    {
      subject: "refund",
      params: {
        invoiceId: key.invoiceId,
        paymentId: payment?.paymentId ?? null,
        ...{ amount, fromCredit: !payment?.isMismatched && amount <= credit },
      },
      reason: reason.text,
    },
  );
  return { page };
}
