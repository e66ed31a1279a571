import postgres from "postgres";
import { plannerSettings } from "#db/client.ts";
import type { BareRunner } from "./bare-statements.ts";
import { closedLoop } from "./closed-loop.ts";
import type { Template } from "./script.ts";
import { scattered, slots } from "./target.ts";

/** A template as the driver takes it: its variables as numbered parameters. */
function numbered(template: Template) {
  const names: ("block" | "slot")[] = [];
  const text = template.replaceAll(/(?<!:):(block|slot)\b/g, (_, name: "block" | "slot") => {
    if (!names.includes(name)) names.push(name);
    return `cast($${names.indexOf(name) + 1} as int)`;
  });
  return { text, names };
}

/** The same statements through the driver, for machines without pgbench. */
export const driverRunner: BareRunner = {
  tool: "the driver, since there is no pgbench",
  run: async (database, script, { clients, from, each, preparing, seconds, blocks }) => {
    const statements = script.templates.map(numbered);
    const sql = postgres(database.url, {
      ...{ max: clients, onnotice: () => {} },
      connection: { ...plannerSettings },
    });
    try {
      // Opens all connections before the time runs.
      await Promise.all(Array.from({ length: clients }, () => sql`select pg_sleep(0.1)`));
      let n = from;
      const next = () => {
        if (n === from + clients * each) return null;
        const [block, slot] =
          script.size === 1 ? [Math.floor(n / slots), n % slots] : ([n, 0] as const);
        const values = { block: scattered(block, blocks), slot };
        n += 1;
        return () =>
          sql.begin(async (tx) => {
            for (const { text, names } of statements) {
              const parameters = names.map((name) => values[name]);
              await tx.unsafe(text, parameters, { prepare: true });
            }
          });
      };
      const first = await closedLoop(clients, preparing, next);
      const run = await closedLoop(clients, seconds ?? Number.POSITIVE_INFINITY, next);
      return { ...run, done: (first.done + run.done) * script.size, rate: run.rate * script.size };
    } finally {
      await sql.end({ timeout: 5 });
    }
  },
};
