import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readLatestSeqs, readOpenReceipts } from "#db/queries/money/bank/receipts.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { proposalsFor } from "./match-receipts.ts";
import { readMatching } from "./matching.ts";
import type { Proposal } from "./proposal.ts";
import { matchIdOf, sendToMatch } from "./send-match.ts";

/** Commands under way at once: they share transactions. */
const atOnce = 200;

/** The proposal that is sure enough to be applied without a person, where there is one. */
export const confidentOf = (proposals: readonly Proposal[], confident: number) => {
  const [best] = proposals;
  return best && best.confidence >= confident ? best : null;
};

/**
 * Applies every receipt that is as sure as the operator asks for (policy), each once and each invoice once:
 * a second receipt for the same invoice is left to a person. It may be broken off and started again.
 *
 * @returns how many were applied, and how many were refused because something changed meanwhile
 */
export async function applyConfident(
  principal: Principal,
): Promise<{ applied: number; refused: number }> {
  asStaff(principal, "finance");
  const { receivedAt } = principal;
  const read = await currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => ({
    receipts: await readOpenReceipts(tx),
    seqs: await readLatestSeqs(tx),
    matching: await readMatching(tx, tokyoDayText(receivedAt)),
  }));
  const { index, confident } = read.matching;
  const claimed = new Set<string>();
  const sure = read.receipts.flatMap((receipt) => {
    // What a person has undone is not done again by itself.
    if (read.seqs.has(receipt.receiptId)) return [];
    const proposal = confidentOf(proposalsFor(receipt, index), confident);
    if (!proposal || proposal.allocations.some(({ invoiceId }) => claimed.has(invoiceId)))
      return [];
    for (const { invoiceId } of proposal.allocations) claimed.add(invoiceId);
    return [{ receipt, proposal }];
  });
  const result = { applied: 0, refused: 0 };
  const rest = sure.values();
  const applyOn = async () => {
    for (const { receipt, proposal } of rest) {
      const { receiptId, amount, valueDay } = receipt;
      const { customerId, reasons, confidence } = proposal;
      const matchId = matchIdOf(receiptId, 1);
      const allocations = proposal.allocations.map(({ number: _, ...part }) => part);
      try {
        await sendToMatch(
          { customerId, matchId },
          { kind: "portal" },
          { type: "apply", receiptId, amount, valueDay, allocations },
          {
            ...{ receiptId, seq: 1, kind: "matched", matchId, confidence, reasons },
            ...{ payoutId: null, note: null, decidedBy: null, decidedAt: new Date(receivedAt) },
          },
        );
        result.applied += 1;
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "conflict") throw error;
        result.refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, applyOn));
  return result;
}
