import type { DeviceMailWords } from "./words.ts";

/** Mails about lent devices in English. */
export const en: DeviceMailWords = {
  subject: (heading, contract) => `${heading} (contract ${contract})`,
  contract: "Contract number",
  menu: "Option",
  serialNumber: "Serial number",
  facts: {
    site: "Destination or site",
    parcel: "Carrier and parcel number",
    wishedDay: "Day of the move",
    newSite: "New site",
    note: "Text",
    lostOn: "Lost on",
    endDay: "Last day of the loan",
    returnDue: "To be returned by",
    backOn: "Back on",
  },
  action: "View the device",
  mails: {
    "device-shipped": {
      heading: "Your connection device was shipped",
      lead: [
        "We have shipped your connection device. When it arrives, confirm the delivery in the portal, install the device and check that it works.",
        "From the day of delivery on, the risk of loss and damage is yours.",
      ],
    },
    "device-lost-in-transit": {
      heading: "Your connection device was lost in transit",
      lead: [
        "The device that we shipped was lost before its delivery. We send another one at our cost.",
      ],
      leadOfCustomer: [
        "The device that we shipped was lost before its delivery. We send another one. As the cause was on your side, the cost is invoiced separately.",
      ],
    },
    "installation-reminder": {
      heading: "Please install your connection device",
      lead: [
        "The installation of your connection device has not been confirmed. Install it, check that it works, and confirm it in the portal.",
      ],
    },
    "relocation-received": {
      heading: "Your relocation was notified",
      lead: [
        "We have received your notification. Please leave the device where it is until we send you the procedure, or the reason why it can't be moved.",
      ],
    },
    "relocation-approved": {
      heading: "Your relocation was approved",
      lead: [
        "The relocation is approved. Follow the procedure below, and confirm the move in the portal when it is done.",
        "You bear the cost of the move.",
      ],
    },
    "relocation-refused": {
      heading: "Your relocation can't be approved",
      lead: [
        "The relocation can't be approved for the reason below. Please use the device where it is.",
      ],
    },
    "fault-received": {
      heading: "Your fault report was received",
      lead: [
        "We have received your report. We look into it, and repair or replace the device as the specification says.",
      ],
    },
    "device-exchanged": {
      heading: "Exchange of your connection device",
      lead: ["The faulty device has come in. We send another one as soon as it is ready."],
    },
    "loss-received": {
      heading: "Your report of a loss was received",
      lead: ["We have received your report. We tell you by e-mail what comes of it."],
    },
    "loss-decided": {
      heading: "Result of the report of a loss",
      lead: [
        "The loss of the device is confirmed. We answer for it, so that it costs you nothing.",
        "Where your use goes on, we send another device at our cost.",
      ],
      leadOfCustomer: [
        "The loss of the device is confirmed. As we do not answer for it, that device's part of the contract ended on the day of the loss. Fees that were paid are not given back.",
      ],
      warning:
        "A cost that arises for the device is invoiced separately. If it is found, please return it.",
    },
    "return-instructions": {
      heading: "Please return your connection device",
      lead: [
        "The loan of your connection device has ended. Please return it in time. A device that the carrier took by the last day is in time.",
        "When you have sent it, give us the parcel's number in the portal.",
      ],
      warning: "After that day we may fetch the device at your cost.",
    },
    "return-reminder": {
      heading: "Reminder: please return your connection device",
      lead: ["Your connection device has not come back yet. Please see by when to return it."],
      warning: "After that day we may fetch the device at your cost.",
    },
    "return-overdue": {
      heading: "The return of your connection device is overdue",
      lead: ["The last day of the return has passed. Please return the device at once."],
      warning: "Otherwise we fetch the device at your cost.",
    },
    "recovery-started": {
      heading: "Recovery of your connection device",
      lead: [
        "As the device was not returned in time, we have begun to recover it. We will agree on a day with you.",
      ],
      warning: "You bear the cost of the recovery; it is invoiced separately.",
    },
    "device-received": {
      heading: "Your connection device has come back",
      lead: [
        "We have received the device and check it now. Damage is repaired at your cost, which is invoiced separately.",
      ],
    },
  },
};
