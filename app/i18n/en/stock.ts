import type { stock as ja } from "../ja/stock.ts";

export const stock: typeof ja = {
  title: "Connection devices in stock",
  lead: "The connection devices that are lent to customers, each by its serial number.",
  import: "Register from CSV",
  search: "Part of a serial number or model",
  status: "State",
  allStatuses: "All states",
  found: (count) => (count === "1" ? "1 device" : `${count} devices`),
  none: "No connection device matches.",
  noneYet: "No connection device is registered yet. Register some from a CSV file.",
  columns: {
    serialNumber: "Serial number",
    model: "Model",
    menu: "Menu",
    status: "State",
    since: "In this state since",
  },
  loan: "The loan of this device",
  registeredOn: "Registered on",
  reason: "Reason",
  added: (count) =>
    count === "1" ? "1 device was registered." : `${count} devices were registered.`,
  upload: {
    title: "Registration of devices from CSV",
    lead: "Registers the connection devices that came in from a list. They are not lent before they were looked over and made free.",
    file: "CSV file",
    support:
      "The first line has the headings (serial number, model, menu). UTF-8 or Shift_JIS, up to 2,000 devices and 5 MB.",
    menuNote: (codes) =>
      `The menu column takes these codes; with one alone it may be left out: ${codes}`,
    example: "Example of a file",
    submit: "Register",
    partly: (added, refused) => `Registered: ${added}. Lines that were not registered: ${refused}.`,
    repeat: "Mend only the lines that were not registered, and register those again.",
  },
  problems: {
    missing: "No file was chosen, or it is empty. Choose a CSV file.",
    tooLarge: "The file is larger than 5 MB. Register it in parts.",
    empty: "There is no line with a device. Write one device a line below the headings.",
    encoding: "The encoding can't be read. Save the file as CSV in UTF-8 or Shift_JIS.",
    headings:
      "The headings “serial number” and “model” are missing. Write the headings in the first line.",
    quote: (line) =>
      `The quotation mark (") in line ${line} is not closed. Close it and register again.`,
    tooMany: "There are more than 2,000 devices. Register them in parts.",
  },
  refused: {
    caption: "Lines that were not registered",
    line: "Line",
    found: "What the file says",
    what: "Why",
    serial: "This is no serial number. Write 3 to 40 letters, figures and single hyphens.",
    model: "The model is missing or longer than 80 characters.",
    menu: "The menu is not the code of an option that lends connection devices.",
    repeated: "The same serial number stands in an earlier line of this file.",
    known: "A connection device with this serial number is registered already.",
  },
  acts: {
    title: "Change of state",
    makeAvailable: {
      received: "Makes the device free once it was looked over and can be lent.",
      inRepair: "Makes the device free once it is back from repair and can be lent.",
    },
    makeAvailableButton: "Make free",
    reason: "Reason",
    sendToRepair: "Send to repair",
    retire: "Retire",
    takeOutLead:
      "A device in repair or retired is not lent. A retired device can't be brought back.",
    retireLead: "A retired device can't be brought back.",
    retiredText: "This device is retired. Its state can't be changed.",
  },
  done: {
    makeAvailable: "The device is free.",
    sendToRepair: "The device is in repair.",
    retire: "The device is retired.",
  },
  faults: {
    reasonMissing: "The reason is missing. Write one.",
    reasonTooLong: "The reason is too long. Keep it to 500 characters.",
    conflict: "The state has changed already. Look at it and try again.",
  },
};
