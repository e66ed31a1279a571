import { randomUUID } from "node:crypto";
import type { EffectKey, EffectRow } from "#db/queries/effects.ts";
import type { TestDatabase } from "./database.ts";

type Stored = Pick<EffectRow, "state" | "attempts" | "problem" | "rendered">;

/** What a test sees of an effect. */
export type SeenEffect = Stored & {
  key_since: Date | string | null;
  key_number: number;
  looked_up_at: Date | string | null;
  provider_id: string | null;
};

/** Puts an effect into the database as a machine would have, without its job. */
export async function addEffect(
  test: TestDatabase,
  values: Partial<Pick<EffectRow, "kind" | "state" | "attempts">> & {
    params?: Record<string, unknown>;
    rendered?: unknown;
    keySince?: string | null;
    key?: EffectKey;
  } = {},
): Promise<EffectKey> {
  const { kind = "mail", state = "pending", attempts = 0, keySince } = values;
  const { params = { template: "receipt" }, rendered } = values;
  const key = values.key ?? { customerId: randomUUID(), machineId: randomUUID(), seq: 1, n: 0 };
  await test.asSuperuser(
    `insert into effect (customer_id, machine_id, seq, n, kind, params, at, state, attempts,
       rendered, key_since)
     values ($1, $2, $3, $4, $5, $10::text::jsonb, now(), $6, $7, $8::text::jsonb, $9::timestamptz)`,
    [
      ...[key.customerId, key.machineId, key.seq, key.n, kind, state, attempts],
      ...[rendered ? JSON.stringify(rendered) : null, keySince ?? null, JSON.stringify(params)],
    ],
  );
  return key;
}

/** How an effect stands. */
export async function seeEffect(test: TestDatabase, { machineId }: EffectKey): Promise<SeenEffect> {
  const [row] = await test.asSuperuser<SeenEffect>(
    `select state, attempts, problem, rendered, key_since, key_number, looked_up_at, provider_id
     from effect where machine_id = $1`,
    [machineId],
  );
  if (!row) throw new Error(`There is no effect of ${machineId}.`);
  return row;
}

/** The jobs of a queue that carry an effect or a webhook event, oldest first. */
export async function seeJobs(
  test: TestDatabase,
  key: string,
): Promise<{ name: string; state: string; waits: boolean }[]> {
  return test.asSuperuser(
    `select name, state::text as state, start_after > now() + interval '1 minute' as waits
     from pgboss.job where singleton_key = $1 order by created_on`,
    [key],
  );
}
