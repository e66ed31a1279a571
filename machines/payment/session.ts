/**
 * How long a payment waits for its payer: its Checkout session is open as long (Stripe allows half an
 * hour to a day), and a payment that never got one is given up then.
 */
export const sessionMinutes = 60;
