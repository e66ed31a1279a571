import postgres from "postgres";

/** What the database says of the load, read as superuser behind the portal's back. */
export interface Ledger {
  /** How many contracts of our customers have a paid invoice; null while nobody answers. */
  ordersPaid(): Promise<number | null>;
  /**
   * Sent orders without a paid invoice, and invoices for which money was taken that are not paid, in
   * words. The invoice of a renewal that came after the last visit is only owed.
   */
  unpaidOrders(): Promise<string[]>;
  /** Timers that should have fired by now, in words. */
  overdueTimers(): Promise<string[]>;
  close(): Promise<void>;
}

/** Customers who registered during the run; those of the demo have a story of their own. */
const ours = `customer_id::text in (select m.organization_id::text from member m
  join "user" u on u.id = m.user_id where u.email like '%@faults.example')`;

/** A minute after the sweep would have fired them, by the portal's clock. */
const overdueText = `select concat_ws(' ', 'timer', m.kind, t.timer_id, t.due_at) as what
  from timer t join machine m using (customer_id, machine_id)
  where t.due_at < now() - interval '90 seconds' + coalesce(
    (select offset_milliseconds from portal_clock), 0) * interval '1 millisecond'`;

export function openLedger(superuserUrl: string): Ledger {
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  const words = async (text: string) =>
    (await superuser.unsafe<{ what: string }[]>(text)).map(({ what }) => what);
  return {
    ordersPaid: async () => {
      try {
        const [row] = await superuser.unsafe<{ paid: number }[]>(
          `select count(distinct contract_id)::int as paid from invoice
           where status = 'paid' and ${ours}`,
        );
        return row?.paid ?? null;
      } catch {
        return null;
      }
    },
    unpaidOrders: () =>
      words(
        `select concat_ws(' ', 'order', number, contract_id, status) as what from contract k
         where status <> 'draft' and ${ours} and not exists (select from invoice i
           where i.customer_id = k.customer_id and i.contract_id = k.contract_id
             and i.status = 'paid')
         union all select concat_ws(' ', 'invoice', number, i.status) from invoice i
         where i.status <> 'paid' and ${ours} and exists (select from payment p
           where p.customer_id = i.customer_id and p.invoice_id = i.invoice_id
             and p.status in ('processing', 'succeeded', 'mismatched'))`,
      ),
    overdueTimers: () => words(overdueText),
    close: () => superuser.end({ timeout: 5 }),
  };
}
