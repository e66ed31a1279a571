/** What one mail about a lent device says in a language. */
export interface DeviceWords {
  heading: string;
  lead: readonly string[];
  /** Said instead of the lead where the loss was the customer's (A7.5, A7.6). */
  leadOfCustomer?: readonly string[];
  warning?: string;
}

/** The kinds of mails about lent devices (貸与機器). */
export type DeviceMailKind =
  | "device-shipped"
  | "device-lost-in-transit"
  | "installation-reminder"
  | "relocation-received"
  | "relocation-approved"
  | "relocation-refused"
  | "fault-received"
  | "device-exchanged"
  | "loss-received"
  | "loss-decided"
  | "return-instructions"
  | "return-reminder"
  | "return-overdue"
  | "recovery-started"
  | "device-received";

/** Names of the facts that a mail may show. */
export type DeviceFact =
  | "site"
  | "parcel"
  | "wishedDay"
  | "newSite"
  | "note"
  | "lostOn"
  | "endDay"
  | "returnDue"
  | "backOn";

export interface DeviceMailWords {
  subject: (heading: string, contract: string) => string;
  contract: string;
  menu: string;
  serialNumber: string;
  facts: Record<DeviceFact, string>;
  action: string;
  mails: Record<DeviceMailKind, DeviceWords>;
}
