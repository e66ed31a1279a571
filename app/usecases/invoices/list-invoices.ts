import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { listInvoices } from "#db/queries/money/list-invoices.ts";
import { outstanding } from "#machines/invoice/machine.ts";

/** An invoice in the list. Amounts are yen, days ISO. */
export interface ListedInvoice {
  invoiceId: string;
  number: string;
  status: string;
  issueDay: string;
  dueDay: string;
  periodStart: string;
  periodEnd: string;
  total: number;
  owed: number;
}

/** The invoices issued to the member's company (請求書, A12.2), the latest first. */
export async function listOwnInvoices(principal: Principal): Promise<ListedInvoice[]> {
  const { customerId } = asMember(principal);
  const rows = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    (tx) => listInvoices(tx, customerId),
  );
  return rows.map((row) => ({
    invoiceId: row.invoiceId,
    number: row.number ?? "",
    status: row.status,
    issueDay: row.issueDay ?? "",
    dueDay: row.dueDay ?? "",
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    total: row.total,
    owed: outstanding(row),
  }));
}
