import { contract, type Samples } from "./base.ts";

const said = { ...contract, values: [] };
const change = [{ name: "companyName", before: "Minato Shoji", after: "Minato Holdings" }];
const person = [
  { name: "personName", before: null, after: "Jiro Sato" },
  { name: "email", before: null, after: "sato@minato.example" },
];

/** Mails about matters. */
export const matterSamples = {
  "change-received": {
    ...said,
    facts: { happenedOn: "2026-03-02", note: "Please see the list." },
    values: change,
    contractNumber: null,
  },
  "change-evidence-asked": {
    ...said,
    facts: { happenedOn: "2026-03-02", note: "Please see the list." },
    contractNumber: null,
  },
  "change-applied": {
    ...said,
    facts: { happenedOn: "2026-03-02", settledOn: "2026-03-20" },
    values: change,
    contractNumber: null,
  },
  "change-refused": {
    ...said,
    facts: { happenedOn: "2026-03-02", note: "Please see the list." },
    contractNumber: null,
  },
  "material-asked": { ...said, facts: { dueOn: "2026-04-10", note: "Please see the list." } },
  "material-reminder": { ...said, facts: { dueOn: "2026-04-10", note: "Please see the list." } },
  "material-received": { ...said, facts: { note: "Please see the list." } },
  "material-asked-again": { ...said, facts: { dueOn: "2026-04-10", note: "Please see the list." } },
  "material-to-return": { ...said, facts: {} },
  "material-returned": {
    ...said,
    facts: { settledOn: "2026-03-20", note: "Please see the list." },
  },
  "material-disposed": {
    ...said,
    facts: { settledOn: "2026-03-20", note: "Please see the list." },
  },
  "inquiry-asked": { ...said, facts: { dueOn: "2026-04-10", note: "Please see the list." } },
  "inquiry-reminder": { ...said, facts: { dueOn: "2026-04-10", note: "Please see the list." } },
  "inquiry-asked-again": { ...said, facts: { dueOn: "2026-04-10", note: "Please see the list." } },
  "inquiry-closed": { ...said, facts: {} },
  "claim-received": { ...said, facts: { happenedOn: "2026-03-02", note: "Please see the list." } },
  "claim-acknowledged": { ...said, facts: { happenedOn: "2026-03-02", openedOn: "2026-03-03" } },
  "claim-defended": { ...said, facts: { note: "Please see the list." } },
  "claim-excluded": { ...said, facts: { note: "Please see the list." } },
  "claim-closed": { ...said, facts: { settledOn: "2026-03-20", note: "Please see the list." } },
  "incident-contact-named": { ...said, facts: {}, values: person },
  "incident-contact-removed": { ...said, facts: {}, values: person },
  "disclosure-recorded": {
    ...said,
    facts: { happenedOn: "2026-03-02", dutyUntil: "2029-03-02", note: "Please see the list." },
  },
  "disclosure-spoken": {
    ...said,
    facts: { happenedOn: "2026-03-02", dueOn: "2026-04-10", note: "Please see the list." },
  },
  "disclosure-reminder": {
    ...said,
    facts: { happenedOn: "2026-03-02", dueOn: "2026-04-10", note: "Please see the list." },
  },
  "disclosure-lapsed": {
    ...said,
    facts: { happenedOn: "2026-03-02", note: "Please see the list." },
  },
  "disclosure-compelled": { ...said, facts: { note: "Please see the list." } },
} satisfies Partial<Samples>;
