import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { ContractContext } from "#machines/contract/context.ts";

/** A contract whose next term is to come, as far as its fee depends on it. */
export interface ComingTerm {
  customerId: string;
  contractId: string;
  customerName: string;
  number: string;
  /** `renewalFixed`, `open`, or null before the start. */
  term: string | null;
  context: Pick<ContractContext, "contractId" | "start" | "basic" | "options" | "term" | "ends">;
}

/** Every contract that runs, or whose start is fixed, of which a term can begin up to a day (ISO). */
export async function readComingTerms(tx: Handle, upTo: string): Promise<ComingTerm[]> {
  return rowsOf<ComingTerm>(
    tx,
    sql`select k.customer_id as "customerId", k.contract_id as "contractId", c.name as "customerName",
          coalesce(k.number, '') as number, m.snapshot->'value'->'active'->>'term' as term,
          jsonb_build_object('contractId', k.contract_id, 'start', x->'start', 'basic', x->'basic',
            'options', x->'options', 'term', x->'term', 'ends', x->'ends') as context
        from contract k
          join customer c on c.customer_id = k.customer_id
          join machine m on m.customer_id = k.customer_id and m.machine_id = k.contract_id
          cross join lateral (select m.snapshot->'context' as x) s
        where (k.status = 'active' and k.term_end < ${upTo}::date)
          or (k.status = 'preparing' and k.start_day <= ${upTo}::date)
        order by c.name, k.number`,
  );
}
