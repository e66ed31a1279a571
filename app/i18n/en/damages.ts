import type { damages as ja } from "../ja/damages.ts";

export const damages: typeof ja = {
  title: "Late damages",
  lead: (rate) =>
    `From the day after the due day to the day of payment, the unpaid principal bears late damages of ${rate} a year by the day. There is no consumption tax on them.`,
  source: {
    fee: "The rate is that of the terms.",
    charge: "The rate is the statutory one of the first day of delay (Civil Code, Article 404).",
  },
  formula:
    "Principal × rate × days ÷ 365, for each part of the principal over all its days, rounded down to the yen.",
  order:
    "Payments go to late damages first, then to principal (Civil Code, Article 489). Value days count: a payment that is recorded late is worked out again from the day on which it came.",
  separate:
    "The account closes on the day on which the whole amount of the invoice has come in. What is left is late damages, which we ask for by an invoice of their own, or waive.",
  notLate: "No late damages arise if you pay by the due day.",
  segments: {
    caption: (day) => `Worked out up to ${day}`,
    from: "From",
    to: "To",
    principal: "Principal",
    days: "Days",
    daysOf: (days) => (days === 1 ? "1 day" : `${days} days`),
    rate: "Rate a year",
    amount: "Late damages",
    rounding:
      "As fractions are carried over all days, a line may differ from its formula by a yen. The sum is what counts.",
  },
  entries: {
    caption: "What payments went to (Civil Code, Article 489)",
    day: "Value day",
    what: "What",
    amount: "Amount",
    damages: "To late damages",
    principal: "To principal",
    onTop: "Left over",
    kinds: {
      received: "Payment",
      credited: "Credit note",
      claimed: "Invoiced separately",
      waived: "Waived",
    },
  },
  sums: {
    accrued: "Late damages in all",
    rest: "Unpaid amount of the invoice",
    open: "Late damages not yet paid, invoiced or waived",
    tooMuch: "Invoiced or waived beyond what is owed",
  },
  ifPaid: {
    title: "Worked out for a day of payment",
    label: "Day of payment",
    support: (from, to) => `From ${from} to ${to}`,
    submit: "Work out",
    result: (day) => `If paid on ${day}`,
    total: (amount) => `${amount} in all`,
    parts: (rest, late) => `Unpaid amount of the invoice ${rest} + late damages ${late}`,
    problems: {
      invalid: "Enter the day of payment as a real date, such as 2026/12/31.",
      past: "Enter today or a later day as the day of payment.",
      tooFar: "Enter a day within one year as the day of payment.",
    },
  },
  disputed: {
    title: (day) => `Your objection to this invoice is being looked into since ${day}`,
    text: "Until that is done, no reminders go out and no late damages are asked for. Under the terms they accrue meanwhile.",
  },
  claims: {
    caption: "What was decided about late damages",
    day: "Day",
    what: "Decision",
    amount: "Amount",
    invoice: "Invoice or reason",
    kinds: { claimed: "Invoiced", waived: "Waived" },
  },
  ofInvoice: "For invoice",
  ofInvoiceLink: "The invoice that was paid late",
  decide: {
    title: "Decide on late damages",
    lead: (amount) => `Late damages of ${amount} wait for a decision: invoice or waive them.`,
    running:
      "Part of the invoice is still unpaid: late damages go on accruing on it after the decision.",
    claim: {
      title: "Invoice them",
      text: "An invoice for late damages alone, outside the scope of consumption tax, is issued today and mailed to the customer. It is due at the end of next month (the next business day where banks are closed).",
      button: (amount) => `Invoice ${amount}`,
      frozen: "Nothing can be invoiced while the invoice is disputed.",
    },
    waive: {
      title: "Waive them",
      text: "This amount can't be asked for any more. The customer gets no mail.",
      reason: "Why they are waived",
      button: (amount) => `Waive ${amount}`,
    },
  },
  dispute: {
    title: "Record a dispute",
    text: "For when the customer objects to the invoice. Until it ends, no reminders go out, no suspension is proposed and no late damages are invoiced. Days of delay go on counting.",
    reason: "What the customer objects to",
    button: "Record the dispute",
    endTitle: "End the dispute",
    since: (day, reason) => `Since ${day}: ${reason}`,
    endText: "The steps of dunning count anew from the day on which it ends.",
    endReason: "How it ended",
    endButton: "End the dispute",
  },
  reasonMissing: "Enter the reason.",
  reasonTooLong: "Enter the reason in 500 characters or fewer.",
  conflict:
    "Nothing was done, since the amount or the state has changed. Look at what holds now and try again.",
  done: {
    claimed: "The invoice for late damages was issued",
    waived: "The late damages were waived",
    disputed: "The dispute was recorded",
    ended: "The dispute was ended",
  } as Record<string, string>,
};
