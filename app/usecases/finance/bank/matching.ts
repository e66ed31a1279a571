import type { Handle } from "#db/client.ts";
import { readKnownPayers } from "#db/queries/money/bank/known-payers.ts";
import { readOpenInvoices } from "#db/queries/money/open-invoices.ts";
import { dayOf } from "#machines/calendar.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { indexFor, type MatchIndex } from "./match-receipts.ts";
import { owedOf } from "#machines/invoice/owed.ts";

/** Everything that receipts are compared with, as of a day, under the role of staff. */
export interface Matching {
  index: MatchIndex;
  customerNames: ReadonlyMap<string, string>;
  /** From this confidence on a proposal is applied by itself. */
  confident: number;
}

/** Reads what is owed and by what names customers pay. `today`: ISO day. */
export async function readMatching(tx: Handle, today: string): Promise<Matching> {
  const { transferFees, confidentMatch } = policyOn(dayOf(today));
  const payers = await readKnownPayers(tx);
  const invoices = (await readOpenInvoices(tx)).map(
    ({ customerId, invoiceId, number, dueDay, total, credited, paid }) => ({
      ...{ customerId, invoiceId, number: number ?? "", dueDay: dueDay ?? today },
      owed: owedOf({ total, credited, paid }),
    }),
  );
  return {
    index: indexFor(invoices, payers, transferFees),
    customerNames: new Map(payers.map(({ customerId, name }) => [customerId, name])),
    confident: confidentMatch,
  };
}
