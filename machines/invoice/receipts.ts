import { movedBy, type Stamped } from "./base.ts";
import type { GivenBack, InvoiceContext, InvoiceReceipt } from "./context.ts";
import { payableOf } from "./credit-account.ts";

type Moved = Pick<InvoiceContext, "receipts" | "givenBack">;

/** Takes yen out of receipts in turn; the rest keep their places. */
function takenOut(
  receipts: readonly InvoiceReceipt[],
  turn: readonly InvoiceReceipt[],
  amount: number,
): InvoiceReceipt[] {
  let gone = amount;
  const left = new Map(
    turn.map((one) => {
      const taken = Math.min(one.amount, gone);
      gone -= taken;
      return [one, one.amount - taken];
    }),
  );
  return receipts
    .map((one) => ({ ...one, amount: left.get(one) ?? one.amount }))
    .filter(({ amount: rest }) => rest > 0);
}

/** Those of one source first; where an earlier release counted it, no receipt bears its id: then others. */
function ownFirst(receipts: readonly InvoiceReceipt[], event: Stamped): InvoiceReceipt[] {
  const source = "receiptId" in event ? event.receiptId : "paymentId" in event && event.paymentId;
  const isOwn = ({ id }: InvoiceReceipt) => id === source;
  return [
    ...receipts.filter((one) => isOwn(one)).toReversed(),
    ...receipts.filter((one) => !isOwn(one)).toReversed(),
  ];
}

/** What an event brings in, on its value day. */
function receiptOf(event: Stamped): InvoiceReceipt | null {
  if (event.type === "paymentReceived") {
    const { paymentId: id, valueDay, amount } = event;
    return amount > 0 ? { id, valueDay, amount } : null;
  }
  if (event.type === "setOffReceived") {
    const { setOffId: id, valueDay, amount } = event;
    return { id, valueDay, amount };
  }
  if (event.type !== "transferReceived") return null;
  const { receiptId: id, valueDay, amount, fee } = event;
  return { id, valueDay, amount: amount + fee };
}

/** What had been given back and comes back: that much of it was never given. */
function takenBack(
  { receipts, givenBack }: Moved,
  { id, amount, receipt }: { id: string; amount: number; receipt: InvoiceReceipt | null },
): Moved {
  let left = amount;
  const after = givenBack
    .map((one): GivenBack => {
      const part = one.id === id ? Math.min(left, one.amount) : 0;
      left -= part;
      return { ...one, amount: one.amount - part };
    })
    .filter((one) => one.amount > 0);
  const rest = receipt && left > 0 ? [{ ...receipt, amount: left }] : [];
  return { receipts: [...receipts, ...rest], givenBack: after };
}

/** By which name what leaves is known where it was paid too much. */
const nameOf = (event: Stamped) =>
  event.type === "declareSetOff" ? event.setOffId : "refundId" in event ? event.refundId : "";

/**
 * What came in so far with what an event brings or takes back. What was paid too much and is given back changes
 * nothing of what had settled the invoice, and when; only what is taken from that is as if it had never come.
 */
export function receiptsAfter(context: InvoiceContext, event: Stamped): Moved {
  const { receipts, givenBack, paid } = context;
  const came = receiptOf(event);
  if (came) return { receipts: [...receipts, came], givenBack };
  if (event.type === "refundReturned" || event.type === "creditReturned") {
    const { refundId: id, amount } = event;
    const receipt =
      event.type === "refundReturned"
        ? { id: event.paymentId, valueDay: event.valueDay, amount }
        : null;
    return takenBack(context, { id, amount, receipt });
  }
  const gone = -movedBy(event);
  if (gone <= 0) return { receipts, givenBack };
  const isGiven = ["paymentRefunded", "declareSetOff", "creditPaidBack"].includes(event.type);
  const onTop = isGiven ? Math.min(gone, Math.max(0, paid - payableOf(context))) : 0;
  const given = onTop > 0 ? [{ id: nameOf(event), day: event.day, amount: onTop }] : [];
  return {
    receipts: takenOut(receipts, ownFirst(receipts, event), gone - onTop),
    givenBack: [...givenBack, ...given],
  };
}
