import { definitionHash } from "#machines/registry.ts";
import type { BenchDatabase } from "../bench-server.ts";
import type { Past } from "./contract-past.ts";
import { blockInSql, modelBlock, modelSlot, modelTarget, slotInSql, slots } from "./target.ts";

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** SQL for the model's text with the ids of the row at hand. */
const own = (text: string) =>
  `replace(replace(${quote(text)}, '${modelSlot}', slot), '${modelBlock}', block)`;
const ownJson = (value: unknown) => `${own(JSON.stringify(value))}::jsonb`;
const customerId = `${own(modelTarget.customerId)}::uuid`;
const contractId = `${own(modelTarget.contractId)}::uuid`;

/** Which blocks to fill, and the number of their first customer. */
export interface Extent {
  blocks: number;
  firstBlock?: number;
  firstNumber?: number;
}

/** Types of the list columns that are no text. */
const columnTypes: Record<string, string> = {
  annual_price: "bigint",
  wished_start: "date",
  proposed_start: "date",
  start_day: "date",
  term_start: "date",
  term_end: "date",
  end_day: "date",
};

/** The statements that make the contracts, slot after slot, each with the newest line of its history. */
function statementsOf({ machine, event }: Past, extent: Extent): string[] {
  const { blocks, firstBlock = 0, firstNumber = 1 } = extent;
  const rows = `(select ${slotInSql("place")} as slot, ${blockInSql(`(${firstBlock} + n)`)} as block,
      place * ${blocks} + n as nth
    from generate_series(0, ${slots - 1}) as place, generate_series(0, ${blocks - 1}) as n
    order by place, n) as made`;
  const at = quote(event.at);
  const view = Object.entries(machine.view).map(([name, value]) => {
    const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const type = columnTypes[column] ?? "text";
    return { column, value: `${value === null ? "null" : own(String(value))}::${type}` };
  });
  const timers = machine.deadlines.map(
    ({ id, dueAt, event: due }) =>
      `(${customerId}, ${contractId}, ${quote(id)}, ${quote(dueAt)}::timestamptz, ${ownJson(due)})`,
  );
  return [
    `insert into customer (customer_id, number, name, contract_counter, created_at)
     select ${customerId}, ${firstNumber} + nth, 'Customer', 1, ${at} from ${rows}`,
    `insert into machine (customer_id, machine_id, kind, seq, definition_version, definition_hash,
       snapshot, head_hash, changed_at)
     select ${customerId}, ${contractId}, '${machine.kind}', ${machine.seq},
       ${machine.definitionVersion}, '${definitionHash(machine.kind)}', ${ownJson(machine.snapshot)},
       '${machine.headHash}', ${at} from ${rows}`,
    `insert into machine_event (customer_id, machine_id, seq, command_id, event, actor, at,
       recorded_at, from_state, to_state, clauses, definition_version, previous_hash, hash)
     select ${customerId}, ${contractId}, ${event.seq}, ${quote(event.commandId)},
       ${ownJson(event.event)}, ${ownJson(event.actor)}, ${at}, ${at}, ${ownJson(event.from)},
       ${ownJson(event.to)}, ${ownJson(event.clauses)}, ${event.definitionVersion},
       '${event.previousHash}', '${event.hash}' from ${rows}`,
    `insert into contract (customer_id, contract_id, changed_at,
       ${view.map(({ column }) => column).join(", ")})
     select ${customerId}, ${contractId}, ${at}, ${view.map(({ value }) => value).join(", ")}
     from ${rows}`,
    ...(timers.length === 0
      ? []
      : [
          `insert into timer (customer_id, machine_id, timer_id, due_at, event)
           select t.* from ${rows}, lateral (values ${timers.join(", ")}) as t`,
        ]),
  ];
}

/**
 * Fills a migrated database with customers that have one contract each, all with the same past: a
 * hundred in every block.
 */
export async function populate(database: BenchDatabase, past: Past, extent: Extent): Promise<void> {
  await database.asSuperuser("set synchronous_commit = off");
  for (const statement of statementsOf(past, extent)) await database.asSuperuser(statement);
  await database.asSuperuser("set synchronous_commit = on");
  await database.asSuperuser("vacuum analyze");
  await database.asSuperuser("checkpoint");
}
