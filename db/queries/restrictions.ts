import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { discontinuation, restriction } from "#db/schema/restriction.ts";

/** Every restriction, the latest start first. */
export async function readRestrictions(tx: Handle) {
  return tx
    .select()
    .from(restriction)
    .orderBy(desc(restriction.startsAt), desc(restriction.restrictionId))
    .limit(500);
}

/** One restriction, or null. */
export async function findRestriction(tx: Handle, customerId: string, restrictionId: string) {
  const [row] = await tx
    .select()
    .from(restriction)
    .where(
      and(eq(restriction.customerId, customerId), eq(restriction.restrictionId, restrictionId)),
    );
  return row ?? null;
}

/** Every discontinuation, the latest day first. */
export async function readDiscontinuations(tx: Handle) {
  return tx
    .select()
    .from(discontinuation)
    .orderBy(desc(discontinuation.firstDayWithout), desc(discontinuation.discontinuationId))
    .limit(500);
}

/** One discontinuation, or null. */
export async function findDiscontinuation(
  tx: Handle,
  customerId: string,
  discontinuationId: string,
) {
  const [row] = await tx
    .select()
    .from(discontinuation)
    .where(
      and(
        eq(discontinuation.customerId, customerId),
        eq(discontinuation.discontinuationId, discontinuationId),
      ),
    );
  return row ?? null;
}

/** A contract that staff named by its number. */
export interface NamedContract {
  customerId: string;
  customerName: string;
  contractId: string;
  number: string;
}

/** The living contracts with one of the numbers. */
export async function findContractsByNumber(
  tx: Handle,
  numbers: readonly string[],
): Promise<NamedContract[]> {
  if (numbers.length === 0) return [];
  const { customerId, contractId, number, status } = contract;
  const rows = await tx
    .select({ customerId, contractId, number, customerName: customer.name })
    .from(contract)
    .innerJoin(customer, eq(customer.customerId, customerId))
    .where(and(inArray(number, [...numbers]), inArray(status, ["accepted", "preparing", "active"])))
    .orderBy(number);
  return rows.map((row) => ({ ...row, number: row.number ?? "" }));
}

/** A machine that an operator's machine has reached, and what its customer was written because of it. */
export interface Reached {
  customerId: string;
  customerName: string;
  number: string;
  /** The event that it was given. */
  type: string;
  at: string;
  template: string | null;
  /** The state of the mail's effect; null where there was none. */
  state: string | null;
  deliveries: string[];
}

/** Every contract and option that a machine of the operator has reached by spreading, the latest first. */
export async function readReached(
  tx: Handle,
  operatorId: string,
  machineId: string,
): Promise<Reached[]> {
  const commands = `spread/${operatorId}/${machineId}/%`;
  const rows = await rowsOf<Omit<Reached, "at"> & { at: Date | string }>(
    tx,
    sql`select e.customer_id as "customerId", u.name as "customerName",
          coalesce(c.number, '') as number, e.event ->> 'type' as type, e.at,
          m.params ->> 'template' as template, m.state,
          array(select value from jsonb_each_text(coalesce(m.deliveries, '{}'::jsonb))
            order by value) as deliveries
        from machine_event e
        join customer u on u.customer_id = e.customer_id
        left join "option" o on o.customer_id = e.customer_id and o.option_id = e.machine_id
        left join contract c on c.customer_id = e.customer_id
          and c.contract_id = coalesce(o.contract_id, e.machine_id)
        left join effect m on m.customer_id = e.customer_id and m.machine_id = e.machine_id
          and m.seq = e.seq and m.kind = 'mail'
        where e.command_id like 'spread/%' and e.command_id like ${commands}
        order by e.at desc, u.name, c.number limit 2000`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
