import { dripped } from "./damages.ts";

/** A debt in whole yen, due on a numbered day, with its yearly rate in thousandths. */
export interface OracleDebt {
  due: number;
  principal: number;
  perMille: number;
}

/** Coins that were taken off the principal on one day. */
interface Stack {
  on: number;
  coins: number;
  /** Whether they went to another invoice instead of being paid. */
  moved: boolean;
}

/** One debt on the counter: what is still unpaid, what was taken off, and the damages that were paid. */
export class Counter {
  readonly debt: OracleDebt;
  unpaid: number;
  readonly taken: Stack[] = [];
  damagesPaid = 0;

  constructor(debt: OracleDebt) {
    this.debt = debt;
    this.unpaid = debt.principal;
  }

  /** Damages of all days up to and with this one, each stack of coins by its own days. */
  damagesSoFar(today: number): number {
    let yen = dripped(this.unpaid, this.debt.perMille, today - this.debt.due);
    for (const stack of this.taken) {
      yen += dripped(stack.coins, this.debt.perMille, stack.on - this.debt.due);
    }
    return yen;
  }

  damagesOwed(today: number): number {
    const owed = this.damagesSoFar(today) - this.damagesPaid;
    return owed > 0 ? owed : 0;
  }

  takeOff(coins: number, today: number, moved: boolean): void {
    this.unpaid -= coins;
    const sameDay = this.taken.find((stack) => stack.on === today && !stack.moved && !moved);
    if (sameDay) sameDay.coins += coins;
    else this.taken.push({ on: today, coins, moved });
  }
}

/** How many coins went to damages and to principal of each counter, and how many nobody wanted. */
export interface Laid {
  damages: number[];
  principal: number[];
  over: number;
}

/**
 * Lays money down coin by coin: as long as any damages of today are owed, to those of the debt that fell due
 * first; then to the principal of the debt that fell due first (Civil Code 489). The counters stand in the
 * order of their due days.
 */
export function layDown(
  counters: readonly Counter[],
  coins: number,
  today: number,
  moved = false,
): Laid {
  const owed = counters.map((counter) => counter.damagesOwed(today));
  const damages = counters.map(() => 0);
  const principal = counters.map(() => 0);
  let over = 0;
  for (let coin = 0; coin < coins; coin += 1) {
    const withDamages = counters.findIndex((_, n) => (owed[n] ?? 0) > (damages[n] ?? 0));
    if (withDamages >= 0) {
      damages[withDamages] = (damages[withDamages] ?? 0) + 1;
      continue;
    }
    const withPrincipal = counters.findIndex((counter, n) => counter.unpaid > (principal[n] ?? 0));
    if (withPrincipal >= 0) principal[withPrincipal] = (principal[withPrincipal] ?? 0) + 1;
    else over += 1;
  }
  for (const [n, counter] of counters.entries()) {
    counter.damagesPaid += damages[n] ?? 0;
    if ((principal[n] ?? 0) > 0) counter.takeOff(principal[n] ?? 0, today, moved);
  }
  return { damages, principal, over };
}
