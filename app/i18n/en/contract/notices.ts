import type { notices as ja } from "../../ja/contract/notices.ts";

/** Texts of notices of cancellation: their withdrawal, and the operator's own. */
export const notices: typeof ja = {
  title: "Notices of cancellation",
  lead: "Until the last day, a notice of cancellation can be taken back while the other side agrees.",
  none: "There is no notice that could be taken back.",
  customersNotice: (day) => `The customer's notice of ${day}`,
  optionNotice: (day, name) => `The customer's notice of ${day} for the option "${name}"`,
  operatorsNotice: (day) => `The operator's notice, delivered on ${day}`,
  end: "Last day",
  endText: (day) => `${day}, 24:00`,
  state: "Withdrawal",
  notAsked: "Not asked for",
  asked: (day) => `Asked for on ${day}; waits for the other side`,
  waiting: "Please wait for the operator's answer. It comes by e-mail.",
  offered: "The operator asks to take this notice back.",
  effect:
    "Without the notice the contract does not end. The fees of terms that begin later are then owed, too.",
  optionEffect:
    "Without the notice the option does not end. Its fees of terms that begin later are then owed, too.",
  ask: {
    submit: "Ask to take it back",
    text: "Once the operator agrees, the notice counts as never given. Until then the contract ends as planned.",
    optionText:
      "Once the operator agrees, the notice for the option counts as never given. Until then the option ends as planned.",
  },
  answer: {
    accept: "Agree",
    decline: "Decline",
    acceptText: "If you agree, the contract goes on. This can't be undone.",
  },
  done: {
    requestWithdrawal: "You have asked to take the notice back. Please wait for the answer.",
    acceptWithdrawal: "You have agreed. The contract goes on.",
    declineWithdrawal: "You have declined. The contract ends as planned.",
    agreeToWithdrawal:
      "The notice is taken back, and with it the end it led to. The customer is told by e-mail.",
    refuseWithdrawal: "Declined. The end stands as notified, and the customer is told by e-mail.",
    offerWithdrawal: "The customer has been asked to agree to the withdrawal.",
    noticeDelivered: "The delivery is recorded, and the last day is fixed.",
    noticeBounced: "It is recorded that the notice came back. Deliver it in another way.",
    cancelByOperator: "The notice has been sent. The last day counts from its delivery.",
  },
  conflict:
    "Something changed since the page was shown, so nothing was done. Please check what holds now.",
  back: "Back to the contract",
  link: "Take a notice back",
  staff: {
    link: "Notices",
    agree: "Agree to the withdrawal",
    refuse: "Decline the withdrawal",
    offer: "Ask to take the notice back",
    takeBack: "Call the notice off",
    askedByCustomer: (day) => `On ${day} the customer asked to take it back.`,
    sentTitle: (day) => `The operator's notice, sent on ${day}`,
    underWay: "Its delivery is not confirmed yet. The last day counts from the delivery.",
    bounced:
      "It came back. A notice that does not arrive is none: deliver it in another way and record the day.",
    deliveredOn: "Day of delivery",
    deliveredSupport:
      "As shown by a receipt or an answer: from the day it was sent up to today. A day by which the contract would have ended in the past can't be recorded; call the notice off then and send another.",
    delivered: "Record the delivery",
    bounce: "Record that it came back",
    dayMissing: "The day of delivery is not right. Enter a day up to today.",
  },
  operator: {
    link: "Cancel as operator",
    title: "Cancellation by the operator",
    stepLabels: ["Choose the last day", "Check and confirm"],
    lead: "The operator, too, can cancel with two months' notice. It goes out by e-mail and counts from the day on which it reaches the customer.",
    delivery:
      "The last day is the end of two months from the day after delivery. A mail that bounces is no notice.",
    choose: "Last day",
    earliest: "As early as possible",
    earliestSupport: (day) => `Delivered today, it ends on ${day}.`,
    day: "On a day of your choice",
    daySupport: (first, last) => `Any day from ${first} to ${last}.`,
    field: "Last day wished for",
    fieldSupport: "Where fewer than two months are left from delivery, it ends when they are over.",
    preview: "Check what follows",
    reviewTitle: "Send the notice as follows?",
    end: "Last day, if delivered today",
    refund: "Refund",
    noRefund: "Nothing has been charged for days after the end, so nothing is given back.",
    happens: "After the notice",
    happensText:
      "A mail goes to the customer. Once its delivery is confirmed, the last day is fixed. It can then be taken back only with the customer's consent.",
    submit: "Send the notice",
    other: "Choose again",
    changedTitle: "The last day has changed",
    changedText: "Something changed since the page was shown. Check what holds now.",
    pendingTitle: "There is a notice already",
    sentText: (day) => `The notice sent on ${day} is under way. Another can't be sent.`,
  },
};
