import type { MatterMailWords } from "./words.ts";

/** Mails about matters in English. */
export const en: MatterMailWords = {
  subject: (heading, contract) => (contract ? `${heading} (contract ${contract})` : heading),
  contract: "Contract",
  facts: {
    happenedOn: "Day",
    openedOn: "Received on",
    dueOn: "Last day",
    dutyUntil: "Duty until",
    settledOn: "Done on",
    note: "Details",
  },
  values: {
    companyName: "Company name",
    companyNameKana: "Company name (kana)",
    representative: "Representative",
    postalCode: "Postal code",
    prefecture: "Prefecture",
    city: "City",
    street: "Street and building",
    phone: "Phone",
    contactName: "Contact person",
    contactEmail: "Contact e-mail",
    personName: "Name",
    department: "Department",
    email: "E-mail",
  },
  change: (before, after) => `${before} → ${after}`,
  action: "Open in the portal",
  mails: {
    "change-received": {
      heading: "Your change was received",
      lead: "We received your change of registered information. We check the evidence and write again once the change is applied.",
    },
    "change-evidence-asked": {
      heading: "Evidence of your change is needed",
      lead: "To check your change of registered information we need the following. Please attach it to your report in the portal.",
    },
    "change-applied": {
      heading: "Your change was applied",
      lead: "We applied the change that you reported. Documents and mails from now on use the new values.",
    },
    "change-refused": {
      heading: "Your change was refused",
      lead: "We can't apply the change that you reported, for the following reason. What was registered before stays.",
    },
    "material-asked": {
      heading: "We ask for your materials or assistance",
      lead: "For the service we ask you for the following. Please answer in the portal by the last day.",
    },
    "material-reminder": {
      heading: "Reminder of the materials we asked for",
      lead: "The last day for the materials or assistance that we asked for has passed. We do not answer for delays that come of it.",
    },
    "material-received": {
      heading: "We received what you provided",
      lead: "We accepted what you provided. Things and documents go back or are disposed of when they are not needed any more, when the contract ends, or when you ask for them.",
    },
    "material-asked-again": {
      heading: "We ask again for your materials",
      lead: "What you provided is incomplete or wrong. Please provide the following.",
    },
    "material-to-return": {
      heading: "Your materials will go back",
      lead: "Since the contract has ended, we give back or dispose of the materials that we hold. We write once it is done.",
    },
    "material-returned": {
      heading: "Your materials were given back",
      lead: "We gave back the materials that we held.",
    },
    "material-disposed": {
      heading: "Your materials were disposed of",
      lead: "We disposed of the materials that we held.",
    },
    "inquiry-asked": {
      heading: "Please inspect or report on the device",
      lead: "Please inspect or report on the device that we lent you, as follows. You can answer in the portal, with photographs.",
    },
    "inquiry-reminder": {
      heading: "Reminder: the device",
      lead: "The last day for the inspection or report on the device has passed. Please answer in the portal.",
    },
    "inquiry-asked-again": {
      heading: "One more question about the device",
      lead: "Thank you for your answer. Please also answer the following.",
    },
    "inquiry-closed": {
      heading: "Your answer about the device",
      lead: "We checked your answer about the device. Thank you for your help.",
    },
    "claim-received": {
      heading: "Your notice of a claim arrived",
      lead: "Your notice of a third party's claim has arrived. A person in charge will acknowledge its receipt.",
    },
    "claim-acknowledged": {
      heading: "Receipt of your notice of a claim",
      lead: "We received your written notice of a third party's claim. Where it concerns a device, please show that it belongs to us.",
    },
    "claim-defended": {
      heading: "We resolve the claim",
      lead: "We resolve the third party's claim at our own cost and responsibility.",
    },
    "claim-excluded": {
      heading: "The claim is yours to resolve",
      lead: "For the following reason the third party's claim is to be resolved by you, at your own cost and responsibility.",
    },
    "claim-closed": {
      heading: "The claim is closed",
      lead: "The matter of the third party's claim is closed.",
    },
    "incident-contact-named": {
      heading: "A person may receive incident information",
      lead: "The following person may receive information about incidents. The duty to keep it secret goes on after the investigation.",
    },
    "incident-contact-removed": {
      heading: "A person no longer receives incident information",
      lead: "The following person was removed. The duty to keep what was received secret goes on.",
    },
    "disclosure-recorded": {
      heading: "Confidential information was recorded",
      lead: "The following was recorded as confidential information. The duty to keep it lasts for three years from the disclosure, for personal data without end.",
    },
    "disclosure-spoken": {
      heading: "A spoken disclosure was recorded",
      lead: "What was told was recorded. It is confidential only if it is designated so in writing by the last day.",
    },
    "disclosure-reminder": {
      heading: "Please confirm in writing",
      lead: "The last day to designate in writing what was told as confidential is near.",
    },
    "disclosure-lapsed": {
      heading: "A spoken disclosure was not confirmed",
      lead: "Since it was not designated in writing in time, what was told is not treated as confidential information.",
    },
    "disclosure-compelled": {
      heading: "A disclosure was demanded by law",
      lead: "An authority or a law demands that confidential information be disclosed. The disclosure is limited to what is necessary.",
    },
  },
};
