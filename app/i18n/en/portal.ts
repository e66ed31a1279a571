import type { portal as ja } from "../ja/portal.ts";

export const portal: typeof ja = {
  home: {
    title: "Home",
    newOrder: "New order",
    done: {
      submitted:
        "We have received your order and will send you a mail. The result of our review comes here and by mail.",
      withdrawn: "The order was withdrawn.",
      confirmed: "The start day is fixed.",
      declined: "You declined the start day. We will propose another one.",
      saved: "What you entered was saved. You can go on from the list below.",
    },
    attentionTitle: "Waiting for you",
    attentionNone: "Nothing is waiting for you now.",
    attention: {
      startDay: (number) => `Start day to confirm (contract ${number})`,
      startDayText: (day) => `We propose to start on ${day}.`,
      invoice: (number) => `Invoice to pay (${number})`,
      invoiceText: (amount, day) => `${amount} unpaid, due on ${day}`,
      invoiceLate: "Overdue",
      termsChange: (number) => `Announced change of terms (contract ${number})`,
      termsChangeText: (version, day) => `Version ${version} applies from ${day}.`,
      termsConsent: (number) => `Consent to new terms (order ${number})`,
      termsConsentText: "The order can be accepted once you have consented to the new terms.",
      noticeDay: (number) => `Last day to decline the renewal (contract ${number})`,
      noticeDayText: (day, end) =>
        `Without notice by ${day}, the contract is renewed by one year after ${end}.`,
    },
    draftsTitle: "Orders you have begun",
    draft: (step) => `Go on: ${step}`,
    draftSaved: (instant) => `Last saved ${instant}`,
    contractsTitle: "Contracts and orders",
    number: "Contract",
    menu: "Menu",
    status: "Status",
    days: "Days",
    wished: (day) => `Wished start ${day}`,
    starts: (day) => `Starts on ${day}`,
    ends: (day) => `Term ends on ${day}`,
    ending: (day, cause) => `Will end on ${day} (${cause})`,
    ended: (day, cause) => `Ended on ${day} (${cause})`,
    emptyTitle: "You have no contract yet",
    emptyText:
      "Begin with your first order. You see the fees as a quote before you send it, and the contract is formed when we accept.",
    emptyOwner: "Only an owner can place an order. Please ask the owner in your company.",
    seePrices: "Menus and prices",
  },
  startDay: {
    title: "Confirm the start day",
    lead: (number) =>
      `For contract ${number} we propose another start day than you wished. Please answer.`,
    wished: "Start day you wished",
    proposed: "Start day we propose",
    term: "Term",
    termText: (start, end) => `From ${start} to ${end}`,
    due: "First payment due",
    question: "Do you agree to this start day?",
    confirm: "Confirm",
    confirmText: "The start day is fixed and we begin to prepare.",
    decline: "Decline",
    declineText: "The contract stays, and we propose another day.",
    submit: "Send the answer",
    missing: "No answer is chosen. Choose to confirm or to decline.",
    conflict:
      "The proposal has changed, so your answer was not taken. Check what stands below and answer again.",
    past: "The day that we proposed has passed, so it cannot be confirmed. Decline it, and we propose another day.",
    pastError:
      "The day that we proposed has passed and cannot be confirmed. Choose to decline, and we propose another day.",
    none: "No start day is waiting for your answer.",
    onlyOwner: "Only an owner can answer. Please tell the owner in your company.",
    toContract: "Contract details",
  },
  withdrawal: {
    title: "Withdraw the order",
    lead: (number) => `You are about to withdraw order ${number}.`,
    happensTitle: "What happens when you withdraw",
    happens: [
      "Our review stops and no contract is formed. No fee is owed.",
      "This cannot be undone. If you want the service after all, place a new order.",
      "We confirm it by mail.",
    ],
    basis:
      "After an order, nobody can simply step back; as long as it is not accepted, however, we let you withdraw it.",
    submit: "Withdraw the order",
    impossible: "This order cannot be withdrawn",
    impossibleText:
      "Only an order under review can be withdrawn. The contract's page shows how it stands.",
    conflict:
      "The order was decided after you opened this page, so it could not be withdrawn. The contract's page shows how it stands.",
    toContract: "Contract details",
  },
};
