import type { operations as ja } from "../ja/operations.ts";

export const operations: typeof ja = {
  title: "Operations",
  done: {
    verified: "The maintenance contract is marked as verified.",
    accepted: "The order is accepted and the contract is formed.",
    rejected: "The order is rejected. The customer is told by mail.",
    fixed: "The start day is fixed. The customer is told by mail.",
    proposed: "The start day is proposed and waits for the customer.",
    acceptAddition: "The additional option is accepted.",
    rejectAddition: "The additional option is rejected. The customer is mailed.",
    suspended: "The service is suspended.",
    lifted: "The suspension is lifted.",
    devicesSettled: "The devices are recorded as settled.",
    dataErased: "The erasure is recorded.",
    materialsSettled: "The materials are recorded as returned.",
  },
  conflict:
    "The contract has changed since you opened this page, so nothing was done. Check how it stands now.",
  order: {
    title: (number) => `Order ${number}`,
    toContract: "State and history",
    nextTitle: "Next",
    submittedAt: "Received",
    customer: "Company (account)",
    verifyTitle: "Maintenance contract",
    verifyText:
      "Make sure that the maintenance contract below exists and is valid, then mark it. The order cannot be accepted before.",
    verify: "Mark as verified",
    verifiedOn: (day) => `Verified on ${day}`,
    decideTitle: "Decision",
    decideText:
      "Accepting forms the contract. To reject, choose one of the reasons that the terms allow.",
    toAccept: "Go to acceptance",
    toReject: "Go to rejection",
    acceptTitle: "Accept the order",
    acceptHappens: [
      {
        text: "The contract is formed and the customer is told by mail. This cannot be undone.",
        clause: "A5.1",
      },
      { text: "Next you set the start day and the preparation begins.", clause: "A5.5" },
      { text: "The customer can no longer withdraw.", clause: "A10.1" },
    ],
    accept: "Accept",
    consentAwaited:
      "The terms or a specification changed after the order was sent, and the applicant has not consented yet. Accept the order once the consent is there.",
    maintenanceUnverified:
      "The maintenance contract is not verified yet, so the order cannot be accepted. Go back to the order and mark it as verified.",
    maintenanceToDo:
      "The maintenance contract is not verified. Until it is, the order cannot be accepted.",
    rejectTitle: "Reject the order",
    rejectHappens: [
      {
        text: "The reason is recorded and the customer is told by mail. This cannot be undone.",
        clause: "A5.4",
      },
    ],
    reason: "Reason",
    prompted: "A breach of this customer is on record.",
    reasonMissing: "No reason is chosen. Choose the one that applies.",
    reject: "Reject",
    back: "Back to the order",
    rejectedFor: "Rejected because",
    startTitle: "Start day",
    startSupport: (wished) =>
      `The customer wishes for ${wished}. That day is fixed at once; any other is a proposal that the customer must confirm.`,
    proposedText: (day) =>
      `${day} is proposed and waits for the customer's answer. You can propose another day.`,
    setStart: "Set the start day",
    termsChanged: (ordered, today) =>
      `The order was placed under version ${ordered} of the terms; version ${today} is in force now. Obtain the customer's consent to the new version before you accept.`,
    sections: {
      menus: "Menus and quote",
      registration: "Registered information",
      site: "Site",
      maintenance: "Maintenance contract",
      consents: "Consents and declarations",
      others: "Other contracts of this company",
    },
    quote: "Quote",
    quoteText: (number, day) => `${number} (valid until ${day})`,
    sameAsCompany: "Same address as the company",
    address: "Address",
    consentKind: "Subject",
    consentAt: "When",
    consentBy: "By",
    consentIp: "IP address",
    termsConsent: (version) => `Consent to version ${version} of the terms`,
    othersNone: "There are no others.",
  },
  contracts: {
    title: "Contracts",
    search: "Number or company",
    status: "Status",
    allStatuses: "All",
    found: (count) => `${count} found`,
    none: "No contract fits. Change what you search for.",
    number: "Number",
    customer: "Company",
    start: "Start",
    end: "End of term or end",
    pending: "will end",
  },
  contract: {
    title: (number) => `Contract ${number}`,
    toOrder: "The order",
    windDownTitle: "After the end",
    windDownText:
      "When all is settled the contract is closed. Payments settle by themselves as they come in.",
    settled: "Settled",
    unsettled: "Open",
    parts: {
      devices: "Return or recovery of devices",
      data: "Erasure of data and logs",
      money: "Fees",
      materials: "Return or disposal of materials",
    },
    returnBy: (day) => `to be returned by ${day}`,
    devicesSettled: "Record the devices as settled",
    dataErased: "Go to the record of erasure",
    materialsSettled: "Record the materials as settled",
    eraseTitle: "Record the erasure of data",
    eraseHappens: [
      {
        text: "You record that all data and logs of this customer in our systems are erased.",
        clause: "A18.1",
      },
    ],
    eraseWarning:
      "Record it only when the erasure is done. This cannot be undone. Accounting records are kept for the period that the law asks for.",
    erase: "Record the erasure",
    back: "Back to the contract",
    additionsTitle: "Additional options to decide on",
    additionsText:
      "An option is part of the contract from the day of its acceptance, and charged from then to the end of the term.",
    addition: (name, price) => `${name} (${price} a year before tax)`,
    acceptAddition: "Accept the option",
    rejectAddition: "Reject the option",
    suspensionTitle: "Suspension",
    suspensionText:
      "A suspension stops the service only: term, renewal and fees run on, and the customer can still use the portal.",
    cause: "Cause",
    causes: {
      nonPayment: { label: "Fees are unpaid", clause: "A16.1" },
      breach: { label: "Breach of contract", clause: "A15.2" },
    },
    causeMissing: "No cause is chosen. Choose the one that applies.",
    suspend: "Suspend the service",
    lift: (cause) => `Lift (${cause})`,
    suspendedFor: (causes) => `Suspended now, because of: ${causes}`,
  },
};
