import type { publicPages as ja } from "../ja/public.ts";

export const publicPages: typeof ja = {
  title: "Managed NDR service",
  home: {
    title: "Managed NDR service",
    eyebrow: "Network monitoring, 24 hours a day, every day",
    headline: "Our analysts follow every sign of intrusion.",
    lead: "Your NDR sensors watch the traffic inside your network. Our analysts examine what they detect, day and night, and tell you what is urgent first. From the order to the payment and the end of the contract, everything is handled in this portal.",
    start: "Create an account",
    seePrices: "Menus and prices",
    flowTitle: "From detection to your phone",
    flow: [
      {
        title: "A sensor detects",
        text: "Your NDR product notices traffic that is out of the ordinary.",
      },
      {
        title: "An analyst examines",
        text: "The traffic around it is followed, false alarms are set aside, suspicious terminals remain.",
      },
      {
        title: "You are told, most urgent first",
        text: "What cannot wait reaches the people you have registered at once.",
      },
    ],
    portalTitle: "What the portal does",
    portal: [
      {
        title: "Order",
        text: "Choose your menus and the quote is made on the spot. You read the terms and order on screen.",
      },
      {
        title: "See contracts and deadlines",
        text: "A picture shows the present state of each contract, and dates show when notice must be given.",
      },
      {
        title: "Invoices and payment",
        text: "Receive qualified invoices, pay by card, and see what has been paid.",
      },
      {
        title: "Connection devices",
        text: "Arrival, installation, relocation, faults and return, device by device.",
      },
      {
        title: "Notifications and requests",
        text: "Change registered information, add options, ask for consent, and follow the progress.",
      },
      {
        title: "The whole record",
        text: "See who did what and when, and under which clause of the terms.",
      },
    ],
    stepsTitle: "How to start",
    steps: [
      {
        title: "Create an account",
        text: "Register your company and yourself, and confirm your e-mail address.",
      },
      {
        title: "Choose menus",
        text: "Add the options you need to the basic menu. The price is shown at once.",
      },
      {
        title: "Review and order",
        text: "Read the terms and the points to confirm, then send the order.",
      },
      {
        title: "Review and acceptance",
        text: "Our staff check the order. The contract is formed when they accept it.",
      },
      {
        title: "Preparation and start",
        text: "You are told the start date as soon as it is fixed. Monitoring begins when all is ready.",
      },
    ],
    beforeTitle: "Before you order",
    before: [
      {
        title: "The term is one year",
        text: "Without notice it is renewed by a year on the same conditions. Notice must reach us two months before the term ends.",
        clauses: ["A10.1", "A10.2"],
      },
      {
        title: "The annual fee is paid in one sum",
        text: "The invoice comes within the month of the start and is due at the end of the next month.",
        clauses: ["A12.2"],
      },
      {
        title: "No refund for cancelling mid-term",
        text: "If you cancel for your own reasons, the fee for the rest of the term stays owed.",
        clauses: ["A17.1", "A17.2"],
      },
      {
        title: "Your hardware needs maintenance cover",
        text: "We check the maintenance contract of the hardware on which your NDR product runs.",
        clauses: ["A5.2"],
      },
    ],
    closing: "Start with the prices.",
    closingText: "For orders at list price the portal makes the quote at once.",
  },
  catalog: {
    title: "Menus and prices",
    lead: "Every contract contains the basic menu. Options can be ordered in addition to it.",
    taxNote: (rate: string) =>
      `Prices including tax are a guide, worked out per menu at a consumption tax rate of ${rate}. On an invoice the tax is worked out on the total.`,
    basicTitle: "Basic menu",
    optionsTitle: "Option menus",
    kindsTitle: "Kinds of menu",
    kinds: {
      basic: {
        name: "Basic",
        text: "The foundation of the service. Every contract contains exactly one.",
      },
      subscription: {
        name: "Subscription",
        text: "Provided throughout the term. It ends on the same day as the contract on the basic menu.",
      },
      device: {
        name: "Device",
        text: "We lend you a connection device. You install it, and return it afterwards.",
      },
      work: {
        name: "Work",
        text: "When we report that the work is complete, you inspect it.",
      },
    },
    perYear: "per year",
    perWork: "per piece of work",
    excludingTax: "before tax",
    includingTax: "tax included",
    code: "Menu number",
    order: "Order",
    empty: "No menu can be ordered at present.",
  },
  terms: {
    title: "Terms of service",
    lead: "Everything done in this portal rests on these terms. The clause numbers shown on its pages lead to the articles here.",
    version: "Version",
    effectiveDay: "Effective from",
    contents: "Contents",
    articleNumber: (number: number) => `Article ${number}`,
    article: (number: number, title: string) => `Article ${number} (${title})`,
    backToContents: "Back to the contents",
    translationNote: "This is a translation of the terms, which are written in Japanese.",
  },
};
