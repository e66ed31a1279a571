import type { cancellation as ja } from "../../ja/contract/cancellation.ts";

/** Texts of the page on which a customer gives notice. */
export const cancellation: typeof ja = {
  title: "Notice of cancellation",
  stepLabels: ["Choose how it ends", "Check and confirm"],
  lead: "Choose how the contract is to end. The next page shows the end day and what it costs before you give notice.",
  choose: "How it ends",
  term: {
    label: "With the term (no renewal)",
    noticeDay: (notice) =>
      `The last moment to decline the renewal is 24:00 on ${notice}: you are in time.`,
    support: (end) => `It ends on ${end}. No fee for a renewal.`,
    lapsed: (notice, start) =>
      `The last day to decline the renewal was ${notice}, so this can't be chosen any more. The contract renews for a year from ${start}.`,
    none: "There is no term yet, because no start day is fixed.",
  },
  earliest: {
    label: "As early as possible",
    support: (end) => `It ends two months after the notice, on ${end}.`,
    nothingSaved: "Ending within a term saves nothing of its fee.",
    renewsFirst: (start) => `Before that it renews from ${start}, so another year's fee is owed.`,
    beforeStart: "Nothing is owed where it ends before the start day.",
  },
  day: {
    label: "On a day of your choice",
    support: (first, last) => `Any day from ${first} to ${last}.`,
    field: "End wished for",
    fieldSupport: (first, last) =>
      `Only where you chose "On a day of your choice": from ${first} to ${last}.`,
    nextTermEnd: (day) =>
      `The fee after the renewal is the same whenever it ends, so the end of the renewed term (${day}) can be chosen too.`,
  },
  preview: "Check what follows",
  errors: {
    notChosen: "Choose how the contract is to end.",
    notADay: "Enter the day on which it should end, such as 2026/03/31.",
    tooEarly: (day) =>
      `It can't end on that day: two months must pass from the notice. Enter ${day} or a later day.`,
    tooLate: (day) => `A day more than 24 months away can't be chosen. Enter a day up to ${day}.`,
    notEarlier: (day) => `The contract already ends on ${day}. Choose a way that ends it earlier.`,
  },
  pending: "An end is planned",
  pendingText: (day) =>
    `This contract already ends on ${day}. Only an earlier end can be asked for here.`,
  pendingOnly: (day) =>
    `This contract already ends on ${day}. No earlier end can be reached any more.`,
  review: {
    title: "Give notice as follows?",
    changedTitle: "The end day has changed",
    changedText:
      "Something changed since the page was shown. Check what holds now and give notice again.",
    end: "End",
    endText: (day) => `It ends at 24:00 on ${day}.`,
    byTerm: "It ends with its term and is not renewed.",
    byNotice: "It ends by cancellation within a term.",
    newTerms: "Terms that begin before the end",
    firstTerm: (start, end) => `First term ${start} to ${end}`,
    renewal: (start, end) => `Renewed term ${start} to ${end}`,
    renewsFirst: "The contract renews before it ends",
    renewsFirstText: (fee) =>
      `A new term begins before the end, and its whole fee is owed: ${fee} with tax. Ending within the term does not lower it.`,
    startsFirst: "The term begins before the contract ends",
    startsFirstText: (fee) =>
      `The end lies after the start day, so the first year's whole fee is owed: ${fee} with tax.`,
    owed: "What you owe",
    owedNothing: "Nothing is owed.",
    owedTotal: (total, day) => `${total} in total. The last of it falls due on ${day}.`,
    invoice: (number) => `Invoice ${number}`,
    byDay: (day) => `due ${day}`,
    overdue: "Delay damages until the day of payment come on top of what is overdue.",
    unpaid: (day) =>
      `Because the contract ends, unpaid fees fall due in one sum on ${day} at the latest.`,
    refund: "Fees paid",
    refundText: "Nothing is refunded, and ending earlier does not lower what is owed.",
    devices: "Connection devices",
    devicesText: (day) =>
      `Return the connection devices by ${day}. After that the operator recovers them at your cost.`,
    noDevices: "No connection device is lent to you.",
    data: "Data",
    dataText:
      "The service closes at the end, and the data and logs held for you are erased afterwards. Save what you need by the end day. Invoices and payments can still be read in the portal.",
    longerTitle: (day) => `You can go on using it until ${day}`,
    longerText: (day) =>
      `Ending within a term does not lower the fee, so ending on ${day} costs the same.`,
    cheaperText: (day, amount) => `Ending on ${day} costs ${amount} less.`,
    longerLink: (day) => `Check an end on ${day}`,
    once: "Once given, this notice can be taken back only with the operator's consent.",
    confirm: (day) => `Give notice: end on ${day}`,
    other: "Choose again",
    back: "Back to the contract",
  },
};
