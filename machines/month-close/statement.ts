import { chainStart, hashOf, signatureOf } from "../engine/hash.ts";

/** One entry of a booked transaction; one of the two amounts is 0, yen. */
export interface StatementEntry {
  account: string;
  debit: number;
  credit: number;
}

/** A transaction of the ledger as a statement covers it, with its entries in their order. */
export interface StatementTransaction {
  customerId: string;
  transactionId: string;
  machineId: string;
  seq: number;
  kind: string;
  /** The day on which it is booked, and the day on which it counts where that is another one. */
  day: string;
  valueDay: string | null;
  /** Instant. */
  recordedAt: string;
  entries: readonly StatementEntry[];
}

/** What an account was debited and credited within a month, in yen. */
export type AccountTotal = StatementEntry;

/** What a closed month comes to. */
export interface Statement {
  transactions: number;
  totals: AccountTotal[];
  /** Over every row of every transaction, in the order of the ledger. */
  hash: string;
}

/** A statement under way. */
export interface StatementSum {
  transactions: number;
  hash: string;
  totals: ReadonlyMap<string, { debit: number; credit: number }>;
}

/** Begins the statement of a month. */
export function beginStatement(month: string): StatementSum {
  const hash = hashOf({ statement: month, before: chainStart });
  return { transactions: 0, hash, totals: new Map() };
}

/**
 * Adds transactions, which must come in the order of their days, customers and ids: each is hashed with all
 * that came before it, so that none can be changed, left out, added or moved unseen.
 */
export function addTransactions(
  sum: StatementSum,
  transactions: readonly StatementTransaction[],
): StatementSum {
  let { hash } = sum;
  const totals = new Map(sum.totals);
  for (const { entries, ...head } of transactions) {
    const rows = entries.map(({ account, debit, credit }) => [account, debit, credit]);
    const { customerId, transactionId, machineId, seq, kind, day, valueDay, recordedAt } = head;
    const ids = [customerId, transactionId, machineId, seq];
    hash = hashOf([hash, ids, kind, day, valueDay, recordedAt, rows]);
    for (const { account, debit, credit } of entries) {
      const before = totals.get(account) ?? { debit: 0, credit: 0 };
      totals.set(account, { debit: before.debit + debit, credit: before.credit + credit });
    }
  }
  return { transactions: sum.transactions + transactions.length, hash, totals };
}

/** The statement over all that was added; the accounts in the order of their names. */
export function closeStatement({ transactions, hash, totals }: StatementSum): Statement {
  const rows = [...totals].map(([account, sums]) => ({ account, ...sums }));
  const sorted = rows.toSorted((a, b) => (a.account < b.account ? -1 : 1));
  return { transactions, totals: sorted, hash: hashOf([hash, transactions, sorted]) };
}

/** Signs the statement of a month with a key derived from `secret`; hex. */
export function signStatement(month: string, statement: Statement, secret: string): string {
  const { transactions, totals, hash } = statement;
  return signatureOf(secret, "month statement", { month, transactions, totals, hash });
}

/** Whether one of the secrets signed the statement of a month. */
export function isStatementSigned(
  month: string,
  statement: Statement,
  signature: string,
  secrets: readonly string[],
): boolean {
  return secrets.some((secret) => signStatement(month, statement, secret) === signature);
}
