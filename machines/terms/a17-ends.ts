/** How a contract or an option ends (終了の事由). */
export type EndCause =
  | "expired"
  | "cancelled"
  | "terminated"
  | "restricted"
  | "discontinued"
  | "assigned";

/** Which side brings the end about. */
export type EndedBy = "customer" | "operator";

/**
 * The causes in the order in which they apply where several ends fall on one day: the graver first, and
 * what is over is not assigned.
 */
const order: readonly `${EndCause}/${EndedBy}`[] = [
  "terminated/operator",
  "terminated/customer",
  "discontinued/operator",
  "restricted/operator",
  "cancelled/operator",
  "expired/customer",
  "cancelled/customer",
  "assigned/customer",
  "assigned/operator",
];

/** The place of an end among others on the same day (A10.2, A16.1, A17.1, A19.4, A20, A31): 0 applies first. */
export function endOrder(cause: EndCause, by: EndedBy): number {
  const place = order.indexOf(`${cause}/${by}`);
  if (place < 0) throw new RangeError(`Nobody's ${by} end is ${cause}`);
  return place;
}
