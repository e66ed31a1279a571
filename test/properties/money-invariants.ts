import type { BankReceiptContext } from "#machines/bank-receipt/machine.ts";
import type { ContractContext, SoldOption } from "#machines/contract/context.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import { payableOf } from "#machines/invoice/credit-account.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { daysBetween, endOfPeriod, nextDay } from "#test/helpers/day-by-day.ts";
import { earnedDayByDay } from "#test/helpers/earned-day-by-day.ts";
import { claimFaults, damagesFromTop } from "./damages-invariants.ts";
import {
  hasGoneBack,
  leftByCard,
  paidBackByTransfer,
  returnedBalances,
} from "./returned-invariants.ts";
import { machinesOf } from "./wish.ts";

type Customer = Readonly<CustomerWorld>;

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** What the ledger says: each transaction balances, and the accounts hold what invoices say. */
function* ledgerFaults(customer: Customer): Generator<string> {
  const balances: Record<string, number> = {};
  for (const { row, rowId } of customer.rows) {
    const balance = sumOf(row.postings.map(({ debit, credit }) => debit - credit));
    if (balance !== 0) yield `the ledger transaction ${rowId} is out of balance by ${balance}`;
    for (const { account, debit, credit } of row.postings) {
      if (debit < 0 || credit < 0) yield `the ledger transaction ${rowId} has a negative amount`;
      balances[account] = (balances[account] ?? 0) + debit - credit;
    }
  }
  const machines = machinesOf<InvoiceContext>(customer, "invoice");
  const invoices = machines.map(({ snapshot }) => snapshot.context);
  const receipts = appliedReceipts(customer);
  const ofDamages = invoices.filter(({ reason }) => reason === "lateDamages");
  const charges = invoices.filter(({ reason }) => reason === "charge");
  const fees = invoices.filter(({ reason }) => reason !== "lateDamages" && reason !== "charge");
  const credited = (some: readonly InvoiceContext[], what: "net" | "tax" | "total") =>
    sumOf(some.flatMap(({ credits }) => credits.map((credit) => credit[what])));
  const rest = (invoice: InvoiceContext) =>
    invoice.total - credited([invoice], "total") - invoice.paid;
  const isLost = ({ writtenOff }: InvoiceContext) => writtenOff !== null;
  const openOf = (some: readonly InvoiceContext[]) =>
    sumOf(some.map((invoice) => Math.max(0, rest(invoice))));
  const fromTop = sumOf(
    machines.map(({ machineId, snapshot }) =>
      damagesFromTop(customer, machineId, snapshot.context),
    ),
  );
  const earned = sumOf(
    machines.map(({ machineId, snapshot: { context } }) =>
      // A correction takes its share of months that are gone and to come: the machine's own word is taken for it.
      context.credits.some(({ cause }) => cause === "correction")
        ? context.earned
        : earnedBy(customer, machineId),
    ),
  );
  const { excessLost = 0, ...wentBack } = returnedBalances(customer);
  const wanted = {
    receivables: openOf(invoices.filter((invoice) => !isLost(invoice))),
    writeOffs: openOf(invoices.filter(isLost)) + excessLost,
    credits: -sumOf([
      ...invoices.map((invoice) => Math.max(0, -rest(invoice))),
      ...receipts.map(({ credit }) => credit),
      -fromTop,
    ]),
    damages:
      credited(ofDamages, "net") - sumOf(ofDamages.map(({ subtotal }) => subtotal)) - fromTop,
    charges: credited(charges, "net") - sumOf(charges.map(({ subtotal }) => subtotal)),
    ...wentBack,
    unappliedReceipts: sumOf(receipts.map(({ amount }) => amount)),
    bankFees: sumOf(receipts.flatMap(({ allocations }) => allocations.map(({ fee }) => fee))),
    deferredRevenue: earned + credited(fees, "net") - sumOf(fees.map(({ subtotal }) => subtotal)),
    revenue: -earned,
    taxPayable: credited(invoices, "tax") - sumOf(invoices.map(({ tax }) => tax)),
  };
  for (const [account, balance] of Object.entries(wanted)) {
    const is = balances[account] ?? 0;
    if (is !== balance) yield `${account} holds ${is} yen, the invoices say ${balance}`;
    delete balances[account];
  }
  for (const account of Object.keys(balances)) yield `${account} is posted to by nobody`;
}

