import type { HistoryWords } from "#app/i18n/contract-words.ts";

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
    devicesSettled: () => "All connection devices were returned",
    dataErased: () => "The customer's data was erased",
    materialsSettled: () => "The materials were returned",
  },
  option: {
    request: ({ subject }) => `Option "${subject}" was ordered`,
    withdraw: ({ subject }) => `Option "${subject}" was withdrawn`,
    accept: ({ subject }) => `Option "${subject}" was accepted`,
    reject: ({ subject }) => `Option "${subject}" could not be accepted`,
    provision: ({ subject }) => `The preparation of option "${subject}" began`,
    start: ({ subject, to }) =>
      to === "working" ? `The work of option "${subject}" began` : `Option "${subject}" started`,
    end: ({ subject }) => `Option "${subject}" ended`,
  },
  invoice: {
    issue: ({ subject, amount, dueDay }) =>
      `Invoice ${subject} was issued (${amount}, due ${dueDay})`,
    startPayment: ({ subject }) => `A payment of invoice ${subject} was begun`,
    paymentClosed: ({ subject }) => `A payment of invoice ${subject} was closed without money`,
    paymentReceived: ({ subject, amount }) => `${amount} came in for invoice ${subject}`,
    dueDayPassed: ({ subject }) => `Invoice ${subject} was not paid by its due day`,
    remind: ({ subject }) => `A reminder to pay invoice ${subject} was mailed`,
    limitDueDay: ({ subject, dueDay }) =>
      `Because the contract ended, invoice ${subject} falls due earlier: ${dueDay}`,
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
  },
};
