import { dayOf } from "../calendar.ts";
import { sumYen } from "../money.ts";
import { settle, type Debt, type ReceivedPayment, type Settlement } from "../money/allocation.ts";
import { damagesRate } from "../terms/a14-damages.ts";
import { closingDay, enteringOf, type Accountable } from "./entering.ts";
import { debtKindOf } from "./reasons.ts";

/** Days of delay on one principal. Days are ISO, both counted; amounts yen. */
export interface DelaySegment {
  from: string;
  to: string;
  days: number;
  principal: number;
  /** What these days add, so that the segments sum up to all damages. */
  damages: number;
}

/** Money that came in, a credit note, or damages that were invoiced or waived, and what it went to, in yen. */
export interface AccountEntry {
  id: string;
  kind: "received" | "credited" | "claimed" | "waived";
  day: string;
  amount: number;
  damages: number;
  principal: number;
  /** What no debt was left for. */
  onTop: number;
}

/** The damages of one invoice on a day. Amounts are yen, days ISO. */
export interface DamagesAccount {
  /** Rate a year in thousandths. */
  perMille: number;
  dueDay: string;
  /** The last day counted: that asked for, or the earlier one on which the invoice's amount had come. */
  asOf: string;
  /** The value day on which the whole amount of the invoice had come; null where some is missing. */
  closedOn: string | null;
  segments: DelaySegment[];
  entries: AccountEntry[];
  /** All damages up to then, whatever became of them. */
  accrued: number;
  /** What the invoice still asks for. */
  rest: number;
  /** Damages that were not paid, invoiced or waived: who pays `rest` and this owes nothing more. */
  open: number;
  /** Invoiced or waived beyond what is owed by what is known today. */
  tooMuch: number;
}

const debtId = "invoice";

const order = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);

interface Booked {
  debt: Debt;
  taken: ReceivedPayment[];
  received: number;
}

const restOf = ({ debt, received }: Booked) => Math.max(0, debt.principal - received);

function openOn(booked: Booked, day: string): number {
  const { open } = settle([booked.debt], booked.taken, dayOf(day));
  return Math.max(0, sumYen(open.flatMap((one) => [one.principal, one.damages])) - restOf(booked));
}

const damagesTo = ({ allocations, open }: Settlement) =>
  sumYen([
    ...allocations.filter(({ kind }) => kind === "damages").map(({ amount }) => amount),
    ...open.map(({ damages }) => damages),
  ]);

/** Cuts the delay where a payment changes the principal. */
function segmentsOf({ debt, taken }: Booked, asOf: string): DelaySegment[] {
  const all = settle([debt], taken, dayOf(asOf));
  const dueDay = debt.dueDay.toString();
  const cuts = all.allocations
    .filter(({ kind }) => kind === "principal")
    .map(({ valueDay }) => valueDay.toString())
    .filter((day) => day > dueDay);
  const parts = [...new Set([...cuts, asOf])].toSorted().flatMap((to, n, ends) => {
    const last = ends[n - 1] ?? dueDay;
    const from = dayOf(last).add({ days: 1 }).toString();
    const paid = all.allocations.filter(({ kind, valueDay }) => {
      return kind === "principal" && valueDay.toString() <= last;
    });
    const principal = debt.principal - sumYen(paid.map(({ amount }) => amount));
    const days = dayOf(last).until(dayOf(to), { largestUnit: "day" }).days;
    if (principal === 0 || days <= 0) return [];
    return [{ from, to, days, principal, accrued: damagesTo(settle([debt], taken, dayOf(to))) }];
  });
  // A principal that is paid in parts is rounded down in parts: what had accrued can come to less again.
  const accruedBy = (n: number) => Math.min(...parts.slice(n).map(({ accrued }) => accrued));
  return parts.map(({ accrued: _, ...part }, n) => {
    return { ...part, damages: accruedBy(n) - (n === 0 ? 0 : accruedBy(n - 1)) };
  });
}

