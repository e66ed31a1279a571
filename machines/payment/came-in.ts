/** States of a card payment whose money has come in, whatever became of it afterwards. */
export const cameInStates = [
  ...(["succeeded", "partlyRefunded", "refunded", "disputed", "won", "lost"] as const),
  "mismatched",
] as const;

/** Whether the money of a payment in a state has come in. */
export const hasComeIn = (state: string): boolean => cameInStates.some((one) => one === state);

/** Whether it has come in and its invoice has taken it. */
export const isApplied = (state: string): boolean => hasComeIn(state) && state !== "mismatched";
