import type { Derivation } from "#machines/calendar/derivation.ts";
import { earliestEnd, type ContractContext } from "#machines/contract/context.ts";
import { contractDeadlines, exportReminderId } from "#machines/contract/deadlines.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { Deadline } from "#machines/engine/outgoing.ts";
import { invoiceDeadlines } from "#machines/invoice/definition.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { explainContractDeadline, explainInvoiceDeadline } from "./explain-deadline.ts";

/** What a deadline of a contract or of its invoices brings, one word for each kind. */
export const comingKinds = [
  "start",
  "remindCustomer",
  "remindFinance",
  "fixRenewal",
  "renew",
  "end",
  "remindExport",
  "overdue",
  "remindFirst",
  "remindSecond",
] as const;

export type ComingKind = (typeof comingKinds)[number];

/** A deadline that is still to come. */
export interface Coming {
  id: string;
  kind: ComingKind;
  /** The invoice's number; empty for the contract itself. */
  subject: string;
  /** ISO instant. */
  dueAt: string;
  clause: string;
  derivation: Derivation | null;
}

const kinds: Record<string, ComingKind> = {
  start: "start",
  fixRenewal: "fixRenewal",
  renew: "renew",
  end: "end",
  [exportReminderId]: "remindExport",
  overdue: "overdue",
  "remind/first": "remindFirst",
  "remind/second": "remindSecond",
};

/** The kind of a deadline by its id. Throws where a machine waits for something without a word. */
export function comingKind(deadlineId: string): ComingKind {
  if (deadlineId.startsWith("remind/customer/")) return "remindCustomer";
  if (deadlineId.startsWith("remind/finance/")) return "remindFinance";
  const kind = kinds[deadlineId];
  if (!kind) throw new Error(`No word for the deadline ${deadlineId}.`);
  return kind;
}

/** What a contract and its invoices wait for, earliest first, each with its derivation where it has one. */
export function comingOf(
  contract: StoredSnapshot<ContractContext>,
  invoices: readonly StoredSnapshot<InvoiceContext>[],
): Coming[] {
  const { context } = contract;
  const pending = earliestEnd(context);
  const coming = (owner: string, subject: string, explain: (id: string) => Derivation | null) => {
    return ({ id, dueAt, clause }: Deadline): Coming => {
      const derivation = explain(id);
      return { id: `${owner}/${id}`, kind: comingKind(id), subject, dueAt, clause, derivation };
    };
  };
  const ofContract = contractDeadlines(contract).map(
    coming(context.contractId, "", (id) => explainContractDeadline(id, context, pending)),
  );
  const ofInvoices = invoices.flatMap((invoice) => {
    const { invoiceId, number } = invoice.context;
    const ended = context.ended?.day ?? null;
    const explain = (id: string) => explainInvoiceDeadline(id, invoice.context, ended);
    return invoiceDeadlines(invoice).map(coming(invoiceId, number ?? "", explain));
  });
  return [...ofContract, ...ofInvoices].toSorted((one, other) =>
    one.dueAt < other.dueAt ? -1 : Number(one.dueAt > other.dueAt),
  );
}
