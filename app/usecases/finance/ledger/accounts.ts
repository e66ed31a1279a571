import type { Account } from "#machines/engine/outgoing.ts";

/** The place of each account in the books: what the operator has, what it owes, what it earns and spends. */
const places: Record<Account, number> = {
  bank: 0,
  stripeClearing: 1,
  receivables: 2,
  suspense: 3,
  disputedFunds: 4,
  unappliedReceipts: 5,
  credits: 6,
  refundsPayable: 7,
  deferredRevenue: 8,
  taxPayable: 9,
  revenue: 10,
  damages: 11,
  charges: 12,
  stripeFees: 13,
  bankFees: 14,
  writeOffs: 15,
};

const placeOf = (account: string): number =>
  (places as Record<string, number>)[account] ?? Object.keys(places).length;

/** Whether the ledger has such an account. */
export const isAccount = (text: string): text is Account => Object.hasOwn(places, text);

/** The order of accounts in a trial balance; one without a place comes last. */
export const byPlace = (one: { account: string }, other: { account: string }): number =>
  placeOf(one.account) - placeOf(other.account);
