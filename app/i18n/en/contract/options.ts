import type { options as ja } from "../../ja/contract/options.ts";

/** Texts of the page on which options are ordered for a running contract, and cancelled by themselves. */
export const options: typeof ja = {
  link: "Add or cancel options",
  title: "Add or cancel options",
  lead: "Options can be added to a running contract. From the day on which the operator accepts one it is part of the contract.",
  addTitle: "Add an option",
  menu: "Option to add",
  firstFee: (months, total, end) =>
    `First fee, if accepted today: ${total} with tax (${months} months, up to ${end})`,
  workFee: (total) => `Fee: ${total} with tax, for the one piece of work`,
  perYear: (price) => `Then ${price} a year before tax; it renews with the contract.`,
  ending: (day) =>
    `It is discontinued after ${day}. Its fee is by days up to then; what was paid for later days is given back.`,
  add: "Order the option",
  none: "There is no option that could be added.",
  requestedTitle: "Waiting for the operator",
  withdraw: (name) => `Withdraw the order of "${name}"`,
  noticedTitle: "Options under notice",
  cancelTitle: "Cancel an option alone",
  cancelText:
    "Options are cancelled by the contract's rule. After the notice day the fee of the next term is owed.",
  end: "Last day",
  noticeBy: "Last day of notice",
  fees: "Fees of terms still to begin, with tax",
  choose: "Cancel",
  chooseOf: (name, day) => `Cancel "${name}" as of ${day}`,
  confirmTitle: (name) => `Cancel the option "${name}"`,
  confirmText: (day) => `The option ends at 24:00 on ${day}. Fees already paid are not refunded.`,
  confirm: "Give notice",
  back: "All options",
  backToContract: "Back to the contract",
  menuMissing: "Choose the option to add.",
  conflict: "Things have changed, so this could not be taken. Please look at what holds now.",
  done: {
    added: "The option was ordered. Please wait for the operator's acceptance.",
    withdrawn: "The order of the option was withdrawn.",
    cancelled: "Your notice for the option was received. A copy was mailed to you.",
  },
};
