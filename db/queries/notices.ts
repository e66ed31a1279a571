import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { EffectKey } from "./effects.ts";

/** The mail of a notice to one customer. */
export interface CustomerNotice {
  key: EffectKey;
  params: Record<string, unknown>;
  at: Date;
}

const untold = sql`where not exists (select from effect e
    where e.params ? 'noticeId' and e.params ->> 'noticeId' = r.params ->> 'noticeId'
      and e.customer_id = r."customerId" and e.params ->> 'template' = r.params ->> 'template')`;

/**
 * Lays down the mails of a notice, one a customer. What is there already stays as it is, so that a
 * repeat writes to nobody twice. Returns the keys of the new ones.
 *
 * @param onlyNew true leaves out customers who have had a mail of this name about the same thing
 */
export async function addNoticeMails(
  tx: Handle,
  notices: readonly CustomerNotice[],
  onlyNew = false,
): Promise<EffectKey[]> {
  if (notices.length === 0) return [];
  const rows = notices.map(({ key, params, at }) => ({ ...key, params, at: at.toISOString() }));
  return rowsOf<EffectKey>(
    tx,
    sql`insert into effect (customer_id, machine_id, seq, n, kind, params, at)
        select "customerId", "machineId", seq, n, 'mail', params, at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r("customerId" uuid, "machineId" uuid, seq int, n int, params jsonb, at timestamptz)
        ${onlyNew ? untold : sql``}
        on conflict do nothing
        returning customer_id as "customerId", machine_id as "machineId", seq, n`,
  );
}

/** What became of a notice's mail to one customer. */
export interface NoticeDelivery {
  customerId: string;
  customerName: string;
  template: string;
  at: string;
  /** The state of the effect: pending, done, unknown, unresolved or dead. */
  state: string;
  /** The last delivery states that the provider told, one a reader. */
  deliveries: string[];
}

/** Who was told of something, the latest notice first, and what became of each mail. */
export async function readNoticeDeliveries(
  tx: Handle,
  noticeId: string,
): Promise<NoticeDelivery[]> {
  const rows = await rowsOf<Omit<NoticeDelivery, "at"> & { at: Date | string }>(
    tx,
    sql`select e.customer_id as "customerId", c.name as "customerName",
          e.params ->> 'template' as template, e.at, e.state,
          array(select value from jsonb_each_text(coalesce(e.deliveries, '{}'::jsonb))
            order by value) as deliveries
        from effect e join customer c using (customer_id)
        where e.params ? 'noticeId' and e.params ->> 'noticeId' = ${noticeId} and e.kind = 'mail'
        order by e.at desc, c.name, e.customer_id limit 2000`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
