import { readOptionSnapshots } from "#db/queries/contract/options.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { OptionContext } from "#machines/option/context.ts";
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
  { noticeId, by, option }: PendingNotice,
): Promise<WhatIfResult> {
  if (by === "operator") {
    return summariseCommand(principal, contractId, { type: "acceptWithdrawal", noticeId });
  }
  const operator = { kind: "staff", userId: principal.userId, role: "operations" } as const;
  const agree = { actor: operator, event: { type: "agreeToWithdrawal", noticeId } };
  const event = { type: "requestWithdrawal", noticeId };
  const to = { answers: [agree], optionId: option?.optionId };
  return summariseCommand(principal, contractId, event, to);
}

/**
 * The pending notices of a contract and of its options, and what can be done about each (A17.1, A9.2,
 * 通知の撤回). Nothing is written.
 *
 * @throws Problem `notFound` for a contract of somebody else
 */
export async function readWithdrawalPage(
  principal: Principal,
  contractId: string,
): Promise<WithdrawalPage> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const [stored, options] = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    async (tx) =>
      [
        await readMachineSnapshot(tx, customerId, { machineId: contractId, kind: "contract" }),
        await readOptionSnapshots(tx, customerId, contractId),
      ] as const,
  );
  if (!stored) throw new Problem("notFound", `no contract ${contractId}`);
  const { context } = presentState<ContractContext>(stored);
  const own = options.map((option) => presentState<OptionContext>(option).context);
  const notices: NoticeOfCustomer[] = [];
  for (const notice of noticesOf(context, own, principal.receivedAt).pending) {
    const steps = stepsOf(notice);
    const summary = steps.length > 0 ? await summaryOf(principal, contractId, notice) : null;
    notices.push({ ...notice, steps, summary });
  }
  return { contractId, number: context.number ?? "", notices };
}

/** A step towards a withdrawal as its form sends it. */
export interface TypedWithdrawal {
  step: string;
  noticeId: string;
  /** Empty where the notice is the contract's. */
  optionId: string;
  /** Made by the page, so that a second click changes nothing. */
  commandId: string;
}

/**
 * Takes a step towards the withdrawal of a notice: asks for it, or answers the operator's offer.
 *
 * @throws Problem `conflict` where the notice takes no such step now, `notAllowed` for all but the
 *   owner, `notFound` for a contract of somebody else, `invalid` for another step
 */
export async function stepWithdrawal(
  principal: Principal,
  contractId: string,
  { step: typed, noticeId, optionId, commandId }: TypedWithdrawal,
): Promise<WithdrawalStep> {
  const { customerId, actor } = asMember(principal);
  const step = withdrawalSteps.find((one) => one === typed);
  if (!step || !isIdentifier(commandId)) throw new Problem("invalid", `no such step: ${typed}`);
  if (optionId && !isIdentifier(optionId)) throw new Problem("notFound", "no identifier");
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: optionId || contractId,
    kind: optionId ? "option" : "contract",
    commandId: `${step}/${commandId}`,
    actor,
    receivedAt: principal.receivedAt,
    event: { type: step, noticeId },
  });
  accepted(outcome);
  return step;
}
