import type { HistoryRow } from "#db/queries/contract/history.ts";
import { contractsOf } from "#machines/belonging.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { explainDueDay } from "../explain-deadline.ts";
import { historyOf, type HistoryItem } from "../history.ts";
import { topState } from "../states.ts";
import type { ComingInvoice } from "./coming-invoice.ts";
import { dutiesOf, type Duty } from "./duties.ts";

/** A mail that goes out. */
export interface ComingMail {
  id: string;
  /** ISO instant. */
  at: string;
  template: string;
  to: string;
}

/** One future of a contract, in four lines, each in the order of time. */
export interface Lines {
  states: HistoryItem[];
  invoices: ComingInvoice[];
  duties: Duty[];
  mails: ComingMail[];
}

/** What the page of the contract knows besides: its own history up to now. */
export interface Known {
  contractId: string;
  history: readonly HistoryRow[];
}

/** Payments that the world makes on their due day are taken for granted, not told. */
const isAssumed = ({ commandId }: { commandId: string }) => commandId.startsWith("whatIf/pay/");

/** These bring a mail and nothing else. */
const onlyMails = ["remindRenewal", "remindExport", "remind"];

type Part = Readonly<CustomerWorld>;

const byDay = (one: { at: string }, other: { at: string }) =>
  one.at < other.at ? -1 : Number(one.at > other.at);

function statesOf(
  part: Part,
  { history }: Known,
  isOwn: (machineId: string) => boolean,
  around: { contract: ContractContext; invoices: StoredSnapshot<InvoiceContext>[] },
): HistoryItem[] {
  const coming = part.events
    .filter((event) => isOwn(event.machineId) && !isAssumed(event))
    .map((record): HistoryRow => {
      const { machineId, seq, commandId, event, actor, at, to, clauses } = record;
      const kind = part.machines.get(machineId)?.kind ?? "contract";
      return { machineId, kind, seq, commandId, event, actor, at, toState: to, clauses };
    });
  const past = new Set(history.map(({ machineId, seq }) => `${machineId}/${seq}`));
  return historyOf([...history, ...coming], around)
    .filter(
      ({ id, kind, type }) => !past.has(id) && kind !== "payment" && !onlyMails.includes(type),
    )
    .toSorted(byDay);
}

function invoicesOf(
  invoices: readonly StoredSnapshot<InvoiceContext>[],
  endDay: string | null,
  known: readonly HistoryRow[],
): ComingInvoice[] {
  const settled = new Set(
    known
      .filter(({ kind, toState }) => kind === "invoice" && topState(toState as never) === "paid")
      .map(({ machineId }) => machineId),
  );
  return invoices
    .filter(({ context }) => !settled.has(context.invoiceId))
    .map(({ context, value }) => ({
      invoiceId: context.invoiceId,
      periodStart: context.periodStart,
      periodEnd: context.periodEnd,
      issueDay: context.issueDay ?? "",
      dueDay: context.dueDay ?? "",
      dueDerivation: explainDueDay(context, endDay)?.derivation ?? null,
      total: context.total,
      status: topState(value),
    }))
    .toSorted((one, other) => (one.issueDay < other.issueDay ? -1 : 1));
}

function mailsOf(part: Part, isOwn: (machineId: string) => boolean): ComingMail[] {
  return part.effects
    .filter(({ kind, machineId }) => kind === "mail" && isOwn(machineId))
    .map(({ at, params, machineId }) => {
      const { template, to } = params as { template: string; to: string };
      return { id: `${machineId}/${template}/${to}/${at}`, at, template, to };
    })
    .toSorted(byDay);
}

/** What one future brings to one contract and to what belongs to it. */
export function linesOf(part: Part, known: Known): Lines {
  const owners = contractsOf([...part.machines.values()]);
  const isOwn = (machineId: string) => owners.get(machineId) === known.contractId;
  const own = [...part.machines.values()].filter(({ machineId }) => isOwn(machineId));
  const contract = part.machines.get(known.contractId)?.snapshot
    .context as unknown as ContractContext;
  const invoices = own
    .filter(({ kind }) => kind === "invoice")
    .map(({ snapshot }) => snapshot as unknown as StoredSnapshot<InvoiceContext>);
  const coming = invoicesOf(invoices, contract.ended?.day ?? null, known.history);
  return {
    states: statesOf(part, known, isOwn, { contract, invoices }),
    invoices: coming,
    duties: dutiesOf(part, contract, coming),
    mails: mailsOf(part, isOwn),
  };
}