interface IssuedFees {
  periodStart: string;
  fees: { itemId: string; amount: number; to: string; by: string }[];
}

interface Ended {
  itemId: string | null;
  unearned: number;
}

/**
 * Yen that an invoice has earned by its history: months up to the last one that was booked, and all of what
 * has ended but for what is the customer's.
 */
function earnedBy({ events }: Customer, id: string): number {
  const own = events.filter(({ machineId }) => machineId === id).map(({ event }) => event);
  const issued = own.find(({ type }) => type === "issue") as unknown as IssuedFees | undefined;
  if (!issued) return 0;
  const last = own.findLast(({ type }) => type === "earn")?.day ?? "";
  const ends = own.filter(({ type }) => type === "endEarning") as unknown as Ended[];
  const hasEnded = (item: string) => ends.some(({ itemId }) => itemId === null || itemId === item);
  const fees = issued.fees.map(({ itemId, amount, to, by }) => {
    if (hasEnded(itemId)) return amount;
    const months = by === "month" ? earnedDayByDay(amount, issued.periodStart, to) : [];
    return sumOf(months.filter(([day]) => day < last).map(([, part]) => part));
  });
  return sumOf(fees) - sumOf(ends.map(({ unearned }) => unearned));
}

/** Each month is booked on its own last day, however late; each end on the last day of what ended. */
function* earningFaults({ events, rows }: Customer): Generator<string> {
  for (const { machineId, seq, event } of events) {
    const row = rows.find((each) => each.machineId === machineId && each.seq === seq)?.row;
    if (event.type === "earn" && (!row || nextDay(row.day) !== event.day)) {
      yield `a month of invoice ${machineId} that was over on ${event.day} is booked on ${row?.day}`;
    }
    if (event.type === "endEarning" && row && row.day !== event["lastDay"]) {
      yield `the end of invoice ${machineId} on ${String(event["lastDay"])} is booked on ${row.day}`;
    }
  }
}

/** Bank receipts that are matched, as they stand. */
const appliedReceipts = (customer: Customer): BankReceiptContext[] =>
  machinesOf<BankReceiptContext>(customer, "bankReceipt")
    .filter(({ snapshot }) => snapshot.value === "applied")
    .map(({ snapshot }) => snapshot.context);

/** Yen that settle an invoice by transfers, with the fees that the operator bears. */
const transferredTo = (customer: Customer, invoice: string): number =>
  sumOf(
    appliedReceipts(customer)
      .flatMap(({ allocations }) => allocations)
      .filter(({ invoiceId }) => invoiceId === invoice)
      .map(({ amount, fee }) => amount + fee),
  );

interface SetOffDebts {
  debts: { invoiceId: string; amount: number }[];
}

/** Yen by which declared set-offs pay an invoice, less those that it gives for others (A14.4). */
function setOffTo({ events }: Customer, invoice: string): number {
  const declared = events.filter(({ event }) => event.type === "declareSetOff");
  const amounts = declared.flatMap(({ machineId, event }) =>
    (event as unknown as SetOffDebts).debts.map(({ invoiceId, amount }) => {
      return (invoiceId === invoice ? amount : 0) - (machineId === invoice ? amount : 0);
    }),
  );
  return sumOf(amounts);
}

