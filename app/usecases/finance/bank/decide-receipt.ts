import { currentPortal } from "#app/portal.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { freePayoutReceipt, matchPayoutReceipt } from "#app/workflow/payout-receipt.ts";
import {
  findReceipt,
  readDecisions,
  readMatches,
  type DecisionRow,
} from "#db/queries/money/bank/receipts.ts";
import { listInvoices } from "#db/queries/money/list-invoices.ts";
import { readPayoutsWithoutReceipt } from "#db/queries/money/payouts/receipts.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { payoutProposals } from "../payouts/propose-payouts.ts";
import { typedYenOrZero } from "../typed-yen.ts";
import { carryLeftOver } from "./left-over.ts";
import { proposalsFor } from "./match-receipts.ts";
import { readMatching } from "./matching.ts";
import { decideOnce, matchIdOf, sendToMatch } from "./send-match.ts";

/** A receipt with the number of decisions that the page showed: after another one it is refused. */
export interface ReceiptTarget {
  receiptId: string;
  seen: number;
}

/** A part of a receipt as it was typed: yen, and yen that the bank kept. */
export interface TypedPart {
  invoiceId: string;
  amount: string;
  fee: string;
}

/** What is wrong with what was typed. */
export type DecisionFault =
  | ("reasonMissing" | "reasonTooLong" | "amount" | "tooMuch" | "nothing")
  | ("payoutGone" | "payoutAmount");

const longestReason = 500;

/** The receipt as it stands. Throws Problem `notFound`, and `conflict` where it has moved on. */
async function stand(principal: Principal, { receiptId, seen }: ReceiptTarget) {
  asStaff(principal, "finance");
  requireIdentifiers(receiptId);
  const found = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => ({
      receipt: await findReceipt(tx, receiptId),
      decisions: await readDecisions(tx, receiptId),
      matches: await readMatches(tx, receiptId),
    }),
  );
  const { receipt, decisions, matches } = found;
  if (!receipt) throw new Problem("notFound", `no receipt ${receiptId}`);
  const last = decisions.at(-1);
  if ((last?.seq ?? 0) !== seen) throw new Problem("conflict", "it was decided on meanwhile");
  const kind = last?.kind ?? "reopened";
  const isOpen = kind === "reopened" || kind === "unmatched";
  return { receipt, last, isOpen, match: matches.find(({ status }) => status === "applied") };
}

const decisionOf = (
  principal: Principal,
  { receiptId, seen }: ReceiptTarget,
  kind: DecisionRow["kind"],
  more: Partial<DecisionRow> = {},
): DecisionRow => ({
  ...{ receiptId, seq: seen + 1, kind, matchId: null, confidence: null, reasons: [], note: null },
  ...{
    payoutId: null,
    decidedBy: principal.userId,
    decidedAt: new Date(principal.receivedAt),
    ...more,
  },
});

function requireOpen(isOpen: boolean): void {
  if (!isOpen) throw new Problem("conflict", "it is matched or set aside");
}

/**
 * Applies a receipt to invoices of one customer as a person chose; what is left becomes its credit.
 *
 * @returns what is wrong with what was typed, null where it is done
 * @throws Problem `notFound`, `conflict` where receipt or invoice changed meanwhile, `notAllowed`
 */
export async function matchReceipt(
  principal: Principal,
  target: ReceiptTarget,
  customerId: string,
  typed: readonly TypedPart[],
): Promise<DecisionFault | null> {
  const actor = asStaff(principal, "finance");
  const { receipt, isOpen } = await stand(principal, target);
  requireOpen(isOpen);
  requireIdentifiers(customerId, ...typed.map(({ invoiceId }) => invoiceId));
  if (receipt.amount <= 0) throw new Problem("conflict", "the bank took it back");
  const parts = typed.map(({ invoiceId, ...texts }) => {
    return { invoiceId, amount: typedYenOrZero(texts.amount), fee: typedYenOrZero(texts.fee) };
  });
  const allocations = parts.flatMap(({ invoiceId, amount, fee }) =>
    amount ? [{ invoiceId, amount, fee: fee ?? 0 }] : [],
  );
  if (parts.some(({ amount, fee }) => amount === null || fee === null)) return "amount";
  if (parts.some(({ amount, fee }) => !amount && fee)) return "amount";
  const sum = allocations.reduce((total, { amount }) => total + amount, 0);
  if (sum > receipt.amount) return "tooMuch";
  const { receiptId, amount, valueDay } = receipt;
  const matchId = matchIdOf(receiptId, target.seen + 1);
  const { proposals, invoices } = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => {
      const { index } = await readMatching(tx, tokyoDayText(principal.receivedAt));
      const proposed = proposalsFor(receipt, index);
      return { proposals: proposed, invoices: await listInvoices(tx, customerId) };
    },
  );
  const its = proposals.find((proposal) => proposal.customerId === customerId);
  await sendToMatch(
    { customerId, matchId },
    actor,
    {
      ...{ type: "apply", receiptId, amount, valueDay },
      allocations: carryLeftOver(allocations, amount - sum, invoices),
    },
    decisionOf(principal, target, "matched", {
      ...{ matchId, confidence: its?.confidence ?? null, reasons: its?.reasons ?? [] },
    }),
  );
  return null;
}

