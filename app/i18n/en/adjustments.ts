import type { adjustments as original } from "../ja/adjustments.ts";

export const adjustments: typeof original = {
  title: (number) => `Correct, set off or write off invoice ${number}`,
  link: "Correct, set off, write off or charge",
  lead: "Corrections, write-offs and charges are carried out once somebody else of finance or an administrator approves them. A set-off is carried out at once.",
  owed: "Still open",
  credit: "The customer's credit",
  writtenOff: "Written off",
  since: (day) => `since ${day}`,
  waiting: "Waiting for approval",
  reason: "Reason",
  correction: {
    title: "Correct the invoice (credit note)",
    lead: (left) =>
      `Enter what is given back of each line, before tax. ${left} before tax can still be credited. The tax is worked out on the sum of what is credited.`,
    amountOf: (line, amount) => `${line} (of ${amount})`,
    submit: "Ask for approval of the correction",
    whole: "Ask for approval to cancel all of it",
    nothing: "Nothing is left to be credited.",
  },
  setOff: {
    title: "Set-off",
    lead: (credit) =>
      `The credit of ${credit} pays other invoices of the customer (article 14.4), also those that are not due yet. The customer is told by mail.`,
    amountOf: (number, due, owed) => `Invoice ${number} (due ${due}, ${owed} open)`,
    submit: "Set off",
    none: "There is no invoice that it could pay.",
  },
  writeOff: {
    title: "Write-off",
    lead: (owed) => `All of the open ${owed} are booked as a loss.`,
    submit: "Ask for approval of the write-off",
  },
  charge: {
    title: "Charge for costs or damage",
    lead: "Charges the contract of this invoice by a new invoice. There is no consumption tax on compensation for damage; there is on fees that a third party has run up.",
    kind: "Kind",
    net: "Amount before tax",
    item: "Text on the invoice",
    on: "Happened on",
    submit: "Ask for approval of the charge",
  },
  setOffDone: "It was set off, and the customer was told by mail.",
  problems: {
    reasonMissing: "Enter the reason.",
    reasonTooLong: "Enter a reason of at most 500 characters.",
    amountWrong: "Enter amounts in whole yen.",
    amountMissing: "Enter at least one amount.",
    tooMuch: "The amount is more than what is left. Enter at most that.",
    itemMissing: "Enter the text on the invoice, at most 200 characters.",
    dayWrong: "Enter a day up to today.",
    conflict: "The invoice has changed, so that it could not be done. Check what holds now.",
  },
};
