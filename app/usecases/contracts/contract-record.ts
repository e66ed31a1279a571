import type { StateValue } from "xstate";
import { readContractHistory, type HistoryRow } from "#db/queries/contract/history.ts";
import { readContractInvoices } from "#db/queries/contract/invoices.ts";
import {
  readContractOptions,
  readOptionSnapshots,
  type OptionRow,
} from "#db/queries/contract/options.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { readOrderForms } from "#db/queries/order-forms.ts";
import { readQuote } from "#db/queries/order-papers.ts";
import type { Handle } from "#db/client.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { presentState } from "../present-state.ts";

/** Everything that is stored of one contract, read in one transaction. */
export interface ContractRecord {
  snapshot: StoredSnapshot<ContractContext> & { value: StateValue };
  options: OptionRow[];
  /** What the options themselves know, of those in `options`. */
  optionContexts: OptionContext[];
  invoices: StoredSnapshot<InvoiceContext>[];
  history: HistoryRow[];
  /** The names of the sites (A14.1) that the order form gives. */
  siteNames: string[];
  quote: { number: string; quotedDay: string } | null;
}

/** One site an order: as it was sent, else as it was typed so far. */
function siteNames(form: Record<string, unknown>): string[] {
  type Part = { siteName?: unknown } | undefined;
  const sent = form["sent"] as { site?: Part } | undefined;
  const name = (sent?.site ?? (form["site"] as Part))?.siteName;
  return typeof name === "string" && name !== "" ? [name] : [];
}

/** Reads a contract with all that belongs to it, as the session may see it; null where there is none. */
export async function readContractRecord(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<ContractRecord | null> {
  const stored = await readMachineSnapshot(tx, customerId, {
    machineId: contractId,
    kind: "contract",
  });
  if (!stored) return null;
  const [order] = await readOrderForms(tx, customerId, [contractId]);
  const quote = await readQuote(tx, customerId, contractId);
  const invoices = await readContractInvoices(tx, customerId, contractId);
  const options = await readOptionSnapshots(tx, customerId, contractId);
  return {
    snapshot: presentState<ContractContext>(stored),
    options: await readContractOptions(tx, customerId, contractId),
    optionContexts: options.map((option) => presentState<OptionContext>(option).context),
    invoices: invoices.map((invoice) => presentState<InvoiceContext>(invoice)),
    history: await readContractHistory(tx, customerId, contractId),
    siteNames: siteNames(order?.form ?? {}),
    quote: quote && { number: quote.number, quotedDay: quote.quotedDay },
  };
}
