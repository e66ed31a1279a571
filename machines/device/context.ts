import type { ChargeKind } from "../terms/a27-charges.ts";

/** Who answers for a loss: whose risk it was (A7.5), or whose fault (A7.6). */
export type LossFinding = "customer" | "operator";

/** Where the device stands since a day; the address lies in a row of its own. */
export interface SiteStay {
  siteId: string;
  /** ISO day. */
  from: string;
}

/** A parcel on its way. */
export interface Parcel {
  carrier: string;
  trackingNumber: string;
  /** ISO day on which the carrier took it. */
  handedOn: string;
}

/** What the customer wishes to do with the device's site (届出, A7.3). */
export interface Relocation {
  relocationId: string;
  siteId: string;
  /** ISO day of the move as the customer wishes it. */
  wishedDay: string;
  /** The operator's procedure, once it has approved. */
  noteId: string | null;
}

/** What the customer has reported as lost or destroyed, until the operator has decided. */
export interface ReportedLoss {
  noteId: string;
  /** ISO day. */
  lostOn: string;
}

/** What finance still has to charge or to waive. */
export interface OpenCharge {
  chargeNo: number;
  kind: ChargeKind;
  /** ISO day on which it arose. */
  day: string;
}

export interface DeviceContext {
  loanId: string;
  optionId: string;
  contractId: string;
  menuCode: string;
  /** ISO day on which the option was accepted. */
  openedOn: string;
  /** The allocated device of the stock; null while none is. */
  stockDeviceId: string | null;
  serialNumber: string | null;
  /** Where it goes and where it stood, the latest last. */
  sites: SiteStay[];
  parcel: Parcel | null;
  /** ISO day from which the risk is the customer's (A7.5). */
  deliveredOn: string | null;
  installedOn: string | null;
  /** ISO day since which the option's service runs. */
  serviceSince: string | null;
  relocation: Relocation | null;
  /** The note of a fault that has been reported and is not mended (A7.4). */
  faultNoteId: string | null;
  loss: ReportedLoss | null;
  lostOn: string | null;
  /** The last day of what the device was lent for; null while it runs. */
  endDay: string | null;
  /** The last day on which its return is in time (A8.1). */
  returnDue: string | null;
  returnParcel: Parcel | null;
  /** ISO day on which it is back with the operator. */
  backOn: string | null;
  /** Reminders that have gone out, by deadline id. */
  reminded: string[];
  charges: OpenCharge[];
  /** How many charges arose: each takes its number from it. */
  chargesArisen: number;
}

export const emptyDevice: DeviceContext = {
  loanId: "",
  optionId: "",
  contractId: "",
  menuCode: "",
  openedOn: "",
  stockDeviceId: null,
  serialNumber: null,
  sites: [],
  parcel: null,
  deliveredOn: null,
  installedOn: null,
  serviceSince: null,
  relocation: null,
  faultNoteId: null,
  loss: null,
  lostOn: null,
  endDay: null,
  returnDue: null,
  returnParcel: null,
  backOn: null,
  reminded: [],
  charges: [],
  chargesArisen: 0,
};
