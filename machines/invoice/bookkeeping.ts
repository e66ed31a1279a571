/**
 * Whether an event only books what an invoice earns: it follows from the invoice's periods and amounts, and
 * changes nothing for the customer, so that histories leave it out.
 */
export const isBookkeeping = (kind: string, eventType: string): boolean =>
  kind === "invoice" && ["earn", "endEarning"].includes(eventType);
