import type { order as ja } from "../ja/order.ts";

export const order: typeof ja = {
  title: "Orders",
  begin: {
    title: "New order",
    lead: "The form has five pages. What you enter is saved whenever you move on, so you can stop at any time and go on later.",
    needTitle: "What you need",
    need: [
      "Your company's registered details (name, kana, representative, address, telephone) and a contact person",
      "The address in Japan where the service will be used",
      "The maintenance contract of the hardware that runs your NDR product: number, model, serial number, last day",
      "Approval of the order within your company",
    ],
    flowTitle: "After your order",
    flow: [
      { text: "A quote is issued with the order. There is no contract yet.", clause: "A12.1" },
      { text: "Our staff check the maintenance contract and the other details.", clause: "A5.2" },
      { text: "The contract is formed when we accept the order.", clause: "A5.1" },
      {
        text: "After a time of preparation the service begins on the start day that was fixed.",
        clause: "A5.5",
      },
    ],
    submit: "Begin",
  },
  steps: {
    company: "Company",
    site: "Site",
    maintenance: "Maintenance contract",
    menus: "Menus",
    declarations: "Declarations",
    review: "Review",
  },
  leads: {
    company:
      "Enter the details as they stand in the commercial register. They become your registered information.",
    site: "Enter the place where your NDR product is installed. It must be in Japan.",
    maintenance:
      "The service needs a maintenance contract for the hardware that runs your NDR product. You find the details on your contract or certificate.",
    menus: "Add the options that you need to the basic menu. Prices are before tax.",
    declarations:
      "These points of the terms deserve your attention. Read each one and tick its box.",
    review: "Check everything that you entered, then send the order.",
  },
  leadClauses: {
    company: ["A5.1"],
    site: ["A14.1"],
    maintenance: ["A5.2"],
    menus: ["A2", "A12.1"],
    declarations: [],
    review: ["A5.1"],
  },
  fields: {
    companyName: "Company name",
    companyNameKana: "Company name in katakana",
    representative: "Representative (title and name)",
    postalCode: "Postal code",
    prefecture: "Prefecture",
    city: "City and district",
    street: "Street number and building",
    phone: "Telephone number",
    contactName: "Contact person",
    contactEmail: "E-mail address of the contact person",
    siteName: "Name of the site",
    sameAsCompany: "Same address as the company",
    vendor: "Maintenance company",
    contractNumber: "Number of the maintenance contract",
    hardwareModel: "Hardware model",
    serialNumber: "Serial number",
    validUntil: "Last day of the maintenance contract",
    basic: "Basic menu",
    options: "Option menus",
    wishedStart: "Start day that you wish",
    startDay: "Start day",
    consent: "Consent to the terms",
  },
  support: {
    companyName: "In full, with the legal form.",
    companyNameKana: "In katakana.",
    postalCode: "Example: 100-0001",
    phone: "Example: 03-1234-5678",
    contactEmail: "We may write to this address about the order.",
    siteName: "Example: Head office data centre",
    sameAsCompany: "If you tick this, the address below is not needed.",
    validUntil: "It must be valid on the start day. Example: 2027/03/31",
  },
  siteAddress: "Address of the site",
  fillAddress: {
    button: "Fill in the address by its postal code",
    filled: "The address was filled in",
    filledText: "Check it, and add the house number and the building.",
    unknown: "No address was found for this postal code",
    unknownText:
      "Check the postal code, or type the address yourself. What you typed has been saved.",
  },
  choosePrefecture: "Please choose",
  outsideJapan: "Outside Japan",
  menu: {
    perYear: (price) => `${price} a year (before tax)`,
    perWork: (price) => `${price} for one piece of work (before tax)`,
    basicSupport: "Every contract needs it.",
    optionsSupport: "They can be ordered together with the basic menu.",
    startSupport: (earliest, latest) =>
      `Preparation takes time: choose a day from ${earliest} to ${latest}. If it is not possible we will propose another day.`,
    none: "None",
    ending: (name, day) => `"${name}" is discontinued after ${day}`,
    endingText:
      "Its fee is by days up to the last one. What was paid for later days is given back.",
  },
  declarations: {
    internalApproval: {
      label: "The order is approved within our company",
      text: "Our internal procedure for this order is complete, and I am entitled to order for the company.",
    },
    noGuarantee: {
      label: "I understand that protection is never complete",
      text: "The service monitors and analyses. It does not promise that no security incident will ever happen.",
    },
    exemptions: {
      label: "I have read the limits of liability and the exemptions",
      text: "Damages are limited to one twelfth of the yearly payments and can be claimed within one year of the event that caused them. Missed detections, line faults, planned maintenance and the like are excluded.",
    },
    dataAccess: {
      label: "We agree to access to the data of our NDR product",
      text: "For monitoring and investigation, the operator reads the data that your NDR product collects.",
    },
    communication: {
      label: "We agree to the use of communication information",
      text: "Where an incident must be investigated, the operator collects and uses information on the communication of your officers and employees. On your side only the few who are needed may handle it, under a duty of confidentiality.",
    },
    antiSocialForces: {
      label: "We are no anti-social force and have no relations with any",
      text: "The company and its officers do not belong to anti-social forces, neither fund nor use them, and never will. After a breach, all contracts may be ended without demand.",
    },
    deviceCare: {
      label: "We take care of the connection device lent to us",
      text: "We do not open, change or lend it, do not take it out of Japan, and keep it with care. We give notice before we move it.",
    },
  },
  errors: {
    missing: (label) => `Enter: ${label}.`,
    notChosen: (label) => `Choose: ${label}.`,
    notTicked: (label) => `The box "${label}" is not ticked. Read the text and tick it.`,
    tooLong: (label, most) => `${label} is too long. Enter ${most} characters or fewer.`,
    characters: (label) =>
      `${label} contains characters that cannot be used. Leave out line breaks and control characters.`,
    postalCode: (label) => `${label} is not right. Enter seven figures such as 100-0001.`,
    siteInJapan: (label) =>
      `${label} is not in Japan. The service can only be used in Japan (terms, article 14.1). Enter an address in Japan.`,
    kana: (label) => `${label} contains something other than katakana. Enter it in katakana.`,
    phone: (label) => `${label} is not right. Enter it with the area code, such as 03-1234-5678.`,
    email: (label) => `${label} is not right. Enter it in the form name@example.jp.`,
    day: (label) => `${label} is not a date. Enter it in the form 2027/03/31.`,
    tooEarly: (label, day) => `${label} is too early. Choose ${day} or a later day.`,
    tooLate: (label, day) => `${label} is too far ahead. Choose ${day} or an earlier day.`,
    lapsed: (label, day) =>
      `${label} has passed. Enter a maintenance contract that is valid on ${day} or later.`,
    lapsesBefore: (label, day) =>
      `${label} is before the start day that you wish (${day}). Enter a contract that is valid on that day, or wish for an earlier start.`,
    basicMissing: (_label) =>
      "The basic menu is not chosen. Options cannot be ordered alone: choose the basic menu.",
    menuEnds: (label, day) =>
      `${label} is later than ${day}, the last day of a menu you chose. Choose a day up to then, or leave the menu out.`,
    optionUnknown: (_label) => "An option is chosen that is not on sale now. Choose again.",
  },
  form: {
    next: "Save and go on",
    back: "Save and go back",
    later: "Save and stop here",
    jump: "Go to another page (what you entered is saved)",
    complete: "complete",
    incomplete: "incomplete",
  },
  review: {
    incompleteTitle: "Something is missing",
    incompleteLead: "The order can be sent when these are filled in.",
    changedTitle: "What was shown has changed",
    changed: {
      price: "Prices have changed: the quote was worked out anew.",
      terms: "A new version of the terms has come into force.",
      form: "The form was changed in another window.",
    },
    changedRemedy: "Check what stands below and send the order again.",
    change: (step) => `Change: ${step}`,
    ticked: "Confirmed",
    empty: "Not entered",
    quoteTitle: "Quote",
    item: "Item",
    amount: "Amount",
    subtotal: "Subtotal before tax",
    taxOf: (rate, taxable) => `Consumption tax (${rate}% of ${taxable})`,
    total: "Total with tax",
    term: "Term",
    termText: (start, end) => `From ${start} to ${end} (should the service start as wished)`,
    renewal: "Renewal",
    renewalText:
      "Unless you give notice, the contract is renewed by one year on the same conditions.",
    due: "Payment due",
    dueText: (day) => `${day} (should the invoice be issued on the start day)`,
    happensTitle: "What happens when you send the order",
    happens: [
      {
        text: "A quote is issued and our review begins. The contract is formed when we accept.",
        clause: "A5.1",
      },
      {
        text: "Before we accept, you can withdraw the order in this portal. After that you cannot end the contract freely, except as the terms provide.",
        clause: "A10.1",
      },
    ],
    terms: "Terms",
    termsVersion: (version, day) => `Version ${version} (in force from ${day})`,
    specifications: "These specifications are covered by the consent as well.",
    announced:
      "These versions are announced. Once the contract is formed they apply from their day.",
    document: (name, version, day) =>
      `${name}, ${version} (in force from ${day}, opens in a new tab)`,
    termsLink: "Read the terms (opens in a new tab)",
    consent: (version) => `We agree to version ${version} of the terms and place the order.`,
    submit: "Send the order",
  },
};
