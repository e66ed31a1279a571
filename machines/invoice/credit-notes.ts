import { dayOf } from "../calendar.ts";
import { derivedId } from "../engine/hash.ts";
import type { Tell } from "../engine/outgoing.ts";
import type { InvoiceContext } from "./context.ts";
import { creditAmounts, spreadOverRates } from "./credit-account.ts";

/** The credit note for the days of an invoice after an end, the `n`-th of the invoice from 0. */
const creditNoteIdOf = (invoiceId: string, n: number): string =>
  derivedId(invoiceId, `creditNote/${n}`);

const slashed = (day: string) => day.replaceAll("-", "/");

/**
 * Raises the credit note for the days after an end that the operator brings about or answers for (A17.2); null
 * where nothing is left to credit.
 *
 * @param unearned yen without tax
 * @param lastDay ISO day of the end
 */
export function creditUnearned(
  invoice: InvoiceContext,
  { unearned, lastDay }: { unearned: number; lastDay: string },
): Tell | null {
  const { invoiceId, contractId, number, issueDay, periodEnd, credits } = invoice;
  const amounts = creditAmounts(invoice, spreadOverRates(invoice, unearned));
  if (!amounts || !issueDay) return null;
  const from = dayOf(lastDay).add({ days: 1 }).toString();
  const span = `${slashed(from)}–${slashed(periodEnd)}`;
  const lines = amounts.taxes.map(({ ratePercent, taxable }) => ({
    nameJa: `契約終了後の期間の料金（${span}）`,
    nameEn: `Fees for the days after the end (${span})`,
    ...{ amount: taxable, ratePercent },
  }));
  const event = {
    type: "issue",
    ...{ invoiceId, contractId, invoiceNumber: number ?? "", invoiceDay: issueDay },
    ...{ cause: "unearned", clause: "A17.2", reason: null, approvalId: null, lines, ...amounts },
  };
  const machineId = creditNoteIdOf(invoiceId, credits.length);
  return { kind: "creditNote", machineId, event, required: true };
}