/** A payment counts for its own invoice, once and in full; one at a time is under way. */
function* paymentFaults(customer: Customer): Generator<string> {
  const payments = machinesOf<PaymentContext>(customer, "payment");
  for (const { machineId, snapshot } of machinesOf<InvoiceContext>(customer, "invoice")) {
    const { total, subtotal, tax, paid, openPayment } = snapshot.context;
    const own = payments.filter((each) => each.snapshot.context.invoiceId === machineId);
    const inState = (...states: string[]) =>
      own.filter((each) => states.includes(String(each.snapshot.value)));
    const byCard = leftByCard(customer, machineId);
    const byTransfer = transferredTo(customer, machineId);
    const came =
      byCard + byTransfer + setOffTo(customer, machineId) - paidBackByTransfer(customer, machineId);
    if (came !== paid) yield `invoice ${machineId} counts ${paid} yen, ${came} came`;
    if (total !== subtotal + tax)
      yield `invoice ${machineId} is ${total}, not ${subtotal} + ${tax}`;
    const payable = payableOf(snapshot.context);
    if (["paid", "void"].includes(String(snapshot.value)) !== paid >= payable) {
      yield `invoice ${machineId} is ${String(snapshot.value)} with ${paid} of ${payable} yen`;
    }
    const idsOf = (machines: { machineId: string }[]) => machines.map((each) => each.machineId);
    const underWay = idsOf(inState("created", "charging", "requiresAction", "processing"));
    // One of another amount than asked for stays in the way until a person has looked at it.
    const isMismatched = idsOf(inState("mismatched")).includes(openPayment ?? "");
    if (String(underWay) !== (isMismatched ? "" : (openPayment ?? ""))) {
      yield `invoice ${machineId} waits for ${openPayment}, under way are ${underWay}`;
    }
  }
}

interface Submit {
  basic: { annualPrice: number };
}

interface TakenOver extends Submit {
  term: { end: string } | null;
  ends: { cause: string; endDay: string }[];
}

/** Days that discontinuations of a contract or an option named as its last, whatever came of them. */
const lastDaysOf = ({ events }: Customer, id: string): string[] =>
  events.flatMap(({ machineId, event }) => {
    if (machineId !== id) return [];
    if (event.type === "discontinue") return [String(event["endDay"])];
    const ends = event.type === "takeOver" ? (event as unknown as TakenOver).ends : [];
    return ends.filter(({ cause }) => cause === "discontinued").map(({ endDay }) => endDay);
  });

type Charged = Pick<SoldOption, "annualPrice" | "chargedUntil"> & {
  endDay?: string | null;
  kind?: string;
  optionId?: string;
};

/** The fee of a menu for the days from one to another; work has no days. */
function chargeOf(menu: Charged, from: string, to: string): number {
  const full = endOfPeriod(from, 12);
  if (menu.kind === "work" || to >= full) return menu.annualPrice;
  const days = (last: string) => daysBetween(from, last) + 1;
  return Math.floor((menu.annualPrice * days(to)) / days(full));
}

/** Whether a contract still keeps account of its invoices. */
const isOpenOf = (value: object) => !JSON.stringify(value).includes('"money":"settled"');

