/**
 * What a month is asked before it is closed, in the order of the list (締めのチェックリスト).
 * - `monthOver`: its last day is past
 * - `earlierMonth`: every month of the books before it is closed
 * - `deadlines`: no deadline of the month waits to fire, for it might still book something
 * - `payoutsPulled`: Stripe's payouts were fetched after its end
 * - `payouts`: each payout is booked, each of its lines is matched or explained, and the bank's line of it is known
 * - `receipts`: what came to the bank is matched or set aside
 * - `payments`: no card payment whose outcome is open or whose amount is another than asked for
 * - `events`: no message of the payment provider that is not taken in
 * - `effects`: no work outside that concerns money and is not done
 * - `ledger`: debits equal credits in every transaction
 */
export const monthChecks = [
  "monthOver",
  "earlierMonth",
  "deadlines",
  "payoutsPulled",
  "payouts",
  "receipts",
  "payments",
  "events",
  "effects",
  "ledger",
] as const;

export type MonthCheck = (typeof monthChecks)[number];

/**
 * The points that a person may settle with an explanation, because nothing in the portal settles them. All
 * others have a page on which they are settled, or settle themselves.
 */
export const explainableChecks = ["payouts", "payments", "events", "effects"] as const;

export type ExplainableCheck = (typeof explainableChecks)[number];
