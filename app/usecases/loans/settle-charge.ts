import { isIdentifier, newIdentifier } from "#app/identifier.ts";
import { typedText, type TextProblem } from "#app/usecases/breaches/typed-text.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { findLoan, writeDeviceNote, type NamedLoan } from "#db/queries/loans.ts";
import type { OpenCharge } from "#machines/device/context.ts";
import { sendToLoan, type LoanTarget } from "./act-on-loan.ts";
import { loanSnapshot } from "./loan-snapshot.ts";

/** A loan with what finance has to charge or to waive. */
export interface LoanCharges {
  loan: Pick<NamedLoan, "customerName" | "contractNumber" | "serialNumber" | "status">;
  charges: OpenCharge[];
}

/** How a charge is settled: by an invoice, or by a reason why nothing is charged. */
export interface TypedSettlement {
  chargeNo: string;
  by: string | null;
  text: string | null;
}

export interface SettlementProblems {
  by?: "missing";
  text?: TextProblem;
}

/**
 * The charges of a loan that finance has not decided (A7.5, A7.6, A8.1).
 *
 * @throws Problem `notFound` where there is no such loan, `notAllowed` without the role finance
 */
export async function readLoanCharges(
  principal: Principal,
  { customerId, loanId }: { customerId: string; loanId: string },
): Promise<LoanCharges> {
  asStaff(principal, "finance");
  if (![customerId, loanId].every(isIdentifier)) throw new Problem("notFound", "no identifier");
  const loan = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    findLoan(tx, customerId, loanId),
  );
  const snapshot = await loanSnapshot(customerId, loanId);
  if (!loan || !snapshot) throw new Problem("notFound", `no loan ${loanId}`);
  const { customerName, contractNumber, serialNumber, status } = loan;
  return {
    loan: { customerName, contractNumber, serialNumber, status },
    charges: snapshot.context.charges,
  };
}

/**
 * Records that a charge was invoiced, with the invoice's number, or why nothing is charged. With the last one
 * a loan of which nothing is out is settled.
 *
 * @returns what is wrong by field, else null
 * @throws Problem `notFound`, `conflict` where the charge was settled already, `notAllowed` for other roles
 */
export async function settleCharge(
  principal: Principal,
  target: LoanTarget,
  typed: TypedSettlement,
): Promise<SettlementProblems | null> {
  const actor = asStaff(principal, "finance");
  const by = (["invoice", "waiver"] as const).find((one) => one === typed.by);
  const { text, problem } = typedText(typed.text);
  if (!by || problem) {
    return { ...(by ? {} : { by: "missing" as const }), ...(problem ? { text: problem } : {}) };
  }
  const chargeNo = Number(typed.chargeNo);
  if (!Number.isSafeInteger(chargeNo) || chargeNo < 1) throw new Problem("invalid", "no charge");
  const { customerId, loanId } = target;
  const noteId = newIdentifier();
  const event = { type: "settleCharge", chargeNo, by, noteId };
  await sendToLoan(principal, actor, target, event, (tx) =>
    writeDeviceNote(tx, {
      ...{ customerId, loanId, noteId, text, writtenBy: principal.userId },
      writtenAt: new Date(principal.receivedAt),
    }),
  );
  return null;
}
