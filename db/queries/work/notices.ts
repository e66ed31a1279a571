import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

/** A notice of cancellation about which staff have to do something. */
export interface WaitingNotice {
  customerId: string;
  contractId: string;
  number: string;
  customerName: string;
  noticeId: string;
  /** The ISO day on which it was sent, or on which its giver asked to take it back. */
  since: string;
}

/** The operator's notices (A17.1) that came back: they count only once delivered in another way. */
export async function readBouncedNotices(tx: Handle): Promise<WaitingNotice[]> {
  return rowsOf<WaitingNotice>(
    tx,
    sql`select c.customer_id as "customerId", c.contract_id as "contractId", c.number,
          cu.name as "customerName", notice ->> 'id' as "noticeId", notice ->> 'sentOn' as since
        from contract c
          join customer cu using (customer_id)
          join machine m on m.customer_id = c.customer_id and m.machine_id = c.contract_id,
          jsonb_array_elements(m.snapshot -> 'context' -> 'sentNotices') as notice
        where c.status in ('accepted', 'preparing', 'active') and notice @> '{"bounced": true}'`,
  );
}

/** The customers' own notices, of contracts and of options, that they have asked to take back. */
export async function readAskedWithdrawals(tx: Handle): Promise<WaitingNotice[]> {
  return rowsOf<WaitingNotice>(
    tx,
    sql`select c.customer_id as "customerId", c.contract_id as "contractId", c.number,
          cu.name as "customerName", pending ->> 'id' as "noticeId",
          pending ->> 'withdrawalAskedOn' as since
        from (
            select customer_id, contract_id, contract_id as machine_id from contract
            where exit = 'pending' and status in ('accepted', 'preparing', 'active')
            union all
            select customer_id, contract_id, option_id from "option"
            where status in ('accepted', 'provisioning', 'active', 'working')
          ) as ending
          join contract c using (customer_id, contract_id)
          join customer cu using (customer_id)
          join machine m on m.customer_id = ending.customer_id and m.machine_id = ending.machine_id,
          jsonb_array_elements(m.snapshot -> 'context' -> 'ends') as pending
        where pending ->> 'withdrawalAskedOn' is not null and pending ->> 'by' = 'customer'`,
  );
}
