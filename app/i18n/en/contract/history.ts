import { matterHistory } from "./matters.ts";
import { deviceHistory } from "./device.ts";
import { cardHistory } from "./card.ts";
import type { HistoryWords } from "#app/i18n/contract-words.ts";
import { breachCaseHistory } from "./breach-case.ts";
import { consentRequestHistory } from "./consent-request.ts";
import { termsVersionHistory } from "./terms-version.ts";

/** What happened, in words. */
export const history: HistoryWords = {
  contract: {
    openDraft: () => "The order form was begun",
    submit: ({ startDay }) => `The order was sent (start wished for ${startDay})`,
    withdraw: () => "The order was withdrawn",
    verifyMaintenance: () => "The maintenance contract of the NDR product was verified",
    accept: () => "The order was accepted: the contract is concluded",
    reject: ({ reason }) => `The order could not be accepted (${reason})`,
    setStart: ({ to, startDay }) =>
      to === "preparing"
        ? `The start day was fixed: ${startDay}`
        : `${startDay} was proposed as the start day`,
    confirmStart: ({ startDay }) => `The proposed start day was confirmed: ${startDay}`,
    declineStart: () => "The proposed start day was declined; another is looked for",
    startReached: ({ period }) => `The service started (term ${period})`,
    remindRenewal: ({ audience }) =>
      audience === "customer"
        ? "The reminder before the renewal was mailed"
        : "The operator's finance was reminded of the renewal",
    fixRenewal: () => "The notice day passed: the renewal is fixed",
    renew: ({ period }) => `The contract was renewed (term ${period})`,
    cancel: ({ endDay }) => `Notice of cancellation was received (end ${endDay})`,
    endReached: ({ endDay }) => `The contract ended (${endDay})`,
    suspend: ({ cause }) => `The service was suspended (${cause})`,
    lift: ({ cause }) => `A cause of the suspension is gone (${cause})`,
    invoiceOverdue: ({ subject }) => `The due day of invoice ${subject} passed`,
    invoiceSettled: ({ subject }) => `Invoice ${subject} was settled`,
    invoiceReopened: ({ subject }) =>
      `Invoice ${subject} is owed again, because a payment was taken back`,
    consentToTerms: () => "The new version of the terms was consented to",
    addOption: () => "An additional option was ordered",
    optionAccepted: () => "The additional option was accepted",
    optionDeclined: () => "The order of the additional option came to nothing",
    optionEnding: () => "The end of an option was set or changed",
    optionEnded: () => "An option ended",
    demand: () => "A formal demand with a period was made",
    cure: () => "The breach was found to be cured",
    restrict: () => "The service was restricted",
    unrestrict: () => "A restriction of the service was lifted",
    accelerate: ({ dueDay }) => `Every debt falls due on ${dueDay}`,
    announceTerms: () => "A new version of the terms was announced",
    bindTerms: () => "A new version of the terms came to bind",
    withdrawTerms: () => "The change of the terms was withdrawn",
    cancelByOperator: () => "The operator's notice of cancellation was sent",
    noticeDelivered: ({ endDay }) =>
      `The operator's notice of cancellation was delivered (end ${endDay})`,
    noticeBounced: () => "The operator's notice of cancellation came back: it is no notice",
    requestWithdrawal: () => "The customer asked to take its notice back",
    agreeToWithdrawal: () => "The operator agreed that the notice be taken back",
    refuseWithdrawal: () => "The operator did not agree that the notice be taken back",
    offerWithdrawal: () => "The operator offered to take its notice back",
    acceptWithdrawal: () => "The customer agreed that the operator's notice be taken back",
    declineWithdrawal: () => "The customer did not agree that the operator's notice be taken back",
    terminate: ({ endDay }) => `The contract was terminated (end ${endDay})`,
    endByRestriction: ({ endDay }) =>
      `The end after a long restriction was announced (end ${endDay})`,
    discontinue: ({ endDay }) => `The discontinuation of the service was announced (end ${endDay})`,
    withdrawEnd: () => "A pending end lapsed",
    takeOver: () => "The contract was taken over from its assignor",
    assign: ({ endDay }) =>
      `The assignment of the contract was fixed (end with the assignor ${endDay})`,
    loanOpened: () => "Loan of a connection device opened",
    loanSettled: () => "Loan of a connection device settled",
    materialHeld: () => "Materials of the customer are held",
    materialGone: () => "Materials of the customer were given back or disposed of",
    devicesSettled: () => "All connection devices were returned",
    remindExport: () => "A reminder to save data before the erasure was sent",
    dataErased: () => "The customer's data was erased",
    materialsSettled: () => "The materials were returned",
  },
  option: {
    takeOver: ({ subject }) => `Option "${subject}" was taken over from its assignor`,
    request: ({ subject }) => `Option "${subject}" was ordered`,
    withdraw: ({ subject }) => `Option "${subject}" was withdrawn`,
    accept: ({ subject }) => `Option "${subject}" was accepted`,
    reject: ({ subject }) => `Option "${subject}" could not be accepted`,
    provision: ({ subject }) => `The preparation of option "${subject}" began`,
    start: ({ subject, to }) =>
      to === "working" ? `The work of option "${subject}" began` : `Option "${subject}" started`,
    withdrawAddition: ({ subject }) => `The addition of option "${subject}" was withdrawn`,
    acceptAddition: ({ subject }) => `The addition of option "${subject}" was accepted`,
    rejectAddition: ({ subject }) => `The addition of option "${subject}" could not be accepted`,
    lapse: ({ subject }) => `The order of option "${subject}" lapsed with the contract`,
    termBegun: ({ subject }) => `The next term of option "${subject}" began`,
    restrict: ({ subject }) => `Option "${subject}" was restricted`,
    unrestrict: ({ subject }) => `A restriction of option "${subject}" was lifted`,
    cancel: ({ subject }) => `Notice to cancel option "${subject}" was received`,
    requestWithdrawal: ({ subject }) =>
      `It was asked to take back the notice for option "${subject}"`,
    agreeToWithdrawal: ({ subject }) => `The notice for option "${subject}" was taken back`,
    refuseWithdrawal: ({ subject }) =>
      `It was refused to take back the notice for option "${subject}"`,
    endByRestriction: ({ subject }) =>
      `The end of option "${subject}" after a long restriction was announced`,
    discontinue: ({ subject }) => `The discontinuation of option "${subject}" was announced`,
    withdrawEnd: ({ subject }) => `The pending end of option "${subject}" lapsed`,
    deviceLost: ({ subject }) => `Option "${subject}" ended with the loss of its device`,
    endReached: ({ subject }) => `Option "${subject}" ended`,
    reportCompletion: ({ subject }) => `The work of option "${subject}" was reported as completed`,
    acceptWork: ({ subject }) => `The work of option "${subject}" was accepted`,
    objectToWork: ({ subject }) => `The work of option "${subject}" was objected to`,
    remindInspection: ({ subject }) =>
      `A mail asked for the inspection of the work of option "${subject}"`,
    end: ({ subject }) => `Option "${subject}" ended with its contract`,
  },
  invoice: {
    issue: ({ subject, amount, dueDay }) =>
      `Invoice ${subject} was issued (${amount}, due ${dueDay})`,
    startPayment: ({ subject }) => `A payment of invoice ${subject} was begun`,
    paymentClosed: ({ subject }) => `A payment of invoice ${subject} was closed without money`,
    paymentReceived: ({ subject, amount }) => `${amount} came in for invoice ${subject}`,
    transferReceived: ({ subject, amount }) =>
      `${amount} came by bank transfer for invoice ${subject}`,
    transferReversed: ({ subject, amount }) =>
      `A transfer of ${amount} no longer counts for invoice ${subject}`,
    dueDayPassed: ({ subject }) => `Invoice ${subject} was not paid by its due day`,
    remind: ({ subject }) => `A reminder to pay invoice ${subject} was mailed`,
    limitDueDay: ({ subject, dueDay }) =>
      `Because the contract ended, invoice ${subject} falls due earlier: ${dueDay}`,
    accelerate: ({ subject, dueDay }) =>
      `Every debt fell due at once: invoice ${subject} is due on ${dueDay}`,
    claimDamages: ({ subject, amount }) =>
      `Late damages of ${amount} on invoice ${subject} were invoiced`,
    waiveDamages: ({ subject, amount }) =>
      `Late damages of ${amount} on invoice ${subject} were waived`,
    dispute: ({ subject }) => `Invoice ${subject} is disputed: reminders and claims rest`,
    endDispute: ({ subject }) => `The dispute about invoice ${subject} has ended`,
    paymentRefunded: ({ subject, amount }) => `${amount} paid for invoice ${subject} is refunded`,
    refundReturned: ({ subject, amount }) =>
      `A refund of ${amount} failed and counts for invoice ${subject} again`,
    paymentDisputed: ({ subject, amount }) =>
      `A card payment of ${amount} for invoice ${subject} was disputed with the card's issuer`,
    disputeWon: ({ subject }) =>
      `The dispute of a card payment for invoice ${subject} was not upheld`,
    disputeLost: ({ subject, amount }) =>
      `The dispute was upheld: ${amount} paid for invoice ${subject} was taken back`,
    chargeNears: ({ subject }) => `The automatic payment of invoice ${subject} came near`,
    chargeDue: ({ subject }) => `The automatic payment of invoice ${subject} came due`,
    announceCharge: ({ subject }) =>
      `We told you on which day your saved card pays invoice ${subject}`,
    startCharge: ({ subject }) => `Your saved card is being charged for invoice ${subject}`,
    holdCharge: ({ subject }) =>
      `The automatic payment of invoice ${subject} was held back: a transfer is being looked at`,
    stopCharge: ({ subject }) => `The automatic payment of invoice ${subject} was stopped`,
    resumeCharge: ({ subject }) => `The automatic payment of invoice ${subject} was resumed`,
    credited: ({ subject, amount }) => `A credit note reduced invoice ${subject} by ${amount}`,
    writeOff: ({ subject, amount }) => `The rest of invoice ${subject}, ${amount}, was written off`,
    declareSetOff: ({ subject }) => `The credit of invoice ${subject} was set off against others`,
    setOffReceived: ({ subject, amount }) => `${amount} of invoice ${subject} were paid by set-off`,
    creditPaidBack: ({ subject, amount }) =>
      `${amount} of the credit of invoice ${subject} are paid back`,
    creditReturned: ({ subject, amount }) =>
      `A refund of ${amount} failed: it is the credit of invoice ${subject} again`,
    earn: ({ subject }) => `A month of invoice ${subject} was booked as revenue`,
    endEarning: ({ subject }) =>
      `What is left of invoice ${subject} and not given back was booked as revenue`,
  },
  payment: {
    create: ({ amount }) => `A card payment of ${amount} was begun`,
    sessionOpened: () => "The page for the card payment is ready",
    sessionRefused: () => "The page for the card payment could not be made",
    attemptFailed: () => "The card payment did not go through",
    processing: () => "The card payment is being processed",
    settle: ({ amount, to }) =>
      to === "mismatched"
        ? `${amount} was charged, which is not the amount asked for; it is being checked`
        : `${amount} was paid by card`,
    expire: () => "The page for the card payment expired",
    lookUp: () => "The outcome of the card payment was looked up",
    abandon: () => "The card payment was given up",
    actionRequired: () => "The card's issuer asked for authentication",
    chargeRefused: () => "The saved card was not charged",
    giveUp: () => "The charge that waited for authentication was taken back",
    refund: ({ amount }) => `${amount} of the card payment is refunded`,
    refundFailed: () => "A refund of the card payment failed",
    dispute: ({ amount }) => `${amount} of the card payment was disputed with the card's issuer`,
    disputeWon: () => "The dispute of the card payment was not upheld",
    disputeLost: ({ amount }) =>
      `The dispute was upheld: ${amount} of the card payment was taken back`,
    take: ({ amount }) => `${amount}, which is not what was asked for, was taken as a payment`,
  },
  refund: {
    create: ({ amount }) => `A refund of ${amount} was approved`,
    find: ({ amount }) => `A refund of ${amount} was made at the payment provider`,
    made: () => "The payment provider took the refund",
    succeed: () => "The refund to the card is complete",
    fail: () => "The refund to the card failed",
    refuse: () => "The payment provider did not take the refund",
    transferred: () => "The refund was transferred to the bank account",
    transferFailed: ({ reason }) => `The refund could not be transferred (${reason})`,
    closeFailure: () => "What was done about the failed refund was recorded",
    exceeds: ({ amount }) => `${amount} of the refund is more than the payment had left`,
    lookUp: () => "The payment provider was asked about the refund",
  },
  dispute: {
    open: ({ amount }) => `A card payment of ${amount} was disputed`,
    withdraw: ({ amount }) => `The card's issuer took ${amount}`,
    reinstate: ({ amount }) => `The card's issuer gave back ${amount}`,
    review: () => "Evidence was submitted and is under review",
    win: () => "The dispute was not upheld",
    lose: () => "The dispute was upheld",
    exceeds: ({ amount }) => `${amount} of the dispute is more than the payment had left`,
    closeLoss: () => "What was done about the loss was recorded",
  },
  card: cardHistory,
  bankReceipt: {
    apply: ({ amount }) => `A bank transfer of ${amount} was applied`,
    reverse: () => "A bank transfer was taken back",
  },
  creditNote: {
    issue: ({ amount }) => `A credit note over ${amount} was issued`,
  },
  approval: {
    propose: ({ reason }) => `Approval was asked for (reason: ${reason})`,
    approve: () => "It was approved",
    refuse: ({ reason }) => `It was not approved (reason: ${reason})`,
    withdraw: () => "The request for approval was withdrawn",
  },
  monthClose: {
    explain: () => "An open point was explained",
    retract: () => "An explanation was taken back",
    close: () => "The month was closed",
    reopen: () => "The closed month was opened again",
  },
  device: deviceHistory,
  ...matterHistory,
  stockDevice: {
    register: () => "The connection device came into stock",
    makeAvailable: () => "The connection device can be lent",
    sendToRepair: ({ reason }) => `The connection device went to repair (reason: ${reason})`,
    retire: ({ reason }) => `The connection device was retired (reason: ${reason})`,
    reserve: () => "Reserved for a loan",
    release: () => "Reservation released",
    leave: () => "Device shipped",
    comeBack: () => "Device came back",
    lose: () => "Device lost",
    find: () => "Lost device found",
    passOn: () => "Passed on to the assignee",
  },
  maintenance: {
    plan: () => "Maintenance was planned",
    change: () => "The planned maintenance was changed",
    callOff: () => "The planned maintenance was cancelled",
    begin: () => "The planned maintenance began",
    finish: () => "The planned maintenance is over",
  },
  breachCase: breachCaseHistory,
  consentRequest: consentRequestHistory,
  termsVersion: termsVersionHistory,
  restriction: {
    plan: () => "A restriction was decided on",
    change: () => "The restriction was changed",
    callOff: () => "The planned restriction was cancelled",
    begin: () => "The restriction began",
    catchUp: () => "Contracts new to the restriction were reached",
    lift: () => "The restriction was lifted",
    endReached: () => "The restriction was lifted at its planned end",
    announceEnd: () => "The end of the contracts after a long restriction was announced",
    lastDayOver: () => "The restricted contracts have ended",
  },
  discontinuation: {
    announce: () => "A discontinuation was announced",
    withdraw: () => "The discontinuation was withdrawn",
    catchUp: () => "Contracts new to the discontinuation were reached",
    takeEffect: () => "The menus were discontinued",
  },
};
