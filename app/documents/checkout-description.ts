import { messagesFor, type Locale } from "#app/i18n/messages.ts";

/** What Stripe's page and the card statement call a payment of an invoice. */
export function checkoutDescription(invoiceNumber: string, locale: Locale): string {
  return messagesFor(locale).invoice.checkoutDescription(invoiceNumber);
}
