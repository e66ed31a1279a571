import type { MatterKind } from "#machines/matters/kinds.ts";
import { disclosureForms } from "#machines/confidential-item/events.ts";
import { claimKinds, exclusions } from "#machines/claim/events.ts";
import { inquiryKinds } from "#machines/device-inquiry/events.ts";
import { successions } from "#machines/information-change/events.ts";
import { materialKinds } from "#machines/material-request/events.ts";
import { companySchema } from "#app/usecases/orders/order-form/company.ts";

/** Members of the registered information (届出事項). */
export const registeredFields = companySchema.keyof().options;

/** Who is entitled to incident information, as a form asks for it. */
export const personFields = ["personName", "department", "email", "phone"] as const;

export type MatterField =
  | (typeof registeredFields)[number]
  | (typeof personFields)[number]
  | "contractId"
  | "contractNumber"
  | "loanId"
  | "serialNumber"
  | "about"
  | "ground"
  | "happenedOn"
  | "handledOn"
  | "dueOn"
  | "note"
  | "files"
  | "grantsAuthority"
  | "isPersonalData"
  | "isBound";

export type MatterSide = "operations" | "customer";

/** One thing that somebody does with a matter: what the form asks for. Who may, its machine says. */
export interface MatterAct {
  side: MatterSide;
  fields: readonly MatterField[];
  /** Those of the fields that may stay empty. */
  optional?: readonly MatterField[];
  /** Whether it begins the matter. */
  opens?: true;
  /** Whether it can't be taken back, and so is warned of. */
  isFinal?: true;
}

type Acts = Readonly<Record<string, MatterAct>>;

const operations = { side: "operations" } as const;
const customer = { side: "customer" } as const;
const said = ["note"] as const;
const written = { fields: ["note", "files"], optional: ["files"] } as const;
const disclosure = {
  fields: ["about", "happenedOn", "note", "files", "isPersonalData"],
  optional: ["files", "isPersonalData"],
} as const;

/** What staff and customer do with each kind of matter, by the event that each sends. */
export const matterActs = {
  informationChange: {
    report: {
      ...{ ...customer, opens: true, optional: ["note", "files"] },
      fields: [...registeredFields, "about", "happenedOn", "files", "note"],
    },
    askEvidence: { ...operations, fields: said },
    addEvidence: { ...customer, fields: ["note", "files"] },
    apply: { ...operations, fields: [], isFinal: true },
    refuse: { ...operations, fields: said, isFinal: true },
    withdraw: { ...customer, fields: [] },
  },
  materialRequest: {
    ask: {
      ...{ ...operations, opens: true, optional: ["files"] },
      fields: ["contractNumber", "about", "dueOn", "note", "files"],
    },
    offer: {
      ...{ ...customer, opens: true, optional: ["files"] },
      fields: ["contractId", "about", "note", "files"],
    },
    provide: { ...customer, ...written },
    accept: { ...operations, fields: [] },
    askAgain: { ...operations, fields: ["note", "dueOn"] },
    withdraw: { ...operations, fields: [] },
    withdrawOffer: { ...customer, fields: [] },
    askReturn: { ...customer, fields: said },
    release: { ...operations, fields: [] },
    giveBack: { ...operations, fields: ["handledOn", "note"], isFinal: true },
    dispose: { ...operations, fields: ["handledOn", "note"], isFinal: true },
  },
  deviceInquiry: {
    ask: {
      ...{ ...operations, opens: true, optional: ["files"] },
      fields: ["serialNumber", "about", "dueOn", "note", "files"],
    },
    answer: { ...customer, ...written },
    accept: { ...operations, fields: [] },
    askAgain: { ...operations, fields: ["note", "dueOn"] },
    withdraw: { ...operations, fields: [] },
  },
  claim: {
    report: {
      ...{ ...customer, opens: true, optional: ["loanId", "files", "grantsAuthority"] },
      fields: ["about", "contractId", "loanId", "happenedOn", "note", "files", "grantsAuthority"],
    },
    supplement: {
      ...{ ...customer, optional: ["files", "grantsAuthority"] },
      fields: ["note", "files", "grantsAuthority"],
    },
    acknowledge: { ...operations, fields: [] },
    defend: { ...operations, fields: said },
    exclude: { ...operations, fields: ["ground", "note"], isFinal: true },
    close: { ...operations, fields: said, isFinal: true },
  },
  incidentContact: {
    name: {
      ...{ ...customer, opens: true },
      fields: ["contractId", ...personFields, "isBound"],
    },
    remove: { ...customer, fields: [] },
  },
  confidentialItem: {
    disclose: {
      ...{ ...customer, ...disclosure, opens: true },
      fields: ["contractId", ...disclosure.fields],
    },
    discloseToCustomer: {
      ...{ ...operations, ...disclosure, opens: true },
      fields: ["contractNumber", ...disclosure.fields],
    },
    confirm: { ...customer, ...written },
    confirmToCustomer: { ...operations, ...written },
    notifyCompelled: { ...customer, fields: said },
    notifyCompelledToCustomer: { ...operations, fields: said },
  },
} as const satisfies Record<MatterKind, Acts>;

/** The choices of what a matter is about, by kind. */
export const matterAbouts: Readonly<Record<MatterKind, readonly string[]>> = {
  informationChange: successions,
  materialRequest: materialKinds,
  deviceInquiry: inquiryKinds,
  claim: claimKinds,
  incidentContact: [],
  confidentialItem: disclosureForms,
};

export const matterGrounds: readonly string[] = exclusions;

/** The acts of a kind by their names. */
export const actsOf = (kind: MatterKind): Acts => matterActs[kind];

/** The act by which a side begins a matter of a kind, or null where it begins none. */
export function openingOf(kind: MatterKind, side: MatterSide): string | null {
  const found = Object.entries(actsOf(kind)).find(([, act]) => act.opens && act.side === side);
  return found?.[0] ?? null;
}
