import type { MatterKind } from "#machines/matters/kinds.ts";
import type { Clause } from "#machines/terms/articles.ts";

/** What a page says of one thing that is done with a matter. */
interface ActWords {
  title: string;
  lead: string;
  submit: string;
  /** Said after it was done; a matter that begins has a word of its own. */
  done?: string;
}

type OfKind<Words> = Record<MatterKind, Words>;

const acts: OfKind<Record<string, ActWords>> = {
  informationChange: {
    report: {
      title: "Report a change of registered information",
      lead: "Change what is different and send it. A change of name, representative or address needs a document of evidence. Until it is applied, the present values are used.",
      submit: "Report the change",
    },
    askEvidence: {
      title: "Ask for evidence",
      lead: "Say which document is missing. The customer is told by mail.",
      submit: "Ask",
      done: "Evidence was asked for.",
    },
    addEvidence: {
      title: "Add evidence",
      lead: "Attach the document that was asked for.",
      submit: "Add",
      done: "Evidence was added.",
    },
    apply: {
      title: "Apply the change",
      lead: "The values reported are registered; those before are kept. Mails and documents from now on use the new ones.",
      submit: "Apply",
      done: "The change was applied.",
    },
    refuse: {
      title: "Refuse the change",
      lead: "Give the reason. The customer is told by mail.",
      submit: "Refuse",
      done: "The change was refused.",
    },
    withdraw: {
      title: "Withdraw the report",
      lead: "The report is withdrawn. What is registered stays.",
      submit: "Withdraw",
      done: "The report was withdrawn.",
    },
  },
  materialRequest: {
    ask: {
      title: "Ask for materials or assistance",
      lead: "Ask a customer for documents, equipment, information or technical assistance. After the last day the customer is reminded by mail.",
      submit: "Ask",
    },
    offer: {
      title: "Offer materials",
      lead: "Materials that the service clearly needs are provided without being asked for.",
      submit: "Offer",
    },
    provide: {
      title: "Answer the request",
      lead: "Attach what was asked for, or say how you sent it.",
      submit: "Answer",
      done: "Your answer was sent.",
    },
    accept: {
      title: "Accept",
      lead: "What was provided is accepted. Things and documents are held until they go back or are disposed of.",
      submit: "Accept",
      done: "It was accepted.",
    },
    askAgain: {
      title: "Ask again",
      lead: "Say what is missing or wrong, and give a new last day.",
      submit: "Ask again",
      done: "It was asked for again.",
    },
    withdraw: {
      title: "Withdraw the request",
      lead: "The request is withdrawn.",
      submit: "Withdraw",
      done: "The request was withdrawn.",
    },
    withdrawOffer: {
      title: "Withdraw the offer",
      lead: "The offer is withdrawn.",
      submit: "Withdraw",
      done: "The offer was withdrawn.",
    },
    askReturn: {
      title: "Ask for it back",
      lead: "Ask for your materials to be given back or disposed of. Say what you wish.",
      submit: "Ask",
      done: "You asked for your materials back.",
    },
    release: {
      title: "No longer needed",
      lead: "What is held is not needed any more. Its return or disposal becomes a task.",
      submit: "Record",
      done: "It was recorded.",
    },
    giveBack: {
      title: "Give back",
      lead: "Give the day and the way. The customer is told by mail.",
      submit: "Record the return",
      done: "The return was recorded.",
    },
    dispose: {
      title: "Dispose",
      lead: "Give the day and the way. The customer is told by mail.",
      submit: "Record the disposal",
      done: "The disposal was recorded.",
    },
  },
  deviceInquiry: {
    ask: {
      title: "Inquire about a device",
      lead: "Ask a customer to inspect or report on a device that is lent, or to attach the label.",
      submit: "Ask",
    },
    answer: {
      title: "Answer",
      lead: "Describe the device, and attach photographs where they help.",
      submit: "Answer",
      done: "Your answer was sent.",
    },
    accept: {
      title: "Accept the answer",
      lead: "The answer is accepted, and the inquiry closed.",
      submit: "Accept",
      done: "The answer was accepted.",
    },
    askAgain: {
      title: "Ask again",
      lead: "Say what is missing, and give a new last day.",
      submit: "Ask again",
      done: "It was asked again.",
    },
    withdraw: {
      title: "Withdraw",
      lead: "The inquiry is withdrawn.",
      submit: "Withdraw",
      done: "The inquiry was withdrawn.",
    },
  },
  claim: {
    report: {
      title: "Report a third party's claim",
      lead: "Where somebody claims rights to a device, or says that rights are infringed, please tell us in writing at once, by this page.",
      submit: "Report",
    },
    supplement: {
      title: "Add to the notice",
      lead: "Add later circumstances and documents.",
      submit: "Add",
      done: "The notice was added to.",
    },
    acknowledge: {
      title: "Acknowledge receipt",
      lead: "The receipt of the written notice is recorded, and the customer told.",
      submit: "Acknowledge",
      done: "The receipt was acknowledged.",
    },
    defend: {
      title: "Resolve it",
      lead: "We resolve it at our own cost. Say how.",
      submit: "Resolve",
      done: "The defence was recorded.",
    },
    exclude: {
      title: "Leave it to the customer",
      lead: "Say why the customer resolves it at its own cost.",
      submit: "Record",
      done: "The decision was recorded.",
    },
    close: {
      title: "Close",
      lead: "Say how it ended. The customer is told by mail.",
      submit: "Close",
      done: "The claim was closed.",
    },
  },
  incidentContact: {
    name: {
      title: "Name a person for incident information",
      lead: "Name only those whom the investigation of incidents needs.",
      submit: "Name",
    },
    remove: {
      title: "Remove the person",
      lead: "The person no longer receives information. The duty of secrecy goes on.",
      submit: "Remove",
      done: "The person was removed.",
    },
  },
  confidentialItem: {
    disclose: {
      title: "Record a confidential disclosure",
      lead: "Mark what you disclose to us as confidential. What was told is confirmed in writing within 30 days.",
      submit: "Record",
    },
    discloseToCustomer: {
      title: "Record a confidential disclosure to a customer",
      lead: "Mark what we disclose to a customer as confidential. What was told is confirmed in writing within 30 days.",
      submit: "Record",
    },
    confirm: {
      title: "Confirm in writing",
      lead: "Describe in writing what was told, and designate it as confidential.",
      submit: "Confirm",
      done: "It was designated as confidential.",
    },
    confirmToCustomer: {
      title: "Confirm in writing",
      lead: "Describe in writing what was told, and designate it as confidential.",
      submit: "Confirm",
      done: "It was designated as confidential.",
    },
    notifyCompelled: {
      title: "Tell of a compelled disclosure",
      lead: "Tell the other side that an authority or a law demands the disclosure. Say who demands what.",
      submit: "Tell",
      done: "The other side was told.",
    },
    notifyCompelledToCustomer: {
      title: "Tell of a compelled disclosure",
      lead: "Tell the customer that an authority or a law demands the disclosure. Say who demands what.",
      submit: "Tell",
      done: "The customer was told.",
    },
  },
};

