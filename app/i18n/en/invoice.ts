import type { invoice as ja } from "../ja/invoice.ts";

export const invoice: typeof ja = {
  title: "Invoices",
  checkoutDescription: (number) => `Invoice ${number}`,
  list: {
    lead: "The invoices issued to you. Open one by its number to see its lines and to pay it.",
    caption: "List of invoices",
    empty: "No invoice has been issued yet. The yearly invoice comes in the month of the start.",
  },
  number: "Invoice number",
  titleOf: (number) => `Invoice ${number}`,
  status: "Status",
  issueDay: "Issued on",
  dueDay: "Due date",
  period: "Period",
  periodOf: (from, to) => `${from} to ${to}`,
  contract: "Contract",
  contractLink: "The contract",
  total: "Total, with tax",
  paid: "Paid",
  owed: "Still open",
  lines: {
    caption: "Lines",
    name: "Item",
    rate: "Tax rate",
    amount: "Amount, without tax",
  },
  taxes: {
    caption: "By tax rate",
    rate: "Tax rate",
    rateOf: (percent) => (percent === 0 ? "Outside the tax" : `${percent}%`),
    taxable: "Taxable, without tax",
    tax: "Consumption tax",
    subtotal: "Subtotal, without tax",
    taxTotal: "Consumption tax in all",
    total: "Total, with tax",
  },
  documents: {
    invoice: "Invoice (PDF)",
    receipt: "Receipt (PDF)",
  },
  state: {
    due: (amount, day) => `Please pay ${amount} by ${day}`,
    dueText: "By card here, or by transfer to the account on the invoice.",
    overdue: (day) => `The due date (${day}) has passed`,
    overdueText: (damages, day) =>
      `Please pay soon. From the day after the due date to the day of payment, delay damages of 14.6% a year arise on top of the invoice: ${damages} as of ${day}.`,
    overdueAlone: "Please pay soon.",
    paid: (day) => `Paid in full on ${day}`,
    paidText: "Thank you. The receipt can be saved from this page.",
    nothingOwed: "Nothing is to be paid on this invoice",
    processing: "We are confirming your payment",
    processingText:
      "The card issuer is working on it. Until it is done there is no need to pay again.",
    review: "We are checking your payment",
    reviewText:
      "What came in is not the amount of the invoice, so the operator is looking into it. Please wait before paying more.",
    credit: (amount) => `You have paid ${amount} too much`,
    creditText: "The difference is kept as your credit. The operator will be in touch.",
  },
  pay: {
    title: "Pay by card",
    text: (amount) =>
      `You go to the page of the payment company Stripe and pay ${amount}. This portal never stores the card number.`,
    button: (amount) => `Pay ${amount}`,
    continueText: "A payment has been begun. This goes on with the same payment.",
    continueButton: "Go on with the payment",
    forbidden: "The contract owner and the billing contact can pay.",
  },
  startFailed: {
    unavailableTitle: "The payment company could not be reached",
    unavailable:
      "Nothing has been paid. Please wait a moment and press the button again. You will not be charged twice.",
    refusedTitle: "The card payment could not be begun",
    refused:
      "Nothing has been paid. Cards take no amount under ¥50 or of ¥100,000,000 and more. Otherwise please try again, or pay by bank transfer.",
  },
  attempts: {
    caption: "Course of the payment",
    empty: "No payment has been recorded.",
    at: "When",
    what: "What",
    amount: "Amount",
    events: {
      create: "Card payment begun",
      sessionOpened: "Payment page made",
      sessionRefused: "The payment page could not be made",
      attemptFailed: "The card payment did not go through",
      processing: "In work at the card issuer",
      settle: "Paid",
      expire: "The payment ran out of time",
      abandon: "The payment ran out of time",
      lookUp: "Asked the payment company for the outcome",
      transferReceived: "Bank transfer received",
      transferReversed: "Bank transfer taken back",
    },
  },
  decline: {
    declined: {
      reason: "The card issuer did not approve.",
      remedy: "Please use another card or ask your card issuer.",
    },
    insufficientFunds: {
      reason: "The available amount was not enough.",
      remedy: "Please check it and try again, or use another card.",
    },
    limitExceeded: {
      reason: "A limit of the card was exceeded.",
      remedy: "Please ask your card issuer about the limit, or use another card.",
    },
    expiredCard: {
      reason: "The card has expired, or its expiry was entered differently.",
      remedy: "Please check the expiry or use a valid card.",
    },
    incorrectCode: {
      reason: "The security code is wrong.",
      remedy: "Please enter the 3 or 4 digits printed on the card again.",
    },
    incorrectNumber: {
      reason: "The card number is wrong.",
      remedy: "Please check the number and enter it again.",
    },
    notSupported: {
      reason: "This card can't be used for this payment.",
      remedy: "Please use another card.",
    },
    authenticationFailed: {
      reason: "The card issuer's authentication (3-D Secure) was not completed.",
      remedy: "Please go to the payment again and complete the authentication.",
    },
    tryLater: {
      reason: "The card issuer could not process the payment for the moment.",
      remedy: "Please wait a while and try again.",
    },
  },
  payment: {
    title: "Outcome of the payment",
    amount: "Amount",
    invoice: "Invoice",
    stale: "The payment company could not be asked, so this may not be the latest.",
    reload: "Look again",
    backToInvoice: "Back to the invoice",
    retry: "Go to the payment again",
    standing: {
      paid: "Your payment is complete",
      paidText: (day) => `The day of payment is ${day}. The receipt is on the invoice's page.`,
      processing: "We are confirming your payment",
      processingText:
        "The card issuer is working on it. We also send the outcome by mail. There is no need to pay again.",
      declined: "The payment did not go through",
      waiting: "The payment is not complete yet",
      waitingText: "The card has not been charged. You can go on where you stopped.",
      expired: "The payment ran out of time",
      expiredText: "The card has not been charged. You can pay with a new payment.",
      refused: "The payment could not be begun",
      refusedText: "The card has not been charged. Please try again, or pay by bank transfer.",
      review: "We are checking your payment",
      reviewText:
        "What came in is not the amount of the invoice, so the operator is looking into it. Please wait before paying more.",
    },
  },
};
