import type { HistoryRow } from "#db/queries/contract/history.ts";
import { dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { noticeIdOf, type PendingEnd } from "#machines/contract/ends.ts";
import { deliveredEnd, noticedEnd } from "#machines/contract/notice.ts";
import { senderOf, type Sender } from "#machines/engine/actor.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import { isMigration } from "#machines/engine/migration.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { isBookkeeping } from "#machines/invoice/bookkeeping.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { rejectionLabels, type RejectionReason } from "#machines/terms/a05-rejection.ts";
import { lastDayOfAssignor } from "#machines/terms/a31-assignment.ts";
import { termFrom } from "#machines/terms/a10-term.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { topState } from "./states.ts";

/** What the words of an event may mention: ISO days, yen, codes; only what the event speaks of. */
export interface HappenedFacts {
  subject: Bilingual;
  to: string;
  startDay?: string;
  endDay?: string;
  dueDay?: string;
  period?: { start: string; end: string };
  amount?: number;
  reason?: Bilingual;
  cause?: string;
  audience?: "customer" | "finance";
}

/** Something that happened to a contract or to what belongs to it. */
export interface Happened {
  id: string;
  kind: MachineKind;
  type: string;
  facts: HappenedFacts;
}

/** One entry of the history: what somebody or a deadline set off, and what followed at once. */
export interface HistoryItem extends Happened {
  /** ISO instant. */
  at: string;
  /** The role, or what else set it off; never who the person is. */
  who: Sender;
  clauses: string[];
  follows: Happened[];
}

/** What the history's words need to know beyond the events. */
export interface HistorySurroundings {
  contract: ContractContext;
  invoices: readonly StoredSnapshot<InvoiceContext>[];
}

/** The kind of a suspension's cause; the first releases knew nothing else of it. */
function causeOf(cause: unknown): string | undefined {
  return text(typeof cause === "object" && cause !== null && "kind" in cause ? cause.kind : cause);
}

/** The last day to which a customer's notice led, also where it was taken back since. */
function endOfNotice({ event }: HistoryRow, contract: ContractContext, n: number): string {
  const id = noticeIdOf(contract.contractId, n);
  const kept = contract.ends.find((end) => end.id === id);
  const { day, wish } = event as unknown as { day: string; wish: string | null };
  return (kept ?? noticedEnd({ start: contract.start, term: null }, { day, wish })).endDay;
}

/** The last day to which the operator's notice led, counted from its delivery. */
function endOfDelivery({ event }: HistoryRow, contract: ContractContext): string {
  const { noticeId, deliveredOn } = event as unknown as { noticeId: string; deliveredOn: string };
  const kept: PendingEnd | undefined = contract.ends.find(({ id }) => id === noticeId);
  if (kept) return kept.endDay;
  return deliveredEnd({ ...contract, term: null }, { noticeId, deliveredOn, wish: null }).endDay;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

function subjectOf(row: HistoryRow, { contract, invoices }: HistorySurroundings): Bilingual {
  const named = (name: string) => ({ ja: name, en: name });
  if (row.kind === "option") {
    const sold = contract.options.find(({ optionId }) => optionId === row.machineId);
    return sold ? { ja: sold.nameJa, en: sold.nameEn } : named("");
  }
  const { invoiceId } = row.event;
  const wanted = row.kind === "invoice" ? row.machineId : invoiceId;
  const invoice = invoices.find(({ context }) => context.invoiceId === wanted);
  return named(invoice?.context.number ?? "");
}

/** Says of each event what its own members and the events before it tell. */
function factsTeller(around: HistorySurroundings) {
  const { contract } = around;
  const { ended } = contract;
  let proposedStart: string | undefined;
  let notices = 0;
  return (row: HistoryRow): HappenedFacts => {
    const { event } = row;
    const facts: HappenedFacts = {
      subject: subjectOf(row, around),
      to: topState(row.toState as never),
      dueDay: text(event["dueDay"]),
      amount: Number(event["total"] ?? event["amount"] ?? 0) || undefined,
      reason: rejectionLabels[event["reason"] as RejectionReason],
      cause: causeOf(event["cause"]),
      endDay: text(event["endDay"]),
      audience: event["to"] === "finance" ? "finance" : "customer",
    };
    if (row.kind !== "contract") return facts;
    switch (event.type) {
      case "submit":
        return { ...facts, startDay: text(event["wishedStart"]) };
      case "setStart":
        proposedStart = text(event["startDay"]);
        return { ...facts, startDay: proposedStart };
      case "confirmStart":
        return { ...facts, startDay: proposedStart };
      case "startReached":
      case "renew": {
        const { start, end } = termFrom(dayOf(event.day));
        return { ...facts, period: { start: start.toString(), end: end.toString() } };
      }
      case "cancel": {
        notices += 1;
        return { ...facts, endDay: endOfNotice(row, contract, notices) };
      }
      case "cancelByOperator":
        notices += 1;
        return facts;
      case "noticeDelivered":
        return { ...facts, endDay: endOfDelivery(row, contract) };
      case "assign": {
        const effective = text(event["effectiveDay"]) ?? event.day;
        return { ...facts, endDay: lastDayOfAssignor(dayOf(effective)).day.toString() };
      }
      case "terminate":
      case "endReached":
        return { ...facts, endDay: ended?.day };
      default:
        return facts;
    }
  };
}

/** The id of the event by which a told machine was told: its command's id less the last part. */
function tellerOf({ actor, commandId, at }: HistoryRow): string | null {
  if (actor.kind !== "machine") return null;
  return [actor.machineId, at, commandId.slice(0, commandId.lastIndexOf("/"))].join(" ");
}

/** A told machine's command id is that of its teller with one more part. */
const lengthOfWay = ({ commandId }: HistoryRow) => commandId.split("/").length;

const nameOf = ({ machineId, at, commandId }: HistoryRow) => [machineId, at, commandId].join(" ");

/**
 * The history of a contract in the order of the instants that count. What one machine told another
 * stands with what set it off; every event given is in it once, but for migrations and what an invoice
 * earns: a new release and the operator's books are nothing that happened to the contract.
 */
export function historyOf(log: readonly HistoryRow[], around: HistorySurroundings): HistoryItem[] {
  const rows = log.filter(
    ({ kind, event }) => !isMigration(event) && !isBookkeeping(kind, event.type),
  );
  const factsOf = factsTeller(around);
  const happened = new Map(
    rows.map((row) => {
      const { machineId, kind, seq, event } = row;
      const id = `${machineId}/${seq}`;
      return [row, { id, kind, type: event.type, facts: factsOf(row) } satisfies Happened];
    }),
  );
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  const rootOf = (row: HistoryRow): HistoryRow => {
    const teller = byName.get(tellerOf(row) ?? "");
    return teller ? rootOf(teller) : row;
  };
  const items = new Map<HistoryRow, HistoryItem>();
  for (const row of rows) {
    const what = happened.get(row);
    if (!what || rootOf(row) !== row) continue;
    const { at, actor, clauses } = row;
    items.set(row, { ...what, at, who: senderOf(actor), clauses: [...clauses], follows: [] });
  }
  // Whoever tells stands before whom it tells.
  const told = rows.toSorted((one, other) => lengthOfWay(one) - lengthOfWay(other));
  for (const row of told) {
    const root = rootOf(row);
    const item = items.get(root);
    const what = happened.get(row);
    if (!item || !what || root === row) continue;
    item.follows.push(what);
    item.clauses.push(...row.clauses.filter((clause) => !item.clauses.includes(clause)));
  }
  return [...items.values()];
}
