import type Stripe from "stripe";
import type { MonthWorld } from "./month-world.ts";

interface SandboxBooks {
  charges: Stripe.Charge[];
  refunds: Stripe.Refund[];
  disputes: Stripe.Dispute[];
  payouts: Stripe.Payout[];
  balance_transactions: Stripe.BalanceTransaction[];
}

/** What one side says, to the yen; the other side must say the same. */
export interface Books {
  /** Yen of each charge that succeeded, by charge. */
  charges: Record<string, number>;
  /** Yen that went back by charge, refunds that failed left out. */
  refunded: Record<string, number>;
  /** Yen that issuers hold or have won. */
  disputed: number;
  /** All of Stripe's fees. */
  fees: number;
  /** What Stripe has paid out, beside what came by bank transfer. */
  bank: number;
  /** What is still at Stripe. */
  stripe: number;
  /** Refunds that are decided and not on their way. */
  owedBack: number;
  /** What nobody has explained. */
  suspense: number;
}

const sumOf = <Item>(items: readonly Item[], amount: (item: Item) => number) =>
  items.reduce((sum, item) => sum + amount(item), 0);

const inOrder = (sums: [string, number][]) =>
  Object.fromEntries(sums.toSorted(([one], [other]) => one.localeCompare(other)));

/** The sandbox's own books. */
export async function booksOfSandbox(world: MonthWorld): Promise<Books> {
  const state = await world.control<SandboxBooks>("GET", "/state");
  const rows = state.balance_transactions;
  const own = rows.filter(({ type }) => type !== "payout");
  const paidOut = rows.filter(({ type }) => type === "payout" || type === "payout_failure");
  const charges = state.charges.filter(({ status }) => status === "succeeded");
  const refunds = state.refunds.filter(({ status }) => status !== "failed");
  const byCharge = Map.groupBy(refunds, ({ charge }) => String(charge));
  return {
    charges: inOrder(charges.map(({ id, amount }) => [id, amount])),
    refunded: inOrder(
      [...byCharge].map(([charge, its]) => [charge, sumOf(its, ({ amount }) => amount)]),
    ),
    disputed: sumOf(state.disputes, ({ balance_transactions: its }) =>
      sumOf(its, ({ amount }) => 0 - amount),
    ),
    fees: sumOf(own, ({ fee }) => fee),
    bank: sumOf(paidOut, ({ amount }) => 0 - amount),
    stripe: sumOf(rows, ({ net }) => net),
    owedBack: 0,
    suspense: 0,
  };
}

/** The portal's books of the same matters. */
export async function booksOfPortal({ db }: MonthWorld): Promise<Books> {
  const accounts = await db.asSuperuser<{ account: string; sum: string }>(
    "select account, sum(debit - credit) as sum from ledger_entry group by account",
  );
  const sums = new Map(accounts.map(({ account, sum }) => [account, Number(sum)]));
  const of = (account: string) => sums.get(account) ?? 0;
  const [imported] = await db.asSuperuser<{ sum: string }>(
    "select coalesce(sum(amount), 0) as sum from bank_receipt",
  );
  const payments = await db.asSuperuser<{ charge: string; amount: string }>(
    "select charge_id as charge, amount from payment where charge_id is not null",
  );
  const refunds = await db.asSuperuser<{ charge: string; sum: string }>(
    `select p.charge_id as charge, sum(r.amount) as sum from refund r
     join payment p on p.customer_id = r.customer_id and p.payment_id = r.payment_id
     where r.status <> 'failed' group by p.charge_id`,
  );
  const [lost] = await db.asSuperuser<{ sum: string }>(
    `select coalesce(-sum(e.debit - e.credit), 0) as sum from ledger_entry e
     join ledger_transaction t using (customer_id, transaction_id)
     where e.account = 'disputedFunds' and t.kind = 'disputeLost'`,
  );
  return {
    charges: inOrder(payments.map(({ charge, amount }) => [charge, Number(amount)])),
    refunded: inOrder(refunds.map(({ charge, sum }) => [charge, Number(sum)])),
    disputed: of("disputedFunds") + Number(lost?.sum ?? 0),
    fees: of("stripeFees"),
    bank: of("bank") - Number(imported?.sum ?? 0),
    stripe: of("stripeClearing"),
    owedBack: of("refundsPayable"),
    suspense: of("suspense"),
  };
}

/** What does not hold within the portal's own books: a line for each. */
export async function faultsOfPortal({ db, door, surprises }: MonthWorld): Promise<string[]> {
  const faults = [...surprises];
  for (const { type, status } of door.answers) {
    if (status !== 200) faults.push(`${type} was answered with ${status}`);
  }
  const doubled = await db.asSuperuser<{ charge_id: string }>(
    "select charge_id from payment where charge_id is not null group by 1 having count(*) > 1",
  );
  for (const { charge_id } of doubled) faults.push(`charge ${charge_id} has several payments`);
  const open = await db.asSuperuser<{ kind: string; state: string; error: string | null }>(
    "select kind, state, problem as error from effect where state <> 'done'",
  );
  for (const { kind, state, error } of open) faults.push(`effect ${kind} is ${state}: ${error}`);
  const events = await db.asSuperuser<{ type: string; state: string; outcome: string | null }>(
    "select type, state, outcome from inbox where state not in ('done', 'ignored')",
  );
  for (const { type, state, outcome } of events) faults.push(`${type} is ${state}: ${outcome}`);
  const lines = await db.asSuperuser<Record<"type" | "reason" | "net" | "payout", string>>(
    `select type, reason, net, payout_id as payout from payout_line where state = 'exception'`,
  );
  for (const { type, reason, net, payout } of lines) {
    faults.push(`a ${type} of ${net} in ${payout} is an exception: ${reason}`);
  }
  const [receivables] = await db.asSuperuser<{ booked: string; owed: string }>(
    `select (select coalesce(sum(debit - credit), 0) from ledger_entry
             where account = 'receivables') as booked,
       (select coalesce(sum(greatest(total - paid, 0)), 0) from invoice) as owed`,
  );
  if (Number(receivables?.booked) !== Number(receivables?.owed)) {
    faults.push(`receivables are ${receivables?.booked}, owed are ${receivables?.owed}`);
  }
  return faults;
}

/** Where the two sides don't say the same: a line for each. */
export function differencesOf(portal: Books, sandbox: Books): string[] {
  return Object.keys(sandbox).flatMap((name) => {
    const [here, there] = [portal[name as keyof Books], sandbox[name as keyof Books]];
    if (typeof here === "number" || typeof there === "number") {
      return here === there ? [] : [`${name}: ${String(here)} here, ${String(there)} at Stripe`];
    }
    const charges = [...new Set([...Object.keys(here), ...Object.keys(there)])];
    return charges
      .filter((charge) => here[charge] !== there[charge])
      .map((charge) => `${name} of ${charge}: ${here[charge]} here, ${there[charge]} at Stripe`);
  });
}
