const leastYen = 50;
const mostYen = 99_999_999;

/** Whether an amount in yen can be charged to a card; Stripe takes no less and no more. */
export const isChargeable = (amount: number): boolean =>
  Number.isInteger(amount) && amount >= leastYen && amount <= mostYen;

/** What is answered for an amount that can't be charged, without asking Stripe. */
export const notChargeable = (amount: number) => ({
  outcome: "refused" as const,
  reason: `${amount} yen can't be charged`,
  code: "amount",
});
