import { dayOf } from "#machines/calendar.ts";
import type { BankReceiptContext } from "#machines/bank-receipt/machine.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import { unpaidFeesDueDay } from "#machines/terms/a17-cancellation.ts";
import { policyOn } from "#machines/terms/policy.ts";
import { daysBetween, nextDay, previousDay } from "#test/helpers/day-by-day.ts";
import { invoicesOf, isLive, optionsOf, type Facts, type Live } from "./facts.ts";

type Contract = Live<ContractContext>;

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/**
 * The first day of the term to which a fee belongs. A term's fee is owed whole once the term has begun, also
 * where a part of it was asked for later, since a discontinuation did not come (A20).
 */
const termStartOf = (invoices: readonly { periodStart: string }[], day: string) =>
  invoices.map(({ periodStart }) => periodStart).findLast((start) => start <= day) ?? day;

/** Each term has one invoice for its fees, each added option one for its first; no term begins after the end. */
function* invoiceFaults(facts: Facts, { machineId, context }: Contract): Generator<string> {
  const own = invoicesOf(facts, machineId).map((invoice) => invoice.context);
  const keys = own.map(({ reason, periodStart, lines }) =>
    reason === "annualFee" ? periodStart : `${periodStart} ${lines[0]?.menuCode}`,
  );
  if (new Set(keys).size < keys.length) yield "two invoices are for the same";
  const annual = own.filter(({ reason }) => reason === "annualFee");
  let day = context.start ?? "";
  for (const { periodStart, periodEnd } of annual) {
    if (periodStart !== day) yield `a term is charged from ${periodStart}, not from ${day}`;
    day = nextDay(periodEnd);
  }
  const charged = annual.at(-1)?.periodEnd ?? null;
  const term = context.term?.end ?? null;
  if (charged !== term) yield `its term lasts to ${term} and is charged up to ${charged}`;
  const end = context.ended?.day;
  for (const { periodStart, periodEnd } of own) {
    if (end && termStartOf(annual, periodStart) > end) {
      yield `it ended on ${end} and owes a fee from ${periodStart}`;
    }
    if (periodStart > periodEnd) yield `an invoice is for ${periodStart} to ${periodEnd}`;
  }
}

/** No term charges an option that ended before it. */
function* optionFaults(facts: Facts, { machineId }: Contract): Generator<string> {
  const options = optionsOf(facts, machineId);
  const invoices = invoicesOf(facts, machineId).map(({ context }) => context);
  const annual = invoices.filter(({ reason }) => reason === "annualFee");
  for (const invoice of invoices) {
    for (const { menuCode } of invoice.lines) {
      const option = options.find(({ context }) => context.menuCode === menuCode);
      const end = option?.state === "ended" ? option.context.endDay : null;
      if (end && end < termStartOf(annual, invoice.periodStart)) {
        yield `an option ended on ${end} and is charged from ${invoice.periodStart}`;
      }
    }
  }
}

/** Whatever runs is charged up to the end of the term, or to its own end or its contract's before that. */
function* coverageFaults(facts: Facts, { machineId, state, context }: Contract) {
  const { term, charged, contractId } = context;
  if (state !== "active" || !term) return;
  const running = optionsOf(facts, machineId).filter(
    (option) => option.state === "active" && option.context.kind !== "work",
  );
  const items = running.map(({ machineId: id, context: { ends } }) => {
    return { id, ends: [...ends, ...context.ends] };
  });
  for (const { id, ends } of [{ id: contractId, ends: context.ends }, ...items]) {
    const to = [...ends.map(({ endDay }) => endDay), term.end].toSorted()[0] ?? "";
    const own = charged.filter(({ itemId }) => itemId === id);
    const what = id === contractId ? "the basic menu" : "an option";
    if (own.length !== 1) yield `${what} is charged ${own.length} times in a term`;
    else if ((own[0]?.to ?? "") < to) {
      yield `${what} runs up to ${to} and is charged up to ${own[0]?.to}`;
    }
  }
}

/** The part of a fee for the days after a day, at least; the odd yen is the customer's. */
function unearned({ from, to, amount }: { from: string; to: string; amount: number }, day: string) {
  const days = daysBetween(previousDay(from), to);
  const left = Math.min(days, daysBetween(day, to));
  return Math.ceil((amount * left) / days);
}

/** What is given back after an end is what was charged for the days after it. */
function* refundFaults({ state, context }: Contract): Generator<string> {
  const { ended, refunds, contractId, charged } = context;
  const own = refunds.filter(({ itemId }) => itemId === contractId);
  if (!ended || isLive(state)) {
    if (own.length > 0) yield "fees are given back before the end";
    return;
  }
  const owed =
    ended.refund === "unearned" ? sumOf(charged.map((fee) => unearned(fee, ended.day))) : 0;
  const given = sumOf(own.map(({ net }) => net));
  if (given !== owed)
    yield `after its end on ${ended.day} ${given} yen are given back, not ${owed}`;
  for (const { net, tax, total } of refunds) {
    if (net <= 0 || tax !== Math.floor(net / 10) || total !== net + tax) {
      yield `a refund is ${net} + ${tax} = ${total} yen`;
    }
  }
}

/** After an end that gives nothing back, no unpaid fee is due later than A17.2 says. */
function* dueDayFaults(facts: Facts, { machineId, context }: Contract): Generator<string> {
  if (!context.ended || context.ended.refund === "unearned") return;
  const end = dayOf(context.ended.day);
  const latest = unpaidFeesDueDay(end, policyOn(end).dueDateRule).day.toString();
  for (const { state, context: invoice } of invoicesOf(facts, machineId)) {
    const isOpen = state === "issued" || state === "partlyPaid";
    if (isOpen && (invoice.dueDay ?? "") > latest) {
      yield `an invoice is due on ${invoice.dueDay}, after ${latest}`;
    }
  }
}

