/**
 * How long a request may be repeated under its idempotency key. Stripe and Resend both forget a key
 * after 24 hours; the hour between is for clocks that differ and calls that take long.
 */
export const keyLifeHours = 23;

/** The instant by the wall clock: providers know nothing of the portal's own clock. */
export const wallNow = (): Date => new Date();

/**
 * Whether a repeat could be taken for a new request.
 *
 * @param keySince wall-clock instant of the first request whose end is not known, or null for none
 * @param now wall-clock instant of the repeat
 */
export function isKeyLapsed(keySince: Date | null, now: Date): boolean {
  if (keySince === null) return false;
  return now.getTime() - keySince.getTime() >= keyLifeHours * 3_600_000;
}
