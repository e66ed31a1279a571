import { readContractSnapshot } from "#db/queries/contract-state.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { noticesOf, type PendingNotice } from "./notices.ts";
import { summariseCommand } from "./what-if/summary.ts";
import type { WhatIfResult } from "./what-if/try-command.ts";

/** What a customer can do about a notice: ask to take back its own, or answer the operator's offer. */
export const withdrawalSteps = [
  "requestWithdrawal",
  "acceptWithdrawal",
  "declineWithdrawal",
] as const;

export type WithdrawalStep = (typeof withdrawalSteps)[number];

/** A notice with the steps that the customer can take now, and what its withdrawal changes. */
export interface NoticeOfCustomer extends PendingNotice {
  steps: WithdrawalStep[];
  /** What changes if both sides agree to the withdrawal; null where nothing can be done. */
  summary: WhatIfResult | null;
}

/** The page on which a customer sees the pending notices and takes them back. */
export interface WithdrawalPage {
  contractId: string;
  number: string;
  notices: NoticeOfCustomer[];
}

function stepsOf({ by, askedOn }: PendingNotice): WithdrawalStep[] {
  if (by === "customer") return askedOn === null ? ["requestWithdrawal"] : [];
  return askedOn === null ? [] : ["acceptWithdrawal", "declineWithdrawal"];
}

/** The withdrawal of a notice that both sides agree to, tried on a copy. */
async function summaryOf(
  principal: Principal,
  contractId: string,
  { noticeId, by }: PendingNotice,
): Promise<WhatIfResult> {
  if (by === "operator") {
    return summariseCommand(principal, contractId, { type: "acceptWithdrawal", noticeId });
  }
  const operator = { kind: "staff", userId: principal.userId, role: "operations" } as const;
  const agree = { actor: operator, event: { type: "agreeToWithdrawal", noticeId } };
  return summariseCommand(
    principal,
    contractId,
    { type: "requestWithdrawal", noticeId },
    {
      answers: [agree],
    },
  );
}

/**
 * The pending notices of a contract and what can be done about each (A17.1, 通知の撤回). Nothing is
 * written.
 *
 * @throws Problem `notFound` for a contract of somebody else
 */
export async function readWithdrawalPage(
  principal: Principal,
  contractId: string,
): Promise<WithdrawalPage> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const stored = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    (tx) => readContractSnapshot(tx, customerId, contractId),
  );
  if (!stored) throw new Problem("notFound", `no contract ${contractId}`);
  const { context } = presentState<ContractContext>(stored);
  const notices: NoticeOfCustomer[] = [];
  for (const notice of noticesOf(context, principal.receivedAt).pending) {
    const steps = stepsOf(notice);
    const summary = steps.length > 0 ? await summaryOf(principal, contractId, notice) : null;
    notices.push({ ...notice, steps, summary });
  }
  return { contractId, number: context.number ?? "", notices };
}

/**
 * Takes a step towards the withdrawal of a notice: asks for it, or answers the operator's offer.
 *
 * @param commandId made by the page, so that a second click changes nothing
 * @throws Problem `conflict` where the notice takes no such step now, `notAllowed` for all but the
 *   owner, `notFound` for a contract of somebody else, `invalid` for another step
 */
export async function stepWithdrawal(
  principal: Principal,
  contractId: string,
  { step: typed, noticeId, commandId }: { step: string; noticeId: string; commandId: string },
): Promise<WithdrawalStep> {
  const { customerId, actor } = asMember(principal);
  const step = withdrawalSteps.find((one) => one === typed);
  if (!step || !isIdentifier(commandId)) throw new Problem("invalid", `no such step: ${typed}`);
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: contractId,
    kind: "contract",
    commandId: `${step}/${commandId}`,
    actor,
    receivedAt: principal.receivedAt,
    event: { type: step, noticeId },
  });
  accepted(outcome);
  return step;
}
