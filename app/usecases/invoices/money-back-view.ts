import type { Handle } from "#db/client.ts";
import { readMoneyBack } from "#db/queries/money/refunds/money-back.ts";
import { tokyoDayText } from "#machines/calendar.ts";

/** A refund or a dispute of an invoice, as its page lists it. Amounts are yen, days ISO. */
export interface MoneyBackView {
  key: string;
  kind: "refund" | "dispute";
  method: "card" | "transfer";
  amount: number;
  day: string | null;
  status: string;
  /** Where staff find more of it. */
  page: string | null;
}

/**
 * What of an invoice's money went back or is disputed, the latest first.
 *
 * @param isForStaff whether the pages of finance are named
 */
export async function readMoneyBackView(
  tx: Handle,
  key: { customerId: string; invoiceId: string },
  isForStaff: boolean,
): Promise<MoneyBackView[]> {
  const { refunds, disputes } = await readMoneyBack(tx, key);
  const page = (name: string, id: string) =>
    isForStaff ? `/finance/${name}/${key.customerId}/${id}` : null;
  const views = [
    ...refunds.map((row): MoneyBackView => {
      const { refundId, amount, status, madeOn, paymentId, requestedAt } = row;
      const asked = requestedAt && tokyoDayText(requestedAt.toISOString());
      return {
        ...{ key: refundId, kind: "refund", amount, status, day: madeOn ?? asked },
        ...{ method: paymentId ? "card" : "transfer", page: page("refunds", refundId) },
      };
    }),
    ...disputes.map((row): MoneyBackView => {
      const { disputeId, amount, status, openedOn: day } = row;
      return {
        ...{ key: disputeId, kind: "dispute", amount, status, day, method: "card" },
        page: page("disputes", disputeId),
      };
    }),
  ];
  return views.toSorted((a, b) => ((a.day ?? "") < (b.day ?? "") ? 1 : -1));
}
