import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import {
  matchReceipt,
  matchToPayout,
  setReceiptAside,
  undoDecision,
} from "#app/usecases/finance/bank/decide-receipt.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** Runs what a form of a receipt's page asks for, and says why it was not done where it was not. */
export async function receiptAction(principal: Principal, receiptId: string, sent: FormData) {
  const text = (name: string) => String(sent.get(name) ?? "");
  const intent = text("intent");
  const customerId = text("customerId");
  const target = { receiptId, seen: Number(text("seen")) };
  const typed = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  const payoutId = text("payoutId");
  const form = { match: `match-${customerId}`, matchPayout: `payout-${payoutId}` }[intent];
  const refused = (error: string, status: number) =>
    data({ error, form: form ?? "reason", typed }, { status });
  return answer(async () => {
    try {
      const parts = sent.getAll("invoice").map((id) => {
        const invoiceId = String(id);
        return { invoiceId, amount: text(`amount-${invoiceId}`), fee: text(`fee-${invoiceId}`) };
      });
      const fault =
        intent === "match"
          ? await matchReceipt(principal, target, customerId, parts)
          : intent === "matchPayout"
            ? await matchToPayout(principal, target, payoutId)
            : intent === "setAside"
              ? await setReceiptAside(principal, target, text("reason"))
              : await undoDecision(principal, target, text("reason"));
      if (fault) return refused(fault, 422);
      const done =
        { match: "matched", matchPayout: "matchedPayout", setAside: "setAside" }[intent] ??
        "undone";
      return redirect(`/finance/receipts/${receiptId}?done=${done}`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return refused("conflict", 409);
      throw error;
    }
  });
}
