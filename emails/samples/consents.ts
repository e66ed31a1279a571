import { base, contract, type Samples } from "./base.ts";

/** Mails about requests for consent and assignments. */
export const consentSamples = {
  "consent-received": {
    ...contract,
    kind: "assignment",
    askedDay: "2026-03-02",
    text: "Project NS-4200",
  },
  "consent-asked": {
    ...contract,
    kind: "takeOver",
    contractNumber: "",
    askedDay: "2026-03-03",
    text: "",
  },
  "consent-decided": {
    ...contract,
    kind: "assignment",
    asker: "customer",
    decision: "consented",
    askedDay: "2026-03-02",
    decidedDay: "2026-03-10",
    effectiveDay: "2026-04-01",
    refusal: null,
    text: "Condition NS-4201",
  },
  "contract-assigned": {
    ...contract,
    endDay: "2025-12-31",
    owed: 4_791_600,
    owedDueDay: "2026-02-02",
  },
  "contract-taken-over": { ...contract, firstDay: "2026-04-01" },
  "assignment-off": {
    ...contract,
    ...{ reader: "assignor", cause: "calledOff", by: "assignee", text: "Reason NS-4202" },
    ...{ offDay: "2026-03-20", effectiveDay: "2026-04-01", refusal: null },
  },
  "assignee-registration": {
    ...base,
    assignorName: "NS-4203 Ltd.",
    askedDay: "2026-03-03",
  },
} satisfies Partial<Samples>;
