import { getTableColumns, getTableName, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { preparedRows, type Handle } from "#db/client.ts";
import { pipelined } from "#db/pipeline.ts";
import { approval } from "#db/schema/approval.ts";
import { bankMatch } from "#db/schema/bank.ts";
import { breachCase } from "#db/schema/breach-case.ts";
import { card } from "#db/schema/card.ts";
import { consentRequest } from "#db/schema/consent-request.ts";
import { contract, option } from "#db/schema/contract.ts";
import { maintenance } from "#db/schema/maintenance.ts";
import { monthClose } from "#db/schema/month-close.ts";
import { creditNote } from "#db/schema/credit-note.ts";
import { discontinuation, restriction } from "#db/schema/restriction.ts";
import { invoice, payment } from "#db/schema/money.ts";
import { dispute, refund } from "#db/schema/refund.ts";
import { deviceLoan } from "#db/schema/device-loan.ts";
import { matter } from "#db/schema/matter.ts";
import { stockDevice } from "#db/schema/stock-device.ts";
import { termsVersion } from "#db/schema/terms.ts";
import type { MachineState } from "#machines/engine/change.ts";
import type { View } from "#machines/engine/definition.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";

/** The table of list columns of each kind, and which of its columns is the machine's id. */
export const viewTables = {
  contract: { table: contract, id: "contractId" },
  option: { table: option, id: "optionId" },
  invoice: { table: invoice, id: "invoiceId" },
  payment: { table: payment, id: "paymentId" },
  refund: { table: refund, id: "refundId" },
  dispute: { table: dispute, id: "disputeId" },
  card: { table: card, id: "cardId" },
  bankReceipt: { table: bankMatch, id: "matchId" },
  maintenance: { table: maintenance, id: "maintenanceId" },
  restriction: { table: restriction, id: "restrictionId" },
  discontinuation: { table: discontinuation, id: "discontinuationId" },
  breachCase: { table: breachCase, id: "caseId" },
  consentRequest: { table: consentRequest, id: "requestId" },
  termsVersion: { table: termsVersion, id: "termsVersionId" },
  monthClose: { table: monthClose, id: "monthId" },
  approval: { table: approval, id: "approvalId" },
  creditNote: { table: creditNote, id: "creditNoteId" },
  device: { table: deviceLoan, id: "loanId" },
  stockDevice: { table: stockDevice, id: "deviceId" },
  informationChange: { table: matter, id: "matterId" },
  materialRequest: { table: matter, id: "matterId" },
  deviceInquiry: { table: matter, id: "matterId" },
  claim: { table: matter, id: "matterId" },
  incidentContact: { table: matter, id: "matterId" },
  confidentialItem: { table: matter, id: "matterId" },
} as const satisfies Record<MachineKind, { table: PgTable; id: string }>;

/** Of a kind's table: the columns by their names in a view, and the statement that writes rows of it. */
function writerOf({ table, id }: { table: PgTable; id: string }) {
  const columns = Object.entries(getTableColumns(table));
  const keys = columns.filter(([name]) => name === "customerId" || name === id);
  const others = columns.filter(([name]) => name !== "customerId" && name !== id);
  const list = (some: typeof columns) => some.map(([, { name }]) => `"${name}"`).join(", ");
  const target = `"${getTableName(table)}"`;
  const [head, tail] = [
    `insert into ${target} (${list(columns)})
     select ${list(columns)} from jsonb_populate_recordset(null::${target}, `,
    `) on conflict (${list(keys)}) do update set
     ${others.map(([, { name }]) => `"${name}" = excluded."${name}"`).join(", ")}`,
  ];
  return {
    columns,
    statement: (rows: unknown): SQL =>
      sql`${sql.raw(head)}${JSON.stringify(rows)}::jsonb${sql.raw(tail)}`,
  };
}

const writers = Object.entries(viewTables).map(([kind, place]) => ({
  ...{ kind, id: place.id },
  ...writerOf(place),
}));

/** Writes the list columns of changed machines into the table of their kind. */
export async function writeViews(
  tx: Handle,
  machines: readonly (MachineState & { view: View })[],
  now: Date,
): Promise<void> {
  const changedAt = now.toISOString();
  const writes = writers.flatMap(({ kind, id, columns, statement }) => {
    const rows = machines
      .filter((machine) => machine.kind === kind)
      .map(({ customerId, machineId, view }) => {
        const members: Record<string, unknown> = {
          ...view,
          customerId,
          [id]: machineId,
          changedAt,
        };
        return Object.fromEntries(columns.map(([member, { name }]) => [name, members[member]]));
      });
    return rows.length === 0 ? [] : [preparedRows(tx, statement(rows))];
  });
  await pipelined(writes);
}
