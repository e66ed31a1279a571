import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";
import { readContract } from "#db/queries/contracts.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { termFrom } from "#machines/terms/a10-term.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import { policyOn } from "#machines/terms/policy.ts";

/** A start day that the operator proposes in place of the one wished for (A5.5); days are ISO. */
export interface StartProposal {
  number: string;
  status: string;
  wishedStart: string | null;
  /** Null where nothing waits for an answer. */
  proposal: {
    startDay: string;
    termEnd: string;
    termDerivation: Derivation;
    dueDay: string;
    dueDerivation: Derivation;
    past: boolean;
  } | null;
  /** Whether this member may answer. */
  mayAnswer: boolean;
}

/** What confirming would lead to: the term (A10.1) and the due day of its invoice (A12.2). */
function proposalOf(startDay: string, today: string): StartProposal["proposal"] {
  const start = dayOf(startDay);
  const days = { termStart: start, issuedOn: start, deliveredOn: null };
  const term = termFrom(start);
  const due = invoiceDueDay(days, policyOn(start).dueDateRule);
  return {
    startDay,
    termEnd: term.end.toString(),
    termDerivation: term.derivation,
    dueDay: due.day.toString(),
    dueDerivation: due.derivation,
    past: startDay < today,
  };
}

/** The open proposal of a contract. Throws Problem `notFound` for somebody else's contract. */
export async function readStartProposal(
  principal: Principal,
  contractId: string,
): Promise<StartProposal> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const row = await currentPortal().database.transaction({ role: "portal_app", customerId }, (tx) =>
    readContract(tx, customerId, contractId),
  );
  if (!row) throw new Problem("notFound", `no contract ${contractId}`);
  const { number, status, wishedStart, proposedStart } = row;
  const open = status === "accepted" && proposedStart !== null;
  const today = tokyoDay(principal.receivedAt).toString();
  return {
    number: number ?? "",
    status,
    wishedStart,
    proposal: open ? proposalOf(proposedStart, today) : null,
    mayAnswer: principal.roles.includes("owner"),
  };
}

/**
 * Confirms or declines the proposed start day (A5.5). The answer counts for the day that was shown.
 *
 * @param commandId made by the page, so that a second click changes nothing
 * @throws Problem `conflict` where another day is proposed meanwhile, none is, or it has passed
 */
export async function answerStartProposal(
  principal: Principal,
  contractId: string,
  answer: { confirmed: boolean; shownStartDay: string; commandId: string },
): Promise<void> {
  const { customerId, actor } = asMember(principal);
  const { proposal } = await readStartProposal(principal, contractId);
  if (proposal && proposal.startDay !== answer.shownStartDay) {
    throw new Problem("conflict", `the proposal is ${proposal.startDay} by now`);
  }
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: contractId,
    kind: "contract",
    commandId: `start/${answer.commandId}`,
    actor,
    receivedAt: principal.receivedAt,
    event: { type: answer.confirmed ? "confirmStart" : "declineStart" },
  });
  accepted(outcome);
}
