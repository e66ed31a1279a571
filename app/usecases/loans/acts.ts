import type { DeviceEvent } from "#machines/device/events.ts";

/** Where a device goes, as a form asks for it. */
export const siteFields = [
  ...(["siteName", "postalCode", "prefecture", "city", "street"] as const),
  ...(["contactName", "phone"] as const),
] as const;

export type SiteField = (typeof siteFields)[number];

export type ActField =
  | SiteField
  | "carrier"
  | "trackingNumber"
  | "happenedOn"
  | "wishedDay"
  | "note"
  | "finding"
  | "isDamaged"
  | "isConnected"
  | "isLabelled"
  | "takesCare"
  | "isWiped";

/** One thing that somebody does with a lent device: what the form asks for. Who may, its machine says. */
export interface Act {
  fields: readonly ActField[];
  /** The member of the event that holds the day on which it happened. */
  dayIn?: "deliveredOn" | "movedOn" | "lostOn" | "foundOn" | "handedOn" | "backOn";
  /** Whether it can't be taken back, and so is warned of. */
  isFinal?: true;
}

/** What staff and customer do, by the event of the machine that each sends. */
export const acts = {
  unallocate: { fields: [] },
  ship: { fields: ["carrier", "trackingNumber", ...siteFields] },
  confirmDelivery: { fields: ["happenedOn"], dayIn: "deliveredOn" },
  loseInTransit: { fields: ["finding"], isFinal: true },
  confirmInstallation: { fields: ["isConnected", "isLabelled", "takesCare"] },
  requestRelocation: { fields: ["wishedDay", ...siteFields] },
  withdrawRelocation: { fields: [] },
  approveRelocation: { fields: ["note"] },
  refuseRelocation: { fields: ["note"] },
  beginMove: { fields: [] },
  confirmMove: { fields: ["happenedOn"], dayIn: "movedOn" },
  reportFault: { fields: ["note"] },
  startRepair: { fields: [] },
  startReplacement: { fields: [] },
  closeFault: { fields: [] },
  takeIn: { fields: [], isFinal: true },
  reportLoss: { fields: ["happenedOn", "note"], dayIn: "lostOn" },
  dismissLoss: { fields: [] },
  confirmLoss: { fields: ["finding"], isFinal: true },
  find: { fields: ["happenedOn"], dayIn: "foundOn" },
  handToCarrier: {
    fields: ["carrier", "trackingNumber", "happenedOn"],
    dayIn: "handedOn",
  },
  receive: { fields: ["happenedOn"], dayIn: "backOn" },
  startRecovery: { fields: [], isFinal: true },
  recover: { fields: ["happenedOn"], dayIn: "backOn" },
  check: { fields: ["isDamaged", "isWiped"], isFinal: true },
} as const satisfies Partial<Record<DeviceEvent["type"], Act>>;

export type ActName = keyof typeof acts;
export type LoanSide = "operations" | "customer";

export const actNames = Object.keys(acts) as ActName[];

/** An act by the name in an address, or null. */
export const actNamed = (name: string): ActName | null =>
  actNames.find((one) => one === name) ?? null;
