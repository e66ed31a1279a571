/**
 * Whether an event only books what an invoice earns, or asks whether there is a card to charge: it follows
 * from the invoice's days and amounts and changes nothing for the customer, so that histories leave it out.
 */
export const isBookkeeping = (kind: string, eventType: string): boolean =>
  kind === "invoice" && ["earn", "endEarning", "chargeNears", "chargeDue"].includes(eventType);
