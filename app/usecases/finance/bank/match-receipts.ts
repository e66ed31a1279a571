import { evidenceOf } from "./amount-evidence.ts";
import { namesOf, type KnownPayer } from "./payer-index.ts";
import { payerName } from "./payer-name.ts";
import type { OpenInvoice, Proposal, Reason } from "./proposal.ts";

/** A receipt as far as matching needs it. */
export interface Matchable {
  receiptId: string;
  amount: number;
  payer: string;
  reference: string;
}

/** How much each reason counts; those of one kind exclude each other. */
const weights: Readonly<Record<Reason, number>> = {
  ...{ exactAmount: 50, allOpen: 45, severalInvoices: 40, feeDifference: 35 },
  ...{ partOf: 0, moreThanOwed: 0 },
  ...{ alias: 45, nameEqual: 40, namePrefix: 25, formDiffers: 20 },
  ...{ reference: 45, tie: 0 },
};

/** What can't be sure, however much speaks for it. */
const caps: Readonly<Partial<Record<Reason, number>>> = {
  ...{ feeDifference: 85, partOf: 60, moreThanOwed: 60, tie: 70 },
};

/** Two customers as near as this to each other: a person decides. */
const tieWithin = 10;
/** More customers than this with one amount: the amount says nothing. */
const mostOfAmount = 20;
const mostProposals = 5;

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) => {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};

const oldestFirst = (one: OpenInvoice, other: OpenInvoice) =>
  one.dueDay < other.dueDay || (one.dueDay === other.dueDay && one.number < other.number) ? -1 : 1;

const confidenceOf = (reasons: readonly Reason[]): number =>
  Math.min(
    100,
    reasons.reduce((sum, reason) => sum + weights[reason], 0),
    ...reasons.map((reason) => caps[reason] ?? 100),
  );

/** Invoice numbers in a text, with or without the hyphen and in any width. */
const numbersIn = (text: string): string[] =>
  [...text.normalize("NFKC").matchAll(/(?<!\d)(\d{6})[-‐−ー ]?(\d{4})(?!\d)/g)].map(
    ([, customer, running]) => `${customer}-${running}`,
  );

/**
 * Open invoices and payers' names, laid out so that each receipt finds its own without a search.
 *
 * @param transferFees usual bank fees in yen, by which a receipt may fall short
 */
export function indexFor(
  invoices: readonly OpenInvoice[],
  payers: readonly KnownPayer[],
  transferFees: readonly number[],
) {
  const byCustomer = new Map<string, OpenInvoice[]>();
  for (const invoice of invoices) push(byCustomer, invoice.customerId, invoice);
  const byAmount = new Map<number, string[]>();
  const note = (amount: number, customerId: string) => {
    if (byAmount.get(amount)?.at(-1) !== customerId) push(byAmount, amount, customerId);
  };
  for (const [customerId, own] of byCustomer) {
    own.sort(oldestFirst);
    const sum = own.reduce((total, { owed }) => total + owed, 0);
    for (const { owed } of own) note(owed, customerId);
    note(sum, customerId);
  }
  const byNumber = new Map(invoices.map((invoice) => [invoice.number, invoice]));
  return { byCustomer, byAmount, byNumber, names: namesOf(payers), transferFees };
}

export type MatchIndex = ReturnType<typeof indexFor>;

/**
 * To whom a receipt may belong, the surest first: by what its payer is called, which invoice it names,
 * and what is owed. Where two customers are about as likely, neither is sure.
 */
export function proposalsFor(
  { amount, payer, reference }: Matchable,
  { byCustomer, byAmount, byNumber, names, transferFees }: MatchIndex,
): Proposal[] {
  if (amount <= 0) return [];
  const named = names(payerName(payer));
  const numbers = new Set(numbersIn(`${payer} ${reference}`));
  const referenced = [...numbers].flatMap((number) => byNumber.get(number) ?? []);
  const candidates = new Set([
    ...named.keys(),
    ...referenced.map(({ customerId }) => customerId),
    ...[0, ...transferFees].flatMap((fee) => {
      const owners = byAmount.get(amount + fee) ?? [];
      return owners.length > mostOfAmount ? [] : owners;
    }),
  ]);
  const proposals = [...candidates].flatMap((customerId): Proposal[] => {
    const open = byCustomer.get(customerId);
    if (!open) return [];
    const own = referenced.filter((invoice) => invoice.customerId === customerId);
    const { reason, ...applied } = evidenceOf(amount, open, own, transferFees);
    const name = named.get(customerId);
    const reasons = [
      reason,
      ...(name ? [name] : []),
      ...(own.length > 0 ? ["reference" as const] : []),
    ];
    return [{ customerId, ...applied, reasons, confidence: confidenceOf(reasons) }];
  });
  const ordered = proposals.toSorted(
    (one, other) =>
      other.confidence - one.confidence || (one.customerId < other.customerId ? -1 : 1),
  );
  const best = ordered[0]?.confidence ?? 0;
  const rivals = ordered.filter(({ confidence }) => best - confidence <= tieWithin);
  return ordered.slice(0, mostProposals).map((proposal) => {
    if (rivals.length < 2 || !rivals.includes(proposal)) return proposal;
    const reasons: Reason[] = [...proposal.reasons, "tie"];
    return { ...proposal, reasons, confidence: confidenceOf(reasons) };
  });
}