const kinds: OfKind<string> = {
  informationChange: "Change of registered information",
  materialRequest: "Materials and assistance",
  deviceInquiry: "Device inspection or report",
  claim: "Third party's claim",
  incidentContact: "Person for incident information",
  confidentialItem: "Confidential information",
};

const clauses: OfKind<readonly Clause[]> = {
  informationChange: ["A13"],
  materialRequest: ["A6", "A25"],
  deviceInquiry: ["A8.2", "A8.4"],
  claim: ["A8.3", "A26"],
  incidentContact: ["A28.4"],
  confidentialItem: ["A30"],
};

const abouts: OfKind<Record<string, string>> = {
  informationChange: {
    none: "Neither merger nor split",
    merger: "Merger",
    split: "Company split",
  },
  materialRequest: {
    assistance: "Technical assistance",
    equipment: "Equipment or software",
    document: "Documents",
    information: "Information or test data",
  },
  deviceInquiry: {
    inspection: "Inspection",
    report: "Report on its use",
    label: "Ownership label",
  },
  claim: {
    device: "Claim to a device",
    intellectualProperty: "Infringement of intellectual property",
  },
  incidentContact: {},
  confidentialItem: {
    document: "A document marked as confidential",
    oral: "Told",
  },
};

/** What a field is called in forms of one kind, where that is another name than elsewhere. */
const ofKind: Partial<OfKind<Record<string, string>>> = {
  informationChange: {
    about: "Why the company changed",
    happenedOn: "Day of the change",
    note: "Remarks",
    files: "Evidence, such as a certificate of the register",
  },
  claim: {
    happenedOn: "Day of the claim",
    note: "What is claimed, and the circumstances",
    about: "What is claimed",
  },
  confidentialItem: {
    happenedOn: "Day of the disclosure",
    about: "How it was disclosed",
    note: "What is confidential",
    dueOn: "Last day to confirm in writing",
  },
  materialRequest: {
    about: "What is asked for or provided",
    handledOn: "Given back or disposed of on",
  },
  deviceInquiry: {
    about: "What is asked for",
  },
};