/**
 * Matches a receipt to the payout whose money it is, as a person chose. Returns and throws as `matchReceipt`;
 * `payoutGone` where the payout has another line by now.
 */
export async function matchToPayout(
  principal: Principal,
  target: ReceiptTarget,
  payoutId: string,
): Promise<DecisionFault | null> {
  const { receipt, isOpen } = await stand(principal, target);
  requireOpen(isOpen);
  const { database } = currentPortal();
  const payouts = await database.transaction({ role: "portal_staff" }, (tx) =>
    readPayoutsWithoutReceipt(tx, [receipt.amount]),
  );
  const its = payoutProposals(receipt, payouts).find((each) => each.payoutId === payoutId);
  const { confidence = null, reasons = [] } = its ?? {};
  const against = await database.transaction({ role: "portal_engine" }, (tx) =>
    matchPayoutReceipt(
      tx,
      receipt,
      payoutId,
      decisionOf(principal, target, "matched", { payoutId, confidence, reasons }),
    ),
  );
  if (against !== "decided") return against;
  throw new Problem("conflict", `receipt ${target.receiptId} was decided on meanwhile`);
}

/** A reason as typed, or what is wrong with it. */
function reasonOf(typed: string): { note: string } | { fault: DecisionFault } {
  const note = typed.toWellFormed().replaceAll("\0", "").trim();
  if (note === "") return { fault: "reasonMissing" };
  return note.length > longestReason ? { fault: "reasonTooLong" } : { note };
}

/**
 * Sets a receipt aside that is no customer's, or that the bank took back, with the reason. Its money stays
 * among what is not applied. Returns and throws as `matchReceipt`.
 */
export async function setReceiptAside(
  principal: Principal,
  target: ReceiptTarget,
  typed: string,
): Promise<DecisionFault | null> {
  const { isOpen } = await stand(principal, target);
  requireOpen(isOpen);
  const reason = reasonOf(typed);
  if ("fault" in reason) return reason.fault;
  const decision = decisionOf(principal, target, "setAside", reason);
  const scope = { role: "portal_engine" } as const;
  await currentPortal().database.transaction(scope, (tx) => decideOnce(tx, decision));
  return null;
}

/**
 * Takes the last decision back, with the reason: a match with invoices or with a payout is reversed with all
 * that it booked, and what was set aside waits again. Returns and throws as `matchReceipt`.
 */
export async function undoDecision(
  principal: Principal,
  target: ReceiptTarget,
  typed: string,
): Promise<DecisionFault | null> {
  const actor = asStaff(principal, "finance");
  const { isOpen, match, last } = await stand(principal, target);
  if (isOpen) throw new Problem("conflict", "nothing is decided");
  const reason = reasonOf(typed);
  if ("fault" in reason) return reason.fault;
  if (match) {
    const { customerId, matchId } = match;
    const decision = decisionOf(principal, target, "unmatched", { matchId, ...reason });
    await sendToMatch({ customerId, matchId }, actor, { type: "reverse" }, decision);
    return null;
  }
  const scope = { role: "portal_engine" } as const;
  if (last?.payoutId) {
    const { payoutId } = last;
    const decision = decisionOf(principal, target, "unmatched", { payoutId, ...reason });
    const isFree = await currentPortal().database.transaction(scope, (tx) =>
      freePayoutReceipt(tx, decision),
    );
    if (!isFree) throw new Problem("conflict", "the match has changed meanwhile");
    return null;
  }
  const decision = decisionOf(principal, target, "reopened", reason);
  await currentPortal().database.transaction(scope, (tx) => decideOnce(tx, decision));
  return null;
}
