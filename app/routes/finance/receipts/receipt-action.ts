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
import { deedNamed } from "../deeds.ts";

/** What a form asks for: where the page answers it, what it does, and the word for what was done. */
interface Deed {
  form: string;
  done: string;
  run(): ReturnType<typeof undoDecision>;
}

function deedsOf(principal: Principal, receiptId: string, sent: FormData): Record<string, Deed> {
  const text = (name: string) => String(sent.get(name) ?? "");
  const target = { receiptId, seen: Number(text("seen")) };
  const [customerId, payoutId, reason] = [text("customerId"), text("payoutId"), text("reason")];
  const parts = sent.getAll("invoice").map((id) => {
    const invoiceId = String(id);
    return { invoiceId, amount: text(`amount-${invoiceId}`), fee: text(`fee-${invoiceId}`) };
  });
  return {
    match: {
      ...{ form: `match-${customerId}`, done: "matched" },
      run: () => matchReceipt(principal, target, customerId, parts),
    },
    matchPayout: {
      ...{ form: `payout-${payoutId}`, done: "matchedPayout" },
      run: () => matchToPayout(principal, target, payoutId),
    },
    setAside: {
      ...{ form: "reason", done: "setAside" },
      run: () => setReceiptAside(principal, target, reason),
    },
    undo: {
      ...{ form: "reason", done: "undone" },
      run: () => undoDecision(principal, target, reason),
    },
  };
}

/** Runs what a form of a receipt's page asks for, and says why it was not done where it was not. */
export async function receiptAction(principal: Principal, receiptId: string, sent: FormData) {
  const typed = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  return answer(async () => {
    const deed = deedNamed(deedsOf(principal, receiptId, sent), typed.intent ?? "");
    const refused = (error: string, status: number) =>
      data({ error, form: deed.form, typed }, { status });
    try {
      const fault = await deed.run();
      if (fault) return refused(fault, 422);
      return redirect(`/finance/receipts/${receiptId}?done=${deed.done}`, 303);
    } catch (error) {
      if (error instanceof Problem && error.code === "conflict") return refused("conflict", 409);
      throw error;
    }
  });
}
