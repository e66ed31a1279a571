import type { cards as ja } from "../ja/cards.ts";

const brands: Record<string, string> = {
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  jcb: "JCB",
  diners: "Diners Club",
  discover: "Discover",
  unionpay: "UnionPay",
};

/** Texts about the saved card and automatic payment. */
export const cards: typeof ja = {
  title: "Card for automatic payment",
  lead: "With a saved card, invoices are paid by themselves on their due dates.",
  none: "No card is saved",
  noneText: "You pay each invoice yourself, by card or by bank transfer.",
  brand: (brand) => brands[brand] ?? "Card",
  number: (last4) => `**** ${last4}`,
  named: (brand, last4) => `${brands[brand] ?? "Card"} **** ${last4}`,
  facts: {
    card: "Card",
    status: "Status",
    validUntil: "Valid until",
    consentedAt: "Consent to automatic payment",
  },
  validUntil: (day) => day.slice(0, 7),
  wording: "What was consented to",
  forbidden: "A card is saved and removed by the owner or the person for billing.",
  problems: {
    expired: "The card has expired",
    expiredText:
      "It is not charged any more. Please save a new card, or pay each invoice yourself.",
    blocked: "This card can't be used any more",
    blockedText:
      "Its issuer refused it, so we stopped charging it. Please save a new card, or pay each invoice yourself.",
    expiring: (day) => `The card expires soon (${day})`,
    expiringText:
      "Please save the renewed card. Some issuers renew the number and the expiry by themselves.",
  },
  results: {
    saved: "The card is saved",
    savedText: "It pays from the next due date on. We have sent you a confirmation.",
    waiting: "The card is not saved yet",
    waitingText:
      "It is saved once you have entered and authenticated it on the payment provider's page.",
    abandoned: "The card was not saved",
    abandonedText: "The page expired. Please begin again.",
    stale: "The payment provider could not be asked",
    staleText: "If you have finished, the card will appear here shortly.",
    removed: "The card is removed",
    removedText: "Nothing is paid by itself any more. Please pay each invoice yourself.",
  },
  save: "Save a card",
  replace: "Change to another card",
  remove: "Remove the card",
  payments: {
    caption: "Invoices that this card pays by itself",
    ifSaved: "Invoices that are paid by themselves once a card is saved",
    empty: "No invoice waits to be paid.",
    invoice: "Invoice",
    day: "Paid on",
    amount: "Amount",
    notCollected: "Not paid by itself",
  },
  saving: {
    title: "Save a card",
    lead: "You enter the card on the page of Stripe, the payment provider, and authenticate it with its issuer (3-D Secure). The card number is never stored in this portal.",
    replaces: (card) => `Once it is saved, the present card (${card}) is removed.`,
    consentTitle: "Consent to automatic payment",
    consent: [
      "On the due date of each invoice (on the next business day where banks are closed), what is owed is charged to the saved card.",
      "We tell you the day by e-mail with the invoice and seven days before. You can stop the automatic payment of each invoice, and at any time of all by removing the card.",
      "Where a charge does not go through, the same amount may be charged up to two more times after the due date, depending on the issuer's answer. Where the issuer asks for authentication, we send you a link for it.",
      "Stripe keeps the card's details. This portal keeps only its brand, its last four digits and its expiry.",
    ],
    version: (version) => `Version of this consent: ${version}`,
    agree: "I agree to the above and ask for automatic payment by card",
    required: "required",
    submit: "Agree and enter the card",
    problem: "Please read what automatic payment means, and tick the box to agree.",
    unavailable: "The payment provider could not be reached",
    unavailableText: "No card was saved. Please wait a moment and try again.",
    back: "Back without saving",
  },
  removal: {
    title: "Remove the card",
    lead: (card) => `You are about to remove ${card}.`,
    happensTitle: "If you remove it",
    happens: [
      "Invoices are not paid by themselves. Please pay each by its due date, by card or by bank transfer.",
      "It is removed at the payment provider as well, which can't be undone. To use automatic payment again, save a card again.",
      "A payment that is under way may still go through.",
    ],
    submit: "Remove the card",
    back: "Back without removing",
  },
  collection: {
    title: "Automatic payment",
    planned: (card, day, amount) => `${amount} will be charged to ${card} on ${day}`,
    plannedText:
      "There is nothing you need to do. You may pay by hand before, or stop the automatic payment.",
    retry: (card, day, amount) => `${amount} will be charged to ${card} once more on ${day}`,
    retryText:
      "The last charge did not go through. You may pay by hand before, or stop the automatic payment.",
    stop: "Stop the automatic payment of this invoice",
    stopped: "The automatic payment of this invoice is stopped",
    stoppedText: (card) =>
      `Please pay it below by its due date. You can also let ${card} pay it after all.`,
    resume: "Resume the automatic payment",
    changed: "Things have changed, so nothing was switched. This is how it stands now.",
    settings: "Settings of the card for automatic payment",
    none: "A saved card can also pay by itself on the due date.",
  },
  authentication: {
    title: "Your card needs authentication",
    text: (day) =>
      `The issuer asks for authentication (3-D Secure) of the charge to your saved card. Please authenticate it by ${day}; after that, this payment is cancelled.`,
    once: "You are charged once only, however often you authenticate.",
    submit: "Go to authentication",
    otherWay: "Pay in another way",
    otherWayText:
      "Takes this payment back, so that you can pay by another card or by bank transfer.",
    givingUp: "The payment is being taken back",
    givingUpText: "Once that is done, you can pay from the invoice's page.",
    failed: "The authentication was not completed",
    unavailable: "The payment provider could not be reached. Please wait a moment and try again.",
  },
};