/** Matters between customer and operator beside the orders. */
export const matters = {
  acts,
  kinds,
  clauses,
  abouts,
  ofKind,
  title: "Reports and requests",
  customerLead: "Report changes, exchange materials and give notices here, and see how they stand.",
  operationsLead: "Take the customers' reports and notices, and make requests to them.",
  beginTitle: "Begin",
  listTitle: "Reports and requests so far",
  kind: "Kind of matter",
  allKinds: "All",
  onlyWaiting: "Only those that wait for us",
  customer: "Customer",
  about: "About",
  status: "Status",
  none: "There are none.",
  choose: "Choose",
  chooseFilesAgain: "Please choose the files again.",
  actsTitle: "What you can do",
  noActs: "There is nothing to do now.",
  notes: "What was said",
  files: "Files",
  values: "Values",
  conflict: "It could not be done, since the state has changed. Please look at it again.",
  begun: "It was taken in.",
  authority: "Authority and information",
  askAboutDevice: "Ask for an inspection or report",
  reportClaim: "Report a third party's claim",
  granted: "Given",
  notGranted: "Not given yet",
  dutyWithoutEnd: "Without end (personal data)",
  sides: { customer: "Customer", operator: "Operator" },
  said: (side: string, at: string) => `${side} ${at}`,
  change: (before: string, after: string) => `${before} → ${after}`,
  grounds: {
    customersCause: "Caused by the customer",
    outsideJapan: "About rights outside Japan",
  } as Record<string, string>,
  fields: {
    contractId: "Contract",
    contractNumber: "Contract number",
    loanId: "Serial number of the device",
    serialNumber: "Serial number of the device",
    about: "Kind",
    ground: "Ground",
    happenedOn: "Day",
    handledOn: "Done on",
    dueOn: "Last day",
    openedOn: "Opened on",
    dutyUntil: "Duty to keep it until",
    settledOn: "Settled on",
    note: "Details",
    files: "Files",
    grantsAuthority: "We give you full authority and sufficient information to resolve it",
    isPersonalData: "It contains personal data (the duty has no end)",
    isBound: "The person is bound to secrecy, also after the investigation, and knows it",
    personName: "Name",
    department: "Department or position",
    email: "E-mail address",
    phone: "Telephone number",
  } as Record<string, string>,
  supports: {
    files:
      "Up to five files of PDF, PNG, JPEG or text (UTF-8), 5 MB each. Please send photographs as PNG or JPEG.",
    postalCode: "Seven figures, such as 105-0011",
  } as Record<string, string>,
  errors: {
    unchanged: (_label: string) => "Nothing has changed. Change what is different.",
    evidence: (_label: string) =>
      "A change of name, representative or address needs evidence. Attach a file.",
    filesMissing: (_label: string) => "No file is chosen. Choose a file.",
    unknownContract: (_label: string) =>
      "No contract in force has this number. Check the contract number.",
    unknownDevice: (_label: string) =>
      "No device with this serial number is lent. Check the number.",
  } as Record<string, (label: string) => string>,
};
