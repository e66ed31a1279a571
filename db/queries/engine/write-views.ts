import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Handle } from "#db/client.ts";
import { contract, option } from "#db/schema/contract.ts";
import { invoice, payment } from "#db/schema/money.ts";
import type { MachineState } from "#machines/engine/apply.ts";
import type { View } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";

/** The table of list columns of each kind, and which of its columns is the machine's id. */
export const viewTables = {
  contract: { table: contract, id: "contractId" },
  option: { table: option, id: "optionId" },
  invoice: { table: invoice, id: "invoiceId" },
  payment: { table: payment, id: "paymentId" },
} as const satisfies Record<MachineKind, { table: PgTable; id: string }>;

/** Writes the list columns of changed machines into the table of their kind. */
export async function writeViews(
  tx: Handle,
  machines: readonly (MachineState & { view: View })[],
  now: Date,
): Promise<void> {
  for (const [kind, { table, id }] of Object.entries(viewTables)) {
    const rows = machines
      .filter((machine) => machine.kind === kind)
      .map(({ customerId, machineId, view }) => ({
        ...view,
        customerId,
        [id]: machineId,
        changedAt: now,
      }));
    if (rows.length === 0) continue;
    const columns = getTableColumns(table as PgTable);
    const keys = [columns["customerId"], columns[id]];
    const changed: Record<string, SQL> = {};
    for (const [name, column] of Object.entries(columns)) {
      if (!keys.includes(column))
        changed[name] = sql.raw(`excluded.${JSON.stringify(column.name)}`);
    }
    await tx
      .insert(table as PgTable)
      .values(rows as never)
      .onConflictDoUpdate({ target: keys as never, set: changed as never });
  }
}
