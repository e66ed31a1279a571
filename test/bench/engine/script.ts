import postgres from "postgres";
import type { BenchDatabase } from "../bench-server.ts";
import type { Recording, Statement } from "./recorder.ts";
import { blockInSql, modelBlock, modelSlot, slotInSql } from "./target.ts";

/** A statement that works on any target: `:block` and `:slot` stand for the numbers of both. */
export type Template = string;

/** An escaped literal. It has no colon of its own, since pgbench would take it for a variable's. */
const literal = (text: string) =>
  `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\x3a")}'`;

/** A recorded parameter with the block's and, for `one` command, the slot's numbers left open. */
function parameterTemplate(value: string | null, type: string, isOne: boolean): string {
  if (value === null) return `cast(null as ${type})`;
  let text = literal(value);
  if (value.includes(modelBlock)) {
    text = `replace(${text}, '${modelBlock}', ${blockInSql(":block")})`;
  }
  if (isOne && value.includes(modelSlot)) {
    text = `replace(${text}, '${modelSlot}', ${slotInSql(":slot")})`;
  }
  return `cast(${text} as ${type})`;
}

/** What the server takes each parameter for. */
async function typesOf(sql: postgres.ReservedSql, { text, types }: Statement): Promise<string[]> {
  const names = await sql<{ name: string }[]>`
    select case oid when 0 then 'unknown' else format_type(oid, null) end as name
    from unnest(${types.map(String)}::oid[]) with ordinality as t (oid, n) order by n`;
  const given = names.length === 0 ? "" : `(${names.map(({ name }) => name).join(", ")})`;
  await sql.unsafe(`prepare recorded ${given} as ${text}`);
  const [row] = await sql<{ types: string[] }[]>`
    select parameter_types::text[] as types from pg_prepared_statements where name = 'recorded'`;
  await sql.unsafe("deallocate recorded");
  return row?.types ?? [];
}

/**
 * Makes statements for any target out of a recorded transaction on the model target, or on the whole
 * model block. The values stay fixed but for the ids.
 */
export async function templatesOf(
  database: BenchDatabase,
  recording: Recording,
  isOne: boolean,
): Promise<Template[]> {
  const connection = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    const sql = await connection.reserve();
    await sql`select set_config('role', 'portal_engine', false)`;
    const templates: Template[] = [];
    for (const statement of recording) {
      const types = statement.parameters.length === 0 ? [] : await typesOf(sql, statement);
      const parameters = statement.parameters.map((value, n) =>
        parameterTemplate(value, types[n] ?? "text", isOne),
      );
      templates.push(
        statement.text
          .trim()
          .replace(/;$/, "")
          .replaceAll(/\$(\d+)/g, (_, n: string) => parameters[Number(n) - 1] ?? `$${n}`),
      );
    }
    sql.release();
    return templates;
  } finally {
    await connection.end({ timeout: 5 });
  }
}
