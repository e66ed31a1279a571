import { currentPortal } from "#app/portal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { writeDecision, type DecisionRow } from "#db/queries/money/bank/receipts.ts";
import type { BankReceiptEvent } from "#machines/bank-receipt/events.ts";
import type { Actor } from "#machines/engine/actor.ts";
import { derivedId } from "#machines/engine/hash.ts";

/** The machine of a receipt's match that is its `seq`-th decision. */
export const matchIdOf = (receiptId: string, seq: number) => derivedId(receiptId, `match/${seq}`);

/** Appends a decision. Throws Problem `conflict` where somebody else was quicker. */
export async function decideOnce(tx: Handle, decision: DecisionRow): Promise<void> {
  if (await writeDecision(tx, decision)) return;
  throw new Problem("conflict", `receipt ${decision.receiptId} was decided on meanwhile`);
}

/**
 * Sends a match its event and appends the decision in the same transaction: of two people who decide at
 * once, one is refused.
 *
 * @throws Problem `conflict` where the receipt or an invoice has changed meanwhile
 */
export async function sendToMatch(
  { customerId, matchId }: { customerId: string; matchId: string },
  actor: Actor,
  event: BankReceiptEvent,
  decision: DecisionRow,
): Promise<void> {
  const outcome = await currentPortal().dispatch(
    {
      ...{ customerId, machineId: matchId, kind: "bankReceipt", actor, event },
      // Of what it says, so that only the same click again is answered as done.
      commandId: `${event.type}/${derivedId(matchId, JSON.stringify(event))}`,
      receivedAt: decision.decidedAt.toISOString(),
    },
    (tx) => decideOnce(tx, decision),
  );
  accepted(outcome);
}
