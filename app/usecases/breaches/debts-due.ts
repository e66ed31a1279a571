import type { ContractRow } from "#db/queries/contracts.ts";
import type { UnsettledInvoice } from "#db/queries/unsettled-invoices.ts";
import { dayOf } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { dueDayOfDebt, unpaidFeesDueDay } from "#machines/terms/a17-cancellation.ts";
import { policyOn } from "#machines/terms/policy.ts";

/** A debt with the day on which it falls due by a record or a termination. */
export interface DebtDue {
  invoiceId: string;
  number: string;
  contractNumber: string;
  /** Yen. */
  owed: number;
  /** As it is due now, and as it will be; ISO. */
  dueDay: string;
  newDueDay: string;
  derivation: Derivation;
}

/**
 * When each unpaid invoice falls due (A12.2, A16.2, A17.2): the earliest day that applies.
 *
 * @param today ISO day on which it is recorded or terminated
 * @param accelerated whether every debt falls due on this day
 * @param ending contracts that end on this day
 */
export function debtsDue(
  invoices: readonly UnsettledInvoice[],
  contracts: readonly ContractRow[],
  {
    today,
    accelerated,
    ending,
  }: { today: string; accelerated: boolean; ending: readonly string[] },
): DebtDue[] {
  const day = dayOf(today);
  const afterEnd = unpaidFeesDueDay(day, policyOn(day).dueDateRule).day;
  return invoices.map(({ invoiceId, number, contractId, owed, dueDay }) => {
    const found = dueDayOfDebt({
      invoice: dayOf(dueDay),
      acceleration: accelerated ? day : null,
      contractEnd: ending.includes(contractId) ? afterEnd : null,
    });
    const contract = contracts.find((one) => one.contractId === contractId);
    return {
      ...{ invoiceId, number, owed, dueDay, contractNumber: contract?.number ?? "" },
      newDueDay: found.day.toString(),
      derivation: found.derivation,
    };
  });
}
