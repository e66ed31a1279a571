import { canonicalJson } from "#machines/engine/hash.ts";
import { replay, verifyChain } from "#machines/engine/verify.ts";
import { stateFaults } from "#test/exploration/invariants/all.ts";
import { factsOf, type Facts } from "#test/exploration/invariants/facts.ts";
import { balancesOf, transfersOf } from "#test/exploration/invariants/money.ts";
import { stepFaults } from "#test/exploration/invariants/steps.ts";
import type { Decade, Somebody } from "./life.ts";
import { payableOf } from "#machines/invoice/credit-account.ts";

/** Where a customer was when it was last looked at. */
export type Seen = Map<string, { events: number; facts: Facts }>;

/** What is wrong with a customer at an instant at which everything due has fired; in words. */
export function faultsOfDay(
  { world, definition }: Decade,
  { customerId }: Somebody,
  now: string,
  seen: Seen,
): string[] {
  const part = world.of(customerId);
  const facts = factsOf(part, now, true);
  const before = seen.get(customerId);
  seen.set(customerId, { events: part.events.length, facts });
  const since = before ? stepFaults(before.facts, facts) : [];
  return [...since, ...stateFaults(facts, definition)].map((fault) => `${customerId}: ${fault}`);
}

/** Whether something has happened to a customer since it was last looked at. */
export const isTouched = ({ world }: Decade, { customerId }: Somebody, seen: Seen): boolean =>
  world.of(customerId).events.length !== (seen.get(customerId)?.events ?? 0);

/** Histories that were broken or lead elsewhere than to the snapshot; each is followed from its beginning. */
export function historyFaults({ world, definition }: Decade, { customerId }: Somebody): string[] {
  const { machines, events } = world.of(customerId);
  const histories = Map.groupBy(events, ({ machineId }) => machineId);
  return [...machines.values()].flatMap(({ machineId, kind, seq, headHash, snapshot }) => {
    const history = histories.get(machineId) ?? [];
    const broken = verifyChain(history, { seq, headHash });
    if (broken) return [`${kind} ${machineId}: ${JSON.stringify(broken)}`];
    const replayed = replay(definition(kind), history);
    const isSame = canonicalJson(replayed) === canonicalJson(snapshot);
    return isSame ? [] : [`${kind} ${machineId}: replay leads elsewhere`];
  });
}

/** What a year came to, over all customers, in yen. */
export interface YearFigures {
  year: string;
  contracts: number;
  issued: number;
  paid: number;
  open: number;
  credits: number;
  /** Owed for days after ends; it is noted with the contract and not booked yet. */
  refunds: number;
  events: number;
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** All that was issued, paid and is open up to a day, from the invoices and by the ledger. */
export function figuresOf({ world, people, day }: Decade): {
  figures: YearFigures;
  faults: string[];
} {
  const figures: YearFigures = {
    ...{ year: day.slice(0, 4), contracts: 0, issued: 0, paid: 0, open: 0, credits: 0 },
    ...{ refunds: 0, events: 0 },
  };
  const ledger: Record<string, number> = {};
  let given = 0;
  let unused = 0;
  for (const { customerId } of people) {
    const part = world.of(customerId);
    const { contracts, invoices, options: _ } = factsOf(part, `${day}T00:00:00.000Z`, true);
    figures.contracts += contracts.filter(({ state }) => state === "active").length;
    figures.issued += sumOf(invoices.map(({ context }) => context.total));
    figures.paid += sumOf(invoices.map(({ context }) => context.paid));
    const rests = invoices.map(({ context }) => payableOf(context) - context.paid);
    figures.open += sumOf(rests.map((rest) => Math.max(0, rest)));
    figures.credits += sumOf(rests.map((rest) => Math.max(0, -rest)));
    unused += transfersOf(part).left;
    given += sumOf(invoices.map(({ context }) => context.total - payableOf(context)));
    figures.refunds += sumOf(
      contracts.flatMap(({ context }) => context.refunds.map(({ total }) => total)),
    );
    figures.events += part.events.length;
    for (const [account, balance] of Object.entries(balancesOf(part).balances)) {
      ledger[account] = (ledger[account] ?? 0) + balance;
    }
  }
  const { issued, paid, open, credits, refunds } = figures;
  const faults: string[] = [];
  const same = (what: string, one: number, other: number) => {
    if (one !== other) faults.push(`${day}: ${what}: ${one} yen, and ${other} yen`);
  };
  same("issued is paid, open, credited and given back", issued, paid + open - credits + given);
  same("the ledger's claims are what is open", ledger["receivables"] ?? 0, open);
  const takings = ["stripeClearing", "unappliedReceipts", "bankFees"].reduce(
    (sum, account) => sum + (ledger[account] ?? 0),
    0,
  );
  same("the ledger's takings are what was paid", takings, paid + unused);
  const booked = -["deferredRevenue", "revenue", "taxPayable"].reduce(
    (sum, account) => sum + (ledger[account] ?? 0),
    0,
  );
  same("fees and taxes are what was issued", booked, issued - given);
  // What is on top of what is owed settles late damages first (Civil Code 489).
  const onTop = -(ledger["credits"] ?? 0) - (ledger["damages"] ?? 0);
  same("the ledger's credits are what came on top", onTop, credits + unused);
  if (refunds > issued) faults.push(`${day}: ${refunds} yen are given back of ${issued}`);
  return { figures, faults };
}
