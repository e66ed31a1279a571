import type { exits as ja } from "../../ja/contract/exits.ts";

/** Texts of the next days on which a contract can end. */
export const exits: typeof ja = {
  title: "Next days on which it can end",
  ofContract: "Ending the contract",
  optionTitle: (name) => `Next days on which it can end: ${name}`,
  options: "Ending an option alone",
  end: "Last day",
  endText: (day) => `${day}, 24:00`,
  noticeBy: "Notice by",
  today: (day) => `${day} (today)`,
  basis: "How it ends",
  bases: { "A10.2": "Not renewed", "A17.1": "Cancelled within a term" },
  fees: "Fees still to come",
  saved: "Compared with staying",
  noSaving: "No difference",
  beyond: "Compared with the cheapest",
  cheapest: "Cheapest",
  note: (until, fees) =>
    `Fees are those of terms that are still to begin, with tax. Staying until ${until} comes to ${fees}. Fees that are paid already are not refunded, whenever it ends.`,
  none: "There is no earlier day on which it can end.",
  lateTitle: (extra) => `A notice that is one day late costs ${extra} more`,
  lateText: ({ lastDay, endDay, lateDay, lateEndDay, extra }) =>
    `With a notice by ${lastDay} the contract ends with its term, on ${endDay}. From the next day, ${lateDay}, it renews first: it then ends on ${lateEndDay} at the earliest, and the fee of another year is owed, ${extra} with tax.`,
};
