import { and, count, desc, eq, ilike, ne, or, type SQL } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";

/** What a list of contracts is narrowed by; empty texts narrow nothing. */
export interface ContractSearch {
  /** Part of a contract's number or of the company's name. */
  text: string;
  status: string;
}

export interface ListedContract {
  customerId: string;
  contractId: string;
  number: string;
  customerName: string;
  status: string;
  exit: string;
  startDay: string | null;
  termStart: string | null;
  termEnd: string | null;
  endDay: string | null;
}

function narrowed({ text, status }: ContractSearch): SQL | undefined {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return and(
    // A draft is the customer's own until it is sent.
    ne(contract.status, "draft"),
    status ? eq(contract.status, status) : undefined,
    text ? or(ilike(contract.number, pattern), ilike(customer.name, pattern)) : undefined,
  );
}

/** One page of the contracts of all customers, the one that changed last first, and how many there are. */
export async function searchContracts(
  tx: Handle,
  search: ContractSearch,
  page: { offset: number; limit: number },
): Promise<{ rows: ListedContract[]; total: number }> {
  const where = narrowed(search);
  const joined = eq(customer.customerId, contract.customerId);
  const [counted] = await tx
    .select({ total: count() })
    .from(contract)
    .innerJoin(customer, joined)
    .where(where);
  const rows = await tx
    .select({
      customerId: contract.customerId,
      contractId: contract.contractId,
      number: contract.number,
      customerName: customer.name,
      status: contract.status,
      exit: contract.exit,
      startDay: contract.startDay,
      termStart: contract.termStart,
      termEnd: contract.termEnd,
      endDay: contract.endDay,
    })
    .from(contract)
    .innerJoin(customer, joined)
    .where(where)
    .orderBy(desc(contract.changedAt), desc(contract.contractId))
    .limit(page.limit)
    .offset(page.offset);
  return {
    rows: rows.map((row) => ({ ...row, number: row.number ?? "" })),
    total: counted?.total ?? 0,
  };
}
