import type { inspections as ja } from "../ja/inspections.ts";

export const inspections: typeof ja = {
  title: "Acceptance of work",
  lead: "Once work is reported as completed, inspect it, and accept it or object to it.",
  staffLead: "Report work as completed, and see what came of the customer's inspection.",
  none: "There is no work to be accepted.",
  columns: {
    work: "Work",
    contract: "Contract number",
    customer: "Company",
    completed: "Completed on",
    lastDay: "Inspect by",
    status: "Status",
  },
  overdue: "Overdue",
  facts: {
    contract: "Contract number",
    started: "Work begun on",
    completed: "Completed on",
    lastDay: "Inspect by",
    document: "Certificate of acceptance",
  },
  save: "Save the certificate (PDF)",
  overdueTitle: (day) => `The inspection was due on ${day}`,
  overdueText:
    "That the day has passed accepts nothing. You can still accept the work or object to it.",
  overdueStaff:
    "That the day has passed accepts nothing. Ask the customer for the result of the inspection.",
  redo: "The customer has objected",
  redoText: "Look into the reasons, do the work again, and report its completion anew.",
  redoOwn: "We have received your objection",
  redoOwnText: "The work is being done again. We report to you anew when it is completed.",
  notesTitle: "Reports and answers",
  noNotes: "Nothing has been reported yet.",
  notes: {
    report: (day) => `${day} Completion reported`,
    objection: (day) => `${day} Objection`,
    acceptance: (day) => `${day} Acceptance`,
  },
  completedOn: (day) => `Completed on ${day}`,
  signed: (name, at) => `${name} (${at})`,
  noObjection: "The work was inspected and there is no objection to it.",
  reportTitle: "Report completion",
  fields: {
    completedOn: "Day of completion",
    text: "Report",
    reasons: "Reasons for the objection",
  },
  support: {
    completedOn: "Enter a day from the beginning of the work up to today.",
    text: "Say what was done and what the customer should check, in up to 2,000 characters.",
    reasons: "Say what has to be put right and how, in up to 2,000 characters.",
  },
  happens: {
    report: [
      {
        text: "The customer is asked by mail to inspect the work, within 7 days after the report.",
        clause: "A11.1",
      },
      { text: "The report can't be changed before the customer has answered.", clause: "A11.1" },
    ],
    accept: [
      { text: "The work is done, and you can't object to it afterwards.", clause: "A11.1" },
      {
        text: "Your name and the time are recorded as your signature, and a certificate (PDF) is made.",
        clause: "A11.1",
      },
    ],
    object: [
      {
        text: "We look into your reasons, do the work again and report its completion anew.",
        clause: "A11.1",
      },
      {
        text: "From the next report on you have 7 days again for the inspection.",
        clause: "A11.1",
      },
    ],
  },
  report: "Report completion",
  toAccept: "Go to acceptance",
  toObject: "Go to objection",
  acceptTitle: "Accept the work",
  agree: "I have inspected the work and have no objection to it.",
  signer: "Signed by",
  accept: "Sign and accept",
  objectTitle: "Object to the work",
  object: "Object",
  toList: "Back to all work",
  back: "Back to the work",
  readOnly: "The contract owner or a technical member gives the result of the inspection.",
  problems: {
    dayMissing: "The day of completion is missing. Enter a date.",
    ahead: "The day of completion lies ahead. Enter a day up to today.",
    beforeStart: "The day of completion is before the work began. Enter a later day.",
    missing: "Nothing has been entered. Enter a text.",
    tooLong: "The text has more than 2,000 characters. Shorten it.",
    unticked: "The box is not ticked. Tick it if you have inspected the work without objection.",
    conflict: "The work has moved on meanwhile, so this could not be taken. See how it stands now.",
  },
  done: {
    reported: "The completion is reported. The customer is asked by mail to inspect the work.",
    accepted: "The work is accepted. You can save the certificate.",
    objected: "The objection is received. We confirm it by mail.",
  },
};
