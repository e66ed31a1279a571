import { and, eq, gt, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { deviceLoan } from "#db/schema/device-loan.ts";

/** What staff have to do about a loan. */
export type LoanToDo = "toLend" | "toAnswer" | "toRecover" | "toCheck" | "toCharge";

const conditions: Record<LoanToDo, SQL | undefined> = {
  toLend: inArray(deviceLoan.status, ["waiting", "allocated"]),
  toAnswer: or(
    eq(deviceLoan.relocation, "requested"),
    inArray(deviceLoan.fault, ["reported", "repairing", "replacing"]),
    isNotNull(deviceLoan.lossReportedOn),
  ),
  toRecover: inArray(deviceLoan.status, ["overdue", "recovering"]),
  toCheck: inArray(deviceLoan.status, ["returned", "recovered"]),
  toCharge: gt(deviceLoan.openCharges, 0),
};

/** Loans about which staff have something to do, with the day (ISO, Tokyo) of their last change. */
export async function readLoansToDo(tx: Handle, what: LoanToDo) {
  const rows = await tx
    .select({
      ...{ customerId: deviceLoan.customerId, customerName: customer.name },
      ...{ loanId: deviceLoan.loanId, number: contract.number },
      ...{ changedAt: deviceLoan.changedAt, returnDue: deviceLoan.returnDue },
    })
    .from(deviceLoan)
    .innerJoin(customer, eq(customer.customerId, deviceLoan.customerId))
    .leftJoin(
      contract,
      and(
        eq(contract.customerId, deviceLoan.customerId),
        eq(contract.contractId, deviceLoan.contractId),
      ),
    )
    .where(conditions[what]);
  return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() }));
}