/**
 * The account of an invoice's delay damages (遅延損害金, A14.3) up to a day, from nothing but due day and
 * value days (起算日): a payment recorded late, and a due day that moved, change it from the beginning.
 * Every payment goes to damages first, then to principal (Civil Code 489). A credit note reduces the principal
 * alone: what it credits bears no damages from the credit's day on, while those of the days before stay owed, since
 * until then the invoice was due as it stood; finance waives or credits them where it never was. Once the amount of
 * the invoice has come in or was credited, nothing more accrues: what is left over from the damages is claimed as
 * such, or waived. Null where the invoice bears none or is not issued.
 *
 * @param day ISO day of payment, counted
 */
export function damagesAccount(invoice: Accountable, day: string): DamagesAccount | null {
  const { reason, dueDay, total, damagesDecisions } = invoice;
  const kind = debtKindOf(reason);
  if (kind === null || dueDay === null) return null;
  const due = dayOf(dueDay);
  const perMille = damagesRate(kind, due);
  const came = enteringOf(invoice).filter((one) => one.day <= day);
  const closedOn = closingDay(came, total);
  const asOf = closedOn ?? day;
  const booked: Booked = {
    debt: { id: debtId, dueDay: due, principal: total, perMille },
    ...{ taken: [], received: 0 },
  };
  let tooMuch = 0;
  const lines = [
    ...came,
    ...damagesDecisions.filter((one) => one.day <= day).map((one, n) => ({ ...one, id: `${n}` })),
  ].toSorted((one, other) => order(one.day, other.day));
  for (const [n, line] of lines.entries()) {
    const on = line.day < asOf ? line.day : asOf;
    let { amount } = line;
    if (line.kind === "received" || line.kind === "credited") booked.received += amount;
    else {
      amount = Math.min(amount, openOn(booked, on));
      tooMuch += line.amount - amount;
    }
    const isMoved = line.kind !== "received";
    const isCredit = line.kind === "credited";
    // The day of the credit bears no damages any more; one after the invoice was settled changes no days.
    const isInTime = isCredit && line.day <= asOf;
    const valueDay = isInTime ? dayOf(on).subtract({ days: 1 }) : dayOf(on);
    booked.taken.push({ id: `${n}`, valueDay, amount, isMoved, isCredit });
  }
  const { allocations } = settle([booked.debt], booked.taken, dayOf(asOf));
  const entries = lines.map((line, n): AccountEntry => {
    const own = allocations.filter(({ paymentId }) => paymentId === `${n}`);
    const sum = (of: "damages" | "principal") =>
      sumYen(own.filter((one) => one.kind === of).map(({ amount }) => amount));
    const [damages, principal] = [sum("damages"), sum("principal")];
    const { id, day: on, amount } = line;
    const onTop = amount - damages - principal;
    return { id, kind: line.kind, day: on, amount, damages, principal, onTop };
  });
  const segments = asOf > dueDay ? segmentsOf(booked, asOf) : [];
  return {
    ...{ perMille, dueDay, asOf, closedOn, segments, entries, tooMuch },
    accrued: sumYen(segments.map(({ damages }) => damages)),
    rest: restOf(booked),
    open: openOn(booked, asOf),
  };
}

/** Damages in yen that finance is to decide on, since the value day of the latest payment that came late. */
export function damagesToDecide(invoice: Accountable): { amount: number; since: string } | null {
  const { receipts, dueDay, damagesDecisions } = invoice;
  const late = receipts.map(({ valueDay }) => valueDay).filter((day) => day > (dueDay ?? day));
  const since = late.toSorted().at(-1);
  if (since === undefined) return null;
  // What was decided after that payment counts on its own day.
  const [day = since] = [since, ...damagesDecisions.map((one) => one.day)].toSorted().toReversed();
  const amount = damagesAccount(invoice, day)?.open ?? 0;
  return amount > 0 ? { amount, since } : null;
}

/**
 * What came in beyond the invoice's amount and settles its damages (Civil Code 489), in yen; more than that
 * is the customer's credit.
 */
export function damagesFromReceipts(invoice: Accountable): number {
  const entering = sumYen(enteringOf(invoice).map(({ amount }) => amount));
  if (entering <= invoice.total) return 0;
  const account = damagesAccount(invoice, "9999-12-31");
  const onTop = (account?.entries ?? [])
    .filter(({ kind }) => kind === "received" || kind === "credited")
    .map((entry) => entry.onTop);
  return account ? entering - invoice.total - sumYen(onTop) : 0;
}
