import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { explainDueDay } from "#app/usecases/contracts/explain-deadline.ts";
import { readContracts } from "#db/queries/contracts.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { endedOn } from "./invoice-view.ts";
import { listInvoices } from "#db/queries/money/list-invoices.ts";
import { owedOf } from "#machines/invoice/owed.ts";

/** An invoice in the list. Amounts are yen, days ISO. */
export interface ListedInvoice {
  invoiceId: string;
  number: string;
  status: string;
  issueDay: string;
  dueDay: string;
  dueDerivation: Derivation | null;
  periodStart: string;
  periodEnd: string;
  total: number;
  owed: number;
}

/** The invoices issued to the member's company (請求書, A12.2), the latest first. */
export async function listOwnInvoices(principal: Principal): Promise<ListedInvoice[]> {
  const { customerId } = asMember(principal);
  const { rows, contracts } = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    async (tx) => ({
      rows: await listInvoices(tx, customerId),
      contracts: await readContracts(tx, customerId),
    }),
  );
  const contractOf = new Map(contracts.map((contract) => [contract.contractId, contract]));
  return rows.map((row) => ({
    invoiceId: row.invoiceId,
    number: row.number ?? "",
    status: row.status,
    issueDay: row.issueDay ?? "",
    dueDay: row.dueDay ?? "",
    dueDerivation:
      explainDueDay(row, endedOn(contractOf.get(row.contractId) ?? null))?.derivation ?? null,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    total: row.total,
    owed: owedOf(row),
  }));
}
