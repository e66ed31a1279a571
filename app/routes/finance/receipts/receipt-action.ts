import { data, redirect } from "react-router";
import { answer } from "#app/middleware/answer.ts";
import {
  matchReceipt,
  setReceiptAside,
  undoDecision,
} from "#app/usecases/finance/bank/decide-receipt.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

/** Runs what a form of a receipt's page asks for, and says why it was not done where it was not. */
export async function receiptAction(principal: Principal, receiptId: string, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent");
  const customerId = text("customerId");
  const target = { receiptId, seen: Number(text("seen")) };
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const refused = (error: string, status: number) =>
    data({ error, form: intent === "match" ? `match-${customerId}` : "reason", typed }, { status });
  return answer(async () => {
    try {
      const parts = form.getAll("invoice").map((id) => {
        const invoiceId = String(id);
        return { invoiceId, amount: text(`amount-${invoiceId}`), fee: text(`fee-${invoiceId}`) };
      });
      const fault =
        intent === "match"
          ? await matchReceipt(principal, target, customerId, parts)
          : intent === "setAside"
            ? await setReceiptAside(principal, target, text("reason"))
            : await undoDecision(principal, target, text("reason"));
      if (fault) return refused(fault, 422);
      const done = { match: "matched", setAside: "setAside" }[intent] ?? "undone";
      return redirect(`/finance/receipts/${receiptId}?done=${done}`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return refused("conflict", 409);
      throw error;
    }
  });
}
