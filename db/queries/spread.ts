import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { SpreadScope, SpreadTarget } from "#machines/engine/spread.ts";

const oneOf = (column: SQL, values: readonly string[]): SQL =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** The machines of a scope as a subquery with the columns `customer_id` and `machine_id`. */
function machinesOf(scope: SpreadScope): SQL {
  if ("machines" in scope) {
    const ids = scope.machines.map(({ customerId, machineId }) => ({
      customer_id: customerId,
      machine_id: machineId,
    }));
    return sql`select distinct customer_id, machine_id
      from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as named(customer_id uuid, machine_id uuid)`;
  }
  const { statuses, menus } = scope;
  if (scope.to === "option") {
    return sql`select customer_id, option_id as machine_id from option
      where ${oneOf(sql`status`, statuses)} and ${oneOf(sql`menu_code`, scope.menus)}`;
  }
  const hasMenu =
    menus === null
      ? sql`true`
      : sql`(${oneOf(sql`c.menu_code`, menus)} or exists (select from option o
          where o.customer_id = c.customer_id and o.contract_id = c.contract_id
            and o.status not in ('withdrawn', 'rejected', 'ended')
            and ${oneOf(sql`o.menu_code`, menus)}))`;
  return sql`select c.customer_id, c.contract_id as machine_id from contract c
    where ${oneOf(sql`c.status`, statuses)} and ${hasMenu}`;
}

/**
 * One page of the machines of a scope, in the order of customer and machine.
 *
 * @param after the last machine of the page before; null for the first page
 * @param limit most machines of a page
 * @param untold leaves out machines that have taken this type of event by a command of this beginning
 */
export async function readSpreadTargets(
  tx: Handle,
  scope: SpreadScope,
  after: SpreadTarget | null,
  limit: number,
  untold: { commandsOf: string; type: string } | null = null,
): Promise<SpreadTarget[]> {
  const behind = after
    ? sql`where (customer_id, machine_id) > (${after.customerId}::uuid, ${after.machineId}::uuid)`
    : sql``;
  const isUntold = untold
    ? sql`${after ? sql`and` : sql`where`} not exists (select from machine_event e
        where e.customer_id = targets.customer_id and e.machine_id = targets.machine_id
          and starts_with(e.command_id, ${untold.commandsOf}) and e.event ->> 'type' = ${untold.type})`
    : sql``;
  return rowsOf<SpreadTarget>(
    tx,
    sql`select customer_id as "customerId", machine_id as "machineId"
        from (${machinesOf(scope)}) as targets ${behind} ${isUntold}
        order by customer_id, machine_id limit ${limit}`,
  );
}

/** How many machines a scope has now, and of how many customers. */
export async function countSpreadTargets(
  tx: Handle,
  scope: SpreadScope,
): Promise<{ machines: number; customers: number }> {
  const [row] = await rowsOf<{ machines: number; customers: number }>(
    tx,
    sql`select count(*)::int as machines, count(distinct customer_id)::int as customers
        from (${machinesOf(scope)}) as targets`,
  );
  return row ?? { machines: 0, customers: 0 };
}
