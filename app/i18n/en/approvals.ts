import type { approvals as original } from "../ja/approvals.ts";

export const approvals: typeof original = {
  title: "Approvals",
  lead: "A decision about money is carried out when somebody of finance or an administrator approves it who has not asked for it.",
  waiting: "Waiting",
  decided: "Decided",
  noneWaiting: "Nothing waits for approval.",
  noneDecided: "Nothing has been decided yet.",
  subject: "What",
  customer: "Customer",
  amount: "Amount",
  amountWithTax: "Amount with tax",
  clause: "Clause",
  invoice: "Invoice",
  proposedBy: "Asked by",
  proposedOn: "Asked on",
  decidedBy: "Decided by",
  decidedOn: "Decided on",
  reason: "Reason",
  refusal: "Why it was refused",
  somebody: "Unknown (has left)",
  effect: "What approval does",
  subjects: {
    creditNote: "Correction of an invoice (credit note)",
    writeOff: "Write-off",
    charge: "Charge for costs or damage",
    refund: "Refund",
  },
  charges: {
    deviceLoss: "Connection device lost or destroyed",
    deviceRepair: "Repair of a connection device",
    deviceRecovery: "Recovery of a connection device",
    misuseFee: "Fees run up by a third party",
    misuseDamage: "Damage by a third party's use",
    damage: "Damage caused by the customer",
  },
  effects: {
    creditNote: (amount) =>
      `A credit note over ${amount} is issued and mailed to the customer. It reduces what is open; the rest becomes the customer's credit. Revenue, deferred revenue and tax payable are booked back.`,
    writeOff: (amount) =>
      `The open ${amount} are booked as a loss and reminders stop. The contract is told that the invoice is settled, and a suspension for this invoice alone is lifted. Money that still comes is taken.`,
    charge: (amount) =>
      `An invoice of ${amount} is issued and mailed to the customer. It is due at the end of the month after its issue.`,
    refund: (amount) =>
      `A refund of ${amount} is begun: to a card it is asked for at Stripe at once, by transfer it waits for finance to make it.`,
  },
  facts: {
    charge: "Kind of charge",
    item: "Text on the invoice",
    on: "Happened on",
    net: "Amount without tax",
    lines: "What",
    tax: "Consumption tax",
    refundBy: "Method",
    refundOf: "What is paid back",
  },
  refundBy: { card: "To the card", transfer: "Bank transfer" },
  refundOf: {
    credit: "What was paid too much (credit)",
    payment: "The payment of the invoice (what is refunded is owed again)",
  },
  state: "State",
  approve: {
    title: "Approve",
    lead: "It is carried out at once. Undoing it takes a procedure of its own.",
    button: (amount) => `Approve ${amount}`,
  },
  refuse: {
    title: "Refuse",
    reason: "Why it is refused",
    button: "Refuse",
  },
  withdraw: {
    lead: "You asked for this, so you cannot approve it. Somebody else of finance or an administrator decides.",
    button: "Withdraw",
  },
  done: {
    proposed: "Approval was asked for. Somebody else of finance or an administrator decides.",
    approved: "It was approved and carried out.",
    refused: "It was refused.",
    withdrawn: "It was withdrawn.",
  },
  problems: {
    reasonMissing: "Enter the reason.",
    reasonTooLong: "Enter a reason of at most 500 characters.",
    conflict:
      "It could not be decided: it has been decided already, or the invoice has changed since it was asked for. Check what holds now.",
  },
};