/** What the ledger's accounts hold, in yen, and the transactions that are out of balance. */
export function balancesOf({ rows }: Pick<CustomerWorld, "rows">) {
  const balances: Record<string, number> = {};
  let isBalanced = true;
  for (const { row } of rows) {
    let sum = 0;
    for (const { account, debit, credit } of row.postings) {
      balances[account] = (balances[account] ?? 0) + debit - credit;
      sum += debit - credit;
    }
    if (sum !== 0) isBalanced = false;
  }
  return { balances, isBalanced };
}

/** What has ended earns nothing more, and only what is given back is not earned; of what was assigned months go on. */
function* earningFaults(facts: Facts, { machineId, state, context }: Contract): Generator<string> {
  const own = invoicesOf(facts, machineId).map((invoice) => invoice.context);
  for (const { subtotal, earned, fees, lines, ...invoice } of own) {
    const unearned = invoice.unearned + creditedOf(invoice, "net");
    const open = sumOf(fees.map(({ amount }) => amount));
    if (lines.length > 0 && fees.length === 0 && earned + unearned !== subtotal) {
      yield `an invoice of ${subtotal} yen has earned ${earned}, given back ${unearned}`;
    }
    if (earned < 0 || earned + unearned > subtotal || open > subtotal) {
      yield `an invoice of ${subtotal} yen has earned ${earned} and earns ${open} on`;
    }
  }
  const [kept, given] = [own, context.refunds].map((list) =>
    sumOf(list.map((one) => ("net" in one ? one.net : one.unearned + creditedOf(one, "net")))),
  );
  if (kept !== given) yield `${kept} yen are credited for refunds of ${given}`;
  const ended = optionsOf(facts, machineId).filter((option) => option.state === "ended");
  const open = own.flatMap(({ fees }) => fees);
  if (!context.ended || isLive(state)) {
    const late = open.filter(({ itemId }) => ended.some((option) => option.machineId === itemId));
    if (late.length > 0) yield "the fee of an option that has ended is still earned";
  } else if (context.ended.cause !== "assigned") {
    // What was charged up to the last day is earned with it, when that day is over.
    const { day } = context.ended;
    const late = open.filter(({ by, to }) => by === "acceptance" || to > day);
    if (late.length > 0) yield "it has ended and its fees are still earned";
  }
}

type Credited = Pick<InvoiceContext, "credits">;

const creditedOf = ({ credits }: Credited, what: "net" | "tax" | "total") =>
  sumOf(credits.map((credit) => credit[what]));

/** What an invoice still asks for, less than nothing where more came. */
const restOf = (invoice: InvoiceContext) =>
  invoice.total - creditedOf(invoice, "total") - invoice.paid;

/** Transfers that are matched, as they stand: what came, what it settles, fees that the operator bears, the rest. */
export function transfersOf({ machines }: Pick<CustomerWorld, "machines">) {
  const matched = [...machines.values()]
    .filter(({ kind, snapshot }) => kind === "bankReceipt" && snapshot.value === "applied")
    .map(({ snapshot }) => snapshot.context as unknown as BankReceiptContext);
  const allocations = matched.flatMap((receipt) => receipt.allocations);
  return {
    came: sumOf(matched.map(({ amount }) => amount)),
    settles: sumOf(allocations.map(({ amount, fee }) => amount + fee)),
    fees: sumOf(allocations.map(({ fee }) => fee)),
    left: sumOf(matched.map(({ credit }) => credit)),
  };
}

function* ledgerFaults({ part, invoices }: Facts): Generator<string> {
  const { balances, isBalanced } = balancesOf(part);
  if (!isBalanced) yield "a transaction of the ledger is out of balance";
  const own = invoices.map(({ context }) => context);
  const transfers = transfersOf(part);
  const onTop = sumOf(own.map((one) => Math.max(0, -restOf(one)))) + transfers.left;
  const wanted = {
    receivables: sumOf(own.map((one) => Math.max(0, restOf(one)))),
    // What is on top of what is owed settles late damages first (Civil Code 489).
    credits: -onTop - (balances["damages"] ?? 0),
    stripeClearing: sumOf(own.map(({ paid }) => paid)) - transfers.settles,
    unappliedReceipts: transfers.came,
    bankFees: transfers.fees,
    deferredRevenue: -sumOf(own.map((one) => one.subtotal - one.earned - creditedOf(one, "net"))),
    revenue: -sumOf(own.map(({ earned }) => earned)),
    taxPayable: -sumOf(own.map((one) => one.tax - creditedOf(one, "tax"))),
  };
  for (const [account, balance] of Object.entries(wanted)) {
    const is = balances[account] ?? 0;
    if (is !== balance) yield `${account} holds ${is} yen, the invoices say ${balance}`;
  }
}

/** Where fees, refunds, due days and the ledger are not as the terms say, in words. */
export function moneyFaults(facts: Facts): string[] {
  return [
    ...ledgerFaults(facts),
    ...facts.contracts.flatMap((contract) => [
      ...invoiceFaults(facts, contract),
      ...earningFaults(facts, contract),
      ...optionFaults(facts, contract),
      ...coverageFaults(facts, contract),
      ...refundFaults(contract),
      ...dueDayFaults(facts, contract),
    ]),
  ];
}
