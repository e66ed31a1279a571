import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted } from "#app/usecases/problem.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { readDraft } from "./read-draft.ts";

/** An order that its applicant may want to take back. */
export interface Withdrawable {
  number: string | null;
  status: string;
  /** Whether it can be withdrawn now: sent, not yet accepted, and allowed by policy (A10.1). */
  possible: boolean;
}

/** What the page on withdrawing shows. Throws Problem `notFound` for somebody else's order. */
export async function readWithdrawal(
  principal: Principal,
  contractId: string,
): Promise<Withdrawable> {
  const { contract } = await readDraft(principal, contractId);
  const { orderWithdrawalAllowed } = policyOn(tokyoDay(principal.receivedAt));
  const possible = contract.status === "submitted" && orderWithdrawalAllowed;
  return { number: contract.number, status: contract.status, possible };
}

/**
 * Withdraws an order that was not accepted yet (申込みの取下げ; A10.1, policy). Twice is once.
 *
 * @throws Problem `notFound` for somebody else's order, `conflict` where it was decided meanwhile
 */
export async function withdrawOrder(principal: Principal, contractId: string): Promise<void> {
  const { customerId, actor } = asMember(principal);
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: contractId,
    kind: "contract",
    commandId: "withdraw",
    actor,
    receivedAt: principal.receivedAt,
    event: { type: "withdraw" },
  });
  accepted(outcome);
}
