import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { creditAmounts, creditableRates } from "#machines/invoice/credit-account.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { isoDay } from "#machines/engine/fields.ts";
import { chargeKinds } from "#machines/terms/a27-charges.ts";
import { proposeApproval } from "../approvals/propose.ts";
import { typedReason, type ReasonFault } from "../months/typed-reason.ts";
import { typedYenOrZero } from "../typed-yen.ts";
import { readInvoiceState, requireKey, type InvoiceKey } from "./read-adjustment.ts";

/** What is wrong with what finance typed. */
export type AdjustmentFault =
  | ReasonFault
  | "amountWrong"
  | "amountMissing"
  | "tooMuch"
  | "itemMissing"
  | "dayWrong";

/** The address of the approval that was asked for, or what is wrong. */
export type Proposed = { page: string } | { fault: AdjustmentFault };

/** An invoice, and the approval that the page made an id for, so that a second click changes nothing. */
export interface ProposalTarget extends InvoiceKey {
  approvalId: string;
}

const readState = (key: InvoiceKey): Promise<InvoiceContext> =>
  currentPortal().database.transaction({ role: "portal_staff" }, (tx) => readInvoiceState(tx, key));

/** What is credited of each line; all that is left where nothing was typed and `isWhole`. */
function linesOf(invoice: InvoiceContext, typed: readonly string[], isWhole: boolean) {
  if (isWhole) {
    return creditableRates(invoice)
      .filter(({ net }) => net > 0)
      .map(({ ratePercent, net: amount }) => ({
        nameJa: `請求書${invoice.number}の全部の取消し`,
        nameEn: `All that is left of invoice ${invoice.number}`,
        ...{ amount, ratePercent },
      }));
  }
  const amounts = invoice.lines.map((_, n) => typedYenOrZero(typed[n] ?? ""));
  if (amounts.some((amount) => amount === null)) return "amountWrong" as const;
  if (invoice.lines.some((line, n) => (amounts[n] ?? 0) > line.amount)) return "tooMuch" as const;
  return invoice.lines.flatMap(({ nameJa, nameEn, ratePercent }, n) => {
    const amount = amounts[n] ?? 0;
    return amount > 0 ? [{ nameJa, nameEn, amount, ratePercent }] : [];
  });
}

/**
 * Asks for approval of a credit note that corrects an invoice, in whole or by lines.
 *
 * @param typed yen without tax for each line, as typed
 * @throws Problem `notAllowed` without the role finance, `notFound` where there is no such invoice
 */
export async function proposeCredit(
  principal: Principal,
  target: ProposalTarget,
  { typed, isWhole, reason }: { typed: readonly string[]; isWhole: boolean; reason: string },
): Promise<Proposed> {
  asStaff(principal, "finance");
  requireKey(target);
  const invoice = await readState(target);
  const lines = linesOf(invoice, typed, isWhole);
  if (typeof lines === "string") return { fault: lines };
  if (lines.length === 0) return { fault: "amountMissing" };
  const wanted = lines.map(({ ratePercent, amount: net }) => ({ ratePercent, net }));
  const amounts = creditAmounts(invoice, wanted);
  if (!amounts) return { fault: "tooMuch" };
  const why = typedReason(reason);
  if ("fault" in why) return why;
  const { invoiceId, contractId, number, issueDay } = invoice;
  const params = {
    ...{ invoiceId, contractId, invoiceNumber: number ?? "", invoiceDay: issueDay ?? "" },
    ...{ lines, ...amounts },
  };
  const proposal = { subject: "creditNote", params, reason: why.text } as const;
  return { page: await proposeApproval(principal, target, proposal) };
}

/** Asks for approval of writing off all that an invoice still asks for (貸倒れ). Throws as above. */
export async function proposeWriteOff(
  principal: Principal,
  target: ProposalTarget,
  reason: string,
): Promise<Proposed> {
  asStaff(principal, "finance");
  requireKey(target);
  const amount = outstanding(await readState(target));
  if (amount === 0) throw new Problem("conflict", "nothing is owed");
  const why = typedReason(reason);
  if ("fault" in why) return why;
  const params = { invoiceId: target.invoiceId, amount };
  const proposal = { subject: "writeOff", params, reason: why.text } as const;
  return { page: await proposeApproval(principal, target, proposal) };
}

/** A charge as typed. */
export interface TypedCharge {
  charge: string;
  net: string;
  on: string;
  item: string;
  reason: string;
}

/** Asks for approval of a charge on the contract of an invoice (A7.6, A8.1, A14.7, A27). Throws as above. */
export async function proposeCharge(
  principal: Principal,
  target: ProposalTarget,
  typed: TypedCharge,
): Promise<Proposed> {
  asStaff(principal, "finance");
  requireKey(target);
  const charge = chargeKinds.find((kind) => kind === typed.charge);
  if (!charge) throw new Problem("invalid", "no kind of charge");
  const net = typedYenOrZero(typed.net);
  if (net === null) return { fault: "amountWrong" };
  if (net === 0) return { fault: "amountMissing" };
  const day = isoDay.safeParse(typed.on);
  const isPast = day.success && day.data <= tokyoDayText(principal.receivedAt);
  if (!isPast) return { fault: "dayWrong" };
  const item = typedReason(typed.item);
  if ("fault" in item || item.text.length > 200) return { fault: "itemMissing" };
  const why = typedReason(typed.reason);
  if ("fault" in why) return why;
  const { contractId } = await readState(target);
  const params = { contractId, charge, net, on: day.data, item: item.text };
  const proposal = { subject: "charge", params, reason: why.text } as const;
  return { page: await proposeApproval(principal, target, proposal) };
}
