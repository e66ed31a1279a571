/** An amount in whole yen, not negative. `yen` checks it where it comes from outside. */
export type Yen = number;

/** The number itself where it is a whole, safe, non-negative amount. Throws RangeError otherwise. */
export function yen(amount: number): Yen {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new RangeError(`Not an amount in yen: ${amount}`);
  }
  // Zero with a sign would not survive a JSON round trip.
  return amount === 0 ? 0 : amount;
}

/** The sum of amounts in yen. Throws RangeError where one is no amount or the sum is not safe. */
export function sumYen(amounts: Iterable<Yen>): Yen {
  let sum = 0;
  for (const amount of amounts) sum = yen(sum + yen(amount));
  return sum;
}

/**
 * `amount × numerator ÷ denominator` in yen, rounded down, without rounding in between.
 * Throws RangeError where a term is no whole number from 0, the denominator is 0 or the result is not safe.
 */
export function share(amount: Yen, numerator: number, denominator: number): Yen {
  if (yen(denominator) === 0) throw new RangeError("Expected a denominator above 0");
  return yen(Number((BigInt(yen(amount)) * BigInt(yen(numerator))) / BigInt(denominator)));
}
