import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract, quote } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { machine } from "#db/schema/engine.ts";

/** A contract with what tells which work of staff it waits for. */
export interface WaitingContract {
  customerId: string;
  contractId: string;
  number: string;
  customerName: string;
  wishedStart: string | null;
  proposedStart: string | null;
  startDay: string | null;
  endDay: string | null;
  maintenanceVerified: string | null;
  submittedAt: Date | null;
  /** The version of the terms to which the customer has yet to consent (A5.1). */
  awaitedConsent: string | null;
  /** The parts of the wind-down with their states; null unless the contract has ended. */
  windDown: Record<string, string> | null;
}

/** The contracts of all customers in some states, the one ordered first first. */
export async function readWaitingContracts(
  tx: Handle,
  statuses: readonly string[],
): Promise<WaitingContract[]> {
  const rows = await tx
    .select({
      customerId: contract.customerId,
      contractId: contract.contractId,
      number: contract.number,
      customerName: customer.name,
      wishedStart: contract.wishedStart,
      proposedStart: contract.proposedStart,
      startDay: contract.startDay,
      endDay: contract.endDay,
      maintenanceVerified: contract.maintenanceVerified,
      submittedAt: quote.quotedAt,
      awaitedConsent: sql<string | null>`${machine.snapshot} -> 'context' ->> 'awaitedConsent'`,
      windDown: sql<Record<string, string> | null>`${machine.snapshot} -> 'value' -> 'ended'`,
    })
    .from(contract)
    .innerJoin(customer, eq(customer.customerId, contract.customerId))
    .leftJoin(
      machine,
      and(eq(machine.customerId, contract.customerId), eq(machine.machineId, contract.contractId)),
    )
    .leftJoin(
      quote,
      and(eq(quote.customerId, contract.customerId), eq(quote.contractId, contract.contractId)),
    )
    .where(inArray(contract.status, [...statuses]))
    .orderBy(asc(quote.quotedAt), asc(contract.number));
  return rows.map((row) => ({ ...row, number: row.number ?? "" }));
}
