import { and, asc, eq, inArray } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract, quote } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

/** A contract on which staff have something to do. */
export interface QueuedContract {
  customerId: string;
  contractId: string;
  number: string;
  customerName: string;
  status: string;
  wishedStart: string | null;
  proposedStart: string | null;
  startDay: string | null;
  endDay: string | null;
  maintenanceVerified: string | null;
  submittedAt: Date | null;
}

/** The contracts in some states, of all customers, the one ordered first first. */
export async function readContractsInStates(
  tx: Handle,
  statuses: readonly string[],
): Promise<QueuedContract[]> {
  const rows = await tx
    .select({
      customerId: contract.customerId,
      contractId: contract.contractId,
      number: contract.number,
      customerName: customer.name,
      status: contract.status,
      wishedStart: contract.wishedStart,
      proposedStart: contract.proposedStart,
      startDay: contract.startDay,
      endDay: contract.endDay,
      maintenanceVerified: contract.maintenanceVerified,
      submittedAt: quote.quotedAt,
    })
    .from(contract)
    .innerJoin(customer, eq(customer.customerId, contract.customerId))
    .leftJoin(
      quote,
      and(eq(quote.customerId, contract.customerId), eq(quote.contractId, contract.contractId)),
    )
    .where(inArray(contract.status, [...statuses]))
    .orderBy(asc(quote.quotedAt), asc(contract.number));
  return rows.map((row) => ({ ...row, number: row.number ?? "" }));
}
