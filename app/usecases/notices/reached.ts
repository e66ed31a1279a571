import type { Reached } from "#db/queries/restrictions.ts";

/** A contract that a machine of the operator has reached, with its option if it was one. */
export interface ReachedDelivery {
  customerId: string;
  customerName: string;
  number: string;
  /** The event that it was given, such as `restrict`. */
  type: string;
  /** ISO instant. */
  at: string;
  /** How its mail stands; empty where none was due. */
  states: string[];
}

/** What became of those reached, for a list. */
export function reachedDeliveries(reached: readonly Reached[]): ReachedDelivery[] {
  return reached.map(({ template: _, state, deliveries, ...row }) => {
    const sending = state === "done" ? "sent" : state;
    const states = deliveries.length > 0 ? deliveries : sending === null ? [] : [sending];
    return { ...row, states };
  });
}