/** Each term of a contract follows the last and has one invoice, of what was ordered and the tax. */
function* feeFaults(customer: Customer): Generator<string> {
  const numberOf = ({ snapshot }: { snapshot: { context: InvoiceContext } }) =>
    snapshot.context.number ?? "";
  const invoices = machinesOf<InvoiceContext>(customer, "invoice").toSorted((a, b) =>
    numberOf(a) < numberOf(b) ? -1 : 1,
  );
  for (const { machineId, snapshot } of machinesOf<ContractContext>(customer, "contract")) {
    const { start, openInvoices, overdueInvoices, term, options } = snapshot.context;
    const own = invoices.filter((each) => each.snapshot.context.contractId === machineId);
    const order = customer.events.find(
      ({ machineId: id, event }) => id === machineId && ["submit", "takeOver"].includes(event.type),
    )?.event as unknown as Submit | TakenOver | undefined;
    // The assignor has paid for the term in which the contract was handed over.
    const earlierTerm = order && "term" in order ? order.term : null;
    let day = earlierTerm ? nextDay(earlierTerm.end) : (start ?? "");
    const terms = own.filter((each) => each.snapshot.context.reason === "annualFee");
    const last = terms.at(-1)?.snapshot.context;
    for (const invoice of terms) {
      const { periodStart, periodEnd, subtotal, tax } = invoice.snapshot.context;
      const isCut = lastDaysOf(customer, machineId).includes(periodEnd);
      if (periodStart !== day || (periodEnd !== endOfPeriod(day, 12) && !isCut)) {
        yield `contract ${machineId} is charged for ${periodStart} to ${periodEnd}, not from ${day}`;
      }
      const inTerm = options.filter(({ kind, addedOn, endDay }) => {
        const isThere = (addedOn ?? "") < day && (endDay ?? "9999") >= day;
        return isThere && (kind !== "work" || (day === start && !addedOn));
      });
      // One that is discontinued is charged by days from the next term on; where that was taken back
      // or came later, the rest has an invoice of its own.
      const basic: Charged = order?.basic ?? { annualPrice: 0 };
      const hasRest = (cut: string) =>
        own.some(({ snapshot: { context } }) => {
          return context.reason === "optionFee" && context.periodStart === nextDay(cut);
        });
      // Of what is to end by then no rest is asked for, unless that end is taken back.
      const endsBy = (cut: string, own: string | null = null) =>
        (own !== null && own <= cut) || snapshot.context.ends.some(({ endDay }) => endDay <= cut);
      const fees = [basic, ...inTerm].map((menu: Charged) => [
        chargeOf(menu, day, periodEnd),
        ...lastDaysOf(customer, menu.optionId ?? "")
          .filter((cut) => day <= cut && cut < periodEnd)
          .filter((cut) => cut === menu.chargedUntil || hasRest(cut) || endsBy(cut, menu.endDay))
          .map((cut) => chargeOf(menu, day, cut)),
      ]);
      const sums = fees.reduce(
        (some, each) => some.flatMap((sum) => each.map((fee) => sum + fee)),
        [0],
      );
      const net = sums.find((sum) => sum === subtotal) ?? sums[0] ?? 0;
      // Ten yen of a hundred, and of what is left over nothing.
      let owedTax = 0;
      for (let rest = net; rest >= 10; rest -= 10 ** (String(rest).length - 1)) {
        owedTax += 10 ** (String(rest).length - 2);
      }
      if (subtotal !== net || tax !== owedTax) {
        yield `${day} of contract ${machineId} costs ${subtotal} + ${tax}, not ${net} + ${owedTax}`;
      }
      day = nextDay(periodEnd);
    }
    const chargedUpTo = last?.periodEnd ?? earlierTerm?.end ?? null;
    if ((term?.end ?? null) !== chargedUpTo) {
      yield `contract ${machineId} is in a term to ${term?.end}, charged up to ${chargedUpTo}`;
    }
    // A contract that has settled its money hears no more of damages that are claimed later.
    const isSettled = typeof snapshot.value === "string" || !isOpenOf(snapshot.value);
    const unpaid = own.filter(
      ({ snapshot: { value, context } }) =>
        !["paid", "void", "writtenOff"].includes(String(value)) &&
        !(isSettled && (context.reason === "lateDamages" || hasGoneBack(customer, context))),
    );
    const late = unpaid.filter(({ snapshot: { value } }) => value === "overdue");
    const idsOf = (machines: { machineId: string }[]) =>
      machines.map((each) => each.machineId).toSorted();
    if (String(openInvoices.toSorted()) !== String(idsOf(unpaid))) {
      yield `contract ${machineId} holds ${openInvoices} for unpaid, not ${idsOf(unpaid)}`;
    }
    const isRunning = typeof snapshot.value === "object" && "active" in snapshot.value;
    if (isRunning && String(overdueInvoices.toSorted()) !== String(idsOf(late))) {
      yield `contract ${machineId} holds ${overdueInvoices} for overdue, not ${idsOf(late)}`;
    }
  }
}

/** Where money came from nowhere or went missing, by sums that are worked out the slow way. */
export function moneyFaultsOf(customer: Customer): string[] {
  return [
    ...ledgerFaults(customer),
    ...earningFaults(customer),
    ...paymentFaults(customer),
    ...feeFaults(customer),
    ...claimFaults(customer),
  ];
}
