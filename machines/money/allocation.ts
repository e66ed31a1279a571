import { Temporal } from "temporal-polyfill";
import { sumYen, yen, type Yen } from "../money.ts";
import { delayDamages, delayDamagesByParts, type Delay } from "./damages.ts";

type Day = Temporal.PlainDate;

/** What a debt still asks for on the day of a payment, in yen. */
export interface OpenDebt {
  id: string;
  dueDay: Day;
  principal: Yen;
  damages: Yen;
}

/** A part of a payment, in yen, applied to the damages or to the principal of a debt. */
export interface Allocation {
  debtId: string;
  kind: "damages" | "principal";
  amount: Yen;
}

/**
 * Applies a payment in yen (充当): first to delay damages, then to principal, each from the oldest due
 * day on (Civil Code 489). Debts of one due day go in the order of the list, as the creditor may lay
 * down (Civil Code 488.2). What is left over is no debt's. Throws RangeError for what is no amount.
 */
export function allocatePayment(
  amount: Yen,
  debts: readonly OpenDebt[],
): { allocations: Allocation[]; leftOver: Yen } {
  const oldestFirst = byDueDay(debts);
  const allocations: Allocation[] = [];
  let leftOver = yen(amount);
  for (const kind of ["damages", "principal"] as const) {
    for (const debt of oldestFirst) {
      const part = Math.min(leftOver, yen(debt[kind]));
      if (part === 0) continue;
      allocations.push({ debtId: debt.id, kind, amount: part });
      leftOver -= part;
    }
  }
  return { allocations, leftOver };
}

/** A debt as it first was. `perMille`: rate of its delay damages a year in thousandths. */
export type Debt = { id: string } & Pick<Delay, "dueDay" | "principal" | "perMille">;

/** Money received in yen, counted on its value day (起算日). */
export interface ReceivedPayment {
  id: string;
  valueDay: Day;
  amount: Yen;
  /** The debt is taken elsewhere or waived instead of paid: a part of its own, though others are paid that day. */
  isMoved?: boolean;
  /** A credit: it reduces the principal alone. */
  isCredit?: boolean;
}

/** Where every payment went and what is still owed on the day asked for. */
export interface Settlement {
  allocations: (Allocation & { paymentId: string; valueDay: Day })[];
  /** All debts, oldest due day first, also those with nothing left. */
  open: OpenDebt[];
  leftOver: { paymentId: string; amount: Yen }[];
}

/**
 * Applies payments in the order of their value days to debts and works out damages and principal
 * owed on `asOf` in yen. It starts from nothing, so a payment recorded late changes the result as if
 * it had been known. Payments after `asOf` are left out.
 */
export function settle(
  debts: readonly Debt[],
  payments: readonly ReceivedPayment[],
  asOf: Day,
): Settlement {
  const accounts = byDueDay(debts).map(openAccount);
  const settlement: Settlement = { allocations: [], open: [], leftOver: [] };
  const received = payments
    .filter(({ valueDay }) => Temporal.PlainDate.compare(valueDay, asOf) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.valueDay, other.valueDay));
  for (const { id: paymentId, valueDay, amount, isMoved = false, isCredit } of received) {
    const all = accounts.map((account) => owedOn(account, valueDay));
    const owed = isCredit ? all.map((debt) => ({ ...debt, damages: 0 })) : all;
    const { allocations, leftOver } = allocatePayment(amount, owed);
    for (const allocation of allocations) {
      settlement.allocations.push({ paymentId, valueDay, ...allocation });
      book(accounts, allocation, { paidOn: valueDay, isMoved });
    }
    if (leftOver > 0) settlement.leftOver.push({ paymentId, amount: leftOver });
  }
  settlement.open = accounts.map((account) => owedOn(account, asOf));
  return settlement;
}

interface Account {
  debt: Debt;
  paidParts: { principal: Yen; paidOn: Day; isMoved: boolean }[];
  damagesPaid: Yen;
}

function openAccount(debt: Debt): Account {
  return { debt, paidParts: [], damagesPaid: 0 };
}

function owedOn({ debt, paidParts, damagesPaid }: Account, day: Day): OpenDebt {
  const principal = yen(debt.principal - sumYen(paidParts.map((part) => part.principal)));
  const accrued =
    delayDamagesByParts(paidParts, debt) + delayDamages({ ...debt, principal, paidOn: day });
  // Parts rounded down one by one can come to a yen less than was already paid for their sum.
  const damages = Math.max(0, accrued - damagesPaid);
  return { id: debt.id, dueDay: debt.dueDay, principal, damages };
}

function book(
  accounts: Account[],
  { debtId, kind, amount }: Allocation,
  { paidOn, isMoved }: { paidOn: Day; isMoved: boolean },
): void {
  const account = accounts.find(({ debt }) => debt.id === debtId);
  if (!account) throw new RangeError(`No debt ${debtId}`);
  if (kind === "damages") {
    account.damagesPaid += amount;
    return;
  }
  const sameDay = account.paidParts.find((part) => !part.isMoved && part.paidOn.equals(paidOn));
  if (sameDay && !isMoved) sameDay.principal += amount;
  else account.paidParts.push({ principal: amount, paidOn, isMoved });
}

function byDueDay<T extends { dueDay: Day }>(debts: readonly T[]): T[] {
  return debts.toSorted((one, other) => Temporal.PlainDate.compare(one.dueDay, other.dueDay));
}
