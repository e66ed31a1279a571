import type { TestDatabase, TestStore } from "#test/helpers/database.ts";
import { faultsOf } from "#test/helpers/stored.ts";
import type { Acknowledged } from "./journal.ts";
import { openLeftBehind } from "./store.ts";

export interface StoredEvent {
  machineId: string;
  commandId: string;
  type: string;
}

export interface StoredMachine {
  machineId: string;
  kind: string;
  state: unknown;
  context: Record<string, unknown>;
}

export interface StoredEffect {
  machineId: string;
  key: string;
  kind: string;
  state: string;
  attempts: number;
  problem: string | null;
  /** Which mail, and the Tokyo day on which it was decided; null for other effects. */
  template: string | null;
  day: string | null;
  /** Keys under which its mails were sent, one for each person; empty for other effects. */
  mails: { key: string; to: string }[];
}

export interface StoredPayment {
  paymentId: string;
  invoiceId: string;
  status: string;
  /** Yen. */
  amount: number;
  sessionId: string | null;
  chargeId: string | null;
}

/** What the provider's side has seen; it was never killed. */
export interface ProviderState {
  charges: {
    id: string;
    status: string;
    amount: number;
    payment_intent: string | null;
    metadata: Record<string, string>;
  }[];
  mails: {
    id: string;
    to: string[];
    subject: string;
    text: string | null;
    idempotency_key: string | null;
  }[];
}

/** Everything that the checks look at, read after the last stop. */
export interface Evidence {
  acknowledged: readonly Acknowledged[];
  events: StoredEvent[];
  machines: StoredMachine[];
  effects: StoredEffect[];
  payments: StoredPayment[];
  invoices: { invoiceId: string; status: string; total: number; paid: number }[];
  forms: { contractId: string; form: Record<string, Record<string, unknown>> }[];
  /** What the providers told of machines. */
  inbox: { eventId: string; type: string; state: string; outcome: string | null }[];
  /** Yen debited less yen credited, by account. */
  balances: Record<string, number>;
  droppedTimers: number;
  /** What the engine's own check finds: chains, replays, timers, ledger transactions, numbers. */
  engineFaults: string[];
  provider: ProviderState;
}

type Left = Pick<TestDatabase, "database" | "asSuperuser" | "close">;

async function readMoney({ asSuperuser }: Left) {
  const balances = await asSuperuser<{ account: string; balance: string }>(
    `select account, (sum(debit) - sum(credit))::text as balance from ledger_entry group by 1`,
  );
  return {
    payments: await asSuperuser<StoredPayment>(
      `select payment_id as "paymentId", invoice_id as "invoiceId", status, amount::float8 as amount,
         session_id as "sessionId", charge_id as "chargeId" from payment`,
    ),
    invoices: await asSuperuser<Evidence["invoices"][number]>(
      `select invoice_id as "invoiceId", status, total::float8 as total, paid::float8 as paid
       from invoice`,
    ),
    balances: Object.fromEntries(
      balances.map(({ account, balance }) => [account, Number(balance)]),
    ),
  };
}

async function readEffects({ asSuperuser }: Left): Promise<StoredEffect[]> {
  return asSuperuser<StoredEffect>(
    `select machine_id as "machineId", concat_ws('/', customer_id, machine_id, seq, n) as key,
       kind, state, attempts, problem, params->>'template' as template, params->>'day' as day,
       case when jsonb_typeof(rendered) <> 'array' then '[]'::jsonb else coalesce(
         (select jsonb_agg(jsonb_build_object('key', mail->'key', 'to', mail->'to'))
          from jsonb_array_elements(rendered) mail), '[]'::jsonb) end as mails from effect`,
  );
}

/**
 * Mails of accounts belong to no machine: what the provider tells of them waits two minutes for an
 * effect that never comes, and is then laid aside.
 */
const inboxOfMachines = `(select told.* from inbox told left join
    (select distinct unnest(string_to_array(provider_id, ' ')) as id from effect) sent
      on sent.id = told.object_id
    where told.provider = 'stripe' or sent.id is not null)`;

/** What is still under way: effects that are not done and events that are not worked, in words. */
export async function listUnfinished(store: TestStore): Promise<string[]> {
  const left = await openLeftBehind(store);
  try {
    const rows = await left.asSuperuser<{ what: string }>(
      `select concat_ws(' ', e.kind, e.state, e.attempts, e.problem, j.state, j.retry_count,
           j.start_after - now()) as what
         from effect e left join pgboss.job j on j.name = 'effect'
           and j.data->>'machineId' = e.machine_id::text and (j.data->>'seq')::int = e.seq
           and (j.data->>'n')::int = e.n and j.state < 'completed'
         where e.state in ('pending', 'unknown')
       union all select concat_ws(' ', i.type, i.state, i.outcome, j.state, j.retry_count,
           j.start_after - now())
         from ${inboxOfMachines} i left join pgboss.job j on j.name = 'inbox'
           and j.data->>'eventId' = i.event_id and j.state < 'completed'
         where i.state = 'received'`,
    );
    return rows.map(({ what }) => what);
  } finally {
    await left.close();
  }
}

/**
 * Reads the database that the portal left, and asks the sandbox what it has seen.
 *
 * @param inspect the check of everything the engine stored; it may be another process
 */
export async function gatherEvidence(
  store: TestStore,
  sandboxUrl: string,
  acknowledged: readonly Acknowledged[],
  inspect: (left: Left) => Promise<string[]> = (left) => faultsOf(left as TestDatabase),
): Promise<Evidence> {
  const left = await openLeftBehind(store);
  const { asSuperuser } = left;
  try {
    const [dropped] = await asSuperuser<{ count: number }>(
      "select count(*)::int as count from audit where outcome = 'timer dropped'",
    );
    return {
      acknowledged,
      events: await asSuperuser(
        `select machine_id as "machineId", command_id as "commandId", event->>'type' as type
         from machine_event`,
      ),
      machines: await asSuperuser(
        `select machine_id as "machineId", kind, snapshot->'value' as state,
           snapshot->'context' as context from machine`,
      ),
      effects: await readEffects(left),
      ...(await readMoney(left)),
      forms: await asSuperuser(`select contract_id as "contractId", form from order_form`),
      inbox: await asSuperuser(`select i.event_id as "eventId", i.type, i.state, i.outcome
         from ${inboxOfMachines} i`),
      droppedTimers: dropped?.count ?? 0,
      engineFaults: await inspect(left),
      provider: (await (await fetch(`${sandboxUrl}/_sandbox/deeds`)).json()) as ProviderState,
    };
  } finally {
    await left.close();
  }
}
