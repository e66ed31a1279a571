import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { Days } from "./booked.ts";

/** A line of a payout with the payout and what it was matched to. Amounts are yen, days ISO. */
export interface ReportedLine {
  payoutId: string;
  arrivalDay: string;
  payoutAmount: number;
  status: string;
  lineId: string;
  type: string;
  amount: number;
  fee: number;
  net: number;
  sourceId: string | null;
  state: string;
  reason: string;
  invoiceNumber: string | null;
  customerName: string | null;
}

/** Every line of the payouts that arrived within some days, in the order of their arrival. */
export async function readReportedLines(
  tx: Handle,
  { firstDay, lastDay }: Days,
): Promise<ReportedLine[]> {
  type Stored = {
    [Name in keyof ReportedLine]: ReportedLine[Name] extends number
      ? string | number
      : ReportedLine[Name];
  };
  const rows = await rowsOf<Stored>(
    tx,
    sql`select p.payout_id as "payoutId", p.arrival_day::text as "arrivalDay",
          p.amount as "payoutAmount", p.status, l.line_id as "lineId", l.type, l.amount, l.fee, l.net,
          l.source_id as "sourceId", l.state, l.reason, i.number as "invoiceNumber",
          c.name as "customerName"
        from payout p join payout_line l on l.payout_id = p.payout_id
          left join customer c on c.customer_id = l.customer_id
          left join invoice i on i.customer_id = l.customer_id and i.invoice_id = l.invoice_id
        where p.arrival_day between ${firstDay}::date and ${lastDay}::date
        order by p.arrival_day, p.payout_id, l.type, l.line_id`,
  );
  return rows.map((row) => ({
    ...row,
    ...{ payoutAmount: Number(row.payoutAmount), amount: Number(row.amount) },
    ...{ fee: Number(row.fee), net: Number(row.net) },
  }));
}
