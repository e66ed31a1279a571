import { sql, type SQL } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";

export type DocumentKind = "invoice" | "creditNote";

/** What documents are looked for; days are ISO, amounts yen, null where it does not matter. */
export interface DocumentSearch {
  firstDay: string;
  lastDay: string;
  least: number | null;
  most: number | null;
  /** A part of a name, in any spelling of width and case. */
  partner: string | null;
  kind: DocumentKind | null;
}

/** A document that corrects an invoice. */
export interface Correction {
  number: string;
  issueDay: string;
  /** Yen by which it reduces the invoice. */
  amount: number;
}

/** A document that was issued to a customer. Days are ISO, amounts yen. */
export interface FoundDocument {
  kind: DocumentKind;
  customerId: string;
  customerName: string;
  documentId: string;
  number: string;
  issueDay: string;
  amount: number;
  /** The invoice that it is, or that it corrects. */
  invoiceId: string;
  invoiceNumber: string;
  status: string;
  /** What corrected it since, the earliest first. */
  corrections: Correction[];
}

const documents = sql`
  (select 'invoice' as kind, customer_id, invoice_id as document_id, number, issue_day,
     total as amount, invoice_id, number as invoice_number, status
   from invoice where number is not null
   union all
   select 'creditNote', customer_id, credit_note_id, number, issue_day, total, invoice_id,
     invoice_number, status
   from credit_note where number is not null) d`;

/** A company is found by the name that it has and by those that it had when it ordered. */
const named = (partner: string) => {
  const like = `%${partner.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const spelled = (column: SQL) => sql`normalize(${column}, NFKC) ilike normalize(${like}, NFKC)`;
  return sql`(${spelled(sql`c.name`)} or exists (select from registration r
    where r.customer_id = d.customer_id
      and (${spelled(sql`r.company_name`)} or ${spelled(sql`r.company_name_kana`)})))`;
};

function conditions({ firstDay, lastDay, least, most, partner, kind }: DocumentSearch): SQL {
  const parts = [sql`d.issue_day between ${firstDay}::date and ${lastDay}::date`];
  if (least !== null) parts.push(sql`d.amount >= ${least}`);
  if (most !== null) parts.push(sql`d.amount <= ${most}`);
  if (partner !== null) parts.push(named(partner));
  if (kind !== null) parts.push(sql`d.kind = ${kind}`);
  return sql.join(parts, sql` and `);
}

/** How many documents a search finds, and what they come to: credit notes count as less. */
export async function countDocuments(
  tx: Handle,
  search: DocumentSearch,
): Promise<{ count: number; sum: number }> {
  const [row] = await rowsOf<{ count: number; sum: string }>(
    tx,
    sql`select count(*)::int as count,
          coalesce(sum(case d.kind when 'invoice' then d.amount else -d.amount end), 0) as sum
        from ${documents} join customer c on c.customer_id = d.customer_id
        where ${conditions(search)}`,
  );
  return { count: row?.count ?? 0, sum: Number(row?.sum ?? 0) };
}

/** Documents that a search finds, the latest first, with what corrected them. */
export async function findDocuments(
  tx: Handle,
  search: DocumentSearch,
  page: { offset: number; limit: number },
): Promise<FoundDocument[]> {
  type Stored = Omit<FoundDocument, "amount"> & { amount: string };
  const rows = await rowsOf<Stored>(
    tx,
    sql`select d.kind, d.customer_id as "customerId", c.name as "customerName",
          d.document_id as "documentId", d.number, d.issue_day::text as "issueDay", d.amount,
          d.invoice_id as "invoiceId", d.invoice_number as "invoiceNumber", d.status,
          case d.kind when 'invoice' then coalesce((
            select jsonb_agg(jsonb_build_object('number', n.number, 'issueDay', n.issue_day::text,
              'amount', n.total) order by n.issue_day, n.number)
            from credit_note n where n.customer_id = d.customer_id
              and n.invoice_id = d.invoice_id and n.number is not null), '[]')
          else '[]' end as corrections
        from ${documents} join customer c on c.customer_id = d.customer_id
        where ${conditions(search)}
        order by d.issue_day desc, d.customer_id, d.number desc
        offset ${page.offset} limit ${page.limit}`,
  );
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
