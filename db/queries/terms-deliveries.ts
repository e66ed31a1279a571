import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { EffectKey } from "./effects.ts";

/**
 * How far the mail about a version has got: waiting for its turn, taken by the provider, delivered to
 * every reader, returned for one of them, or given up.
 */
export const termsDeliveryStates = ["queued", "sent", "delivered", "bounced", "failed"] as const;

export type TermsDeliveryState = (typeof termsDeliveryStates)[number];

export type DeliveryCounts = Record<TermsDeliveryState, number> & {
  /** Returned or given up, and nobody has told the customer in another way yet. */
  open: number;
};

/** The mail about a version to one customer, and what became of it. */
export interface TermsDelivery extends EffectKey {
  customerName: string;
  contractNumber: string;
  template: string;
  /** ISO instant at which the contract decided to write. */
  at: string;
  state: TermsDeliveryState;
  /** How the customer was told otherwise; null where nobody has said. */
  followUp: { note: string; at: string; by: string } | null;
}

const stateOf = sql`case
  when exists (select from jsonb_each_text(coalesce(e.deliveries, '{}'::jsonb)) as told
    where told.value in ('bounced', 'failed', 'suppressed')) then 'bounced'
  when e.state in ('dead', 'unresolved') then 'failed'
  when e.state <> 'done' then 'queued'
  when (select bool_and(coalesce(e.deliveries ->> id, '') in ('delivered', 'complained'))
    from unnest(string_to_array(e.provider_id, ' ')) as id) then 'delivered'
  else 'sent' end`;

const isAboutTerms = sql`e.kind = 'mail' and e.params ->> 'template' like 'terms-change%'`;
const about = (version: string) =>
  sql`${isAboutTerms} and e.params #>> '{facts,said,versionId}' = ${version}`;
const isOpen = sql`state in ('bounced', 'failed') and note is null`;

const deliveries = (where: SQL) => sql`
  select e.customer_id, e.machine_id, e.seq, e.n, e.at, e.params, ${stateOf} as state,
    f.note, f.noted_at, f.noted_by
  from effect e left join delivery_follow_up f using (customer_id, machine_id, seq, n)
  where ${where}`;

/** How many mails about a version are in each state. */
export async function countTermsDeliveries(tx: Handle, version: string): Promise<DeliveryCounts> {
  const rows = await rowsOf<{ state: TermsDeliveryState; mails: number; open: number }>(
    tx,
    sql`select state, count(*)::int as mails, count(*) filter (where ${isOpen})::int as open
        from (${deliveries(about(version))}) as d group by state`,
  );
  const counts = { queued: 0, sent: 0, delivered: 0, bounced: 0, failed: 0, open: 0 };
  for (const { state, mails, open } of rows) {
    counts[state] = mails;
    counts.open += open;
  }
  return counts;
}

interface Row extends EffectKey {
  customerName: string;
  contractNumber: string | null;
  template: string;
  at: Date | string;
  state: TermsDeliveryState;
  note: string | null;
  notedAt: Date | string | null;
  notedBy: string | null;
}

const instant = (value: Date | string) => new Date(value).toISOString();

/** One page of the mails about a version in a state, or in any; the latest first. */
export async function readTermsDeliveries(
  tx: Handle,
  version: string,
  state: TermsDeliveryState | null,
  page: { offset: number; limit: number },
): Promise<TermsDelivery[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`select d.customer_id as "customerId", d.machine_id as "machineId", d.seq, d.n, d.at, d.state,
          c.name as "customerName", d.params #>> '{facts,number}' as "contractNumber",
          d.params ->> 'template' as template, d.note, d.noted_at as "notedAt", u.name as "notedBy"
        from (${deliveries(about(version))}) as d
          join customer c using (customer_id) left join "user" u on u.id = d.noted_by
        where ${state}::text is null or d.state = ${state}::text
        order by d.at desc, c.name, d.machine_id, d.seq
        limit ${page.limit} offset ${page.offset}`,
  );
  return rows.map(({ note, notedAt, notedBy, at, contractNumber, ...row }) => ({
    ...row,
    ...{ at: instant(at), contractNumber: contractNumber ?? "" },
    followUp: note !== null && notedAt ? { note, at: instant(notedAt), by: notedBy ?? "" } : null,
  }));
}

/** A mail that came back or was given up and that nobody has followed up. */
export interface OpenTermsDelivery extends EffectKey {
  customerName: string;
  contractNumber: string;
  version: string;
  state: TermsDeliveryState;
  /** ISO instant at which the contract decided to write. */
  at: string;
}

/** The mails about versions that did not reach their customer, the earliest first. */
export async function readOpenTermsDeliveries(tx: Handle): Promise<OpenTermsDelivery[]> {
  const rows = await rowsOf<Omit<OpenTermsDelivery, "at"> & { at: Date | string }>(
    tx,
    sql`select d.customer_id as "customerId", d.machine_id as "machineId", d.seq, d.n, d.at, d.state,
          c.name as "customerName", coalesce(d.params #>> '{facts,number}', '') as "contractNumber",
          d.params #>> '{facts,said,versionId}' as version
        from (${deliveries(isAboutTerms)}) as d join customer c using (customer_id)
        where ${isOpen} order by d.at, d.customer_id, d.machine_id, d.seq, d.n`,
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** Notes how a customer was told whom a mail did not reach; the first note stays. */
export async function noteFollowUp(
  tx: Handle,
  { customerId, machineId, seq, n }: EffectKey,
  { note, at, userId }: { note: string; at: Date; userId: string },
): Promise<void> {
  await rowsOf(
    tx,
    sql`insert into delivery_follow_up (customer_id, machine_id, seq, n, note, noted_at, noted_by)
        values (${customerId}, ${machineId}, ${seq}, ${n}, ${note}, ${at.toISOString()}, ${userId})
        on conflict do nothing`,
  );
}
