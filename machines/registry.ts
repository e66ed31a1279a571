import { informationChangeDefinition } from "./information-change/definition.ts";
import { materialRequestDefinition } from "./material-request/definition.ts";
import { deviceInquiryDefinition } from "./device-inquiry/definition.ts";
import { claimDefinition } from "./claim/definition.ts";
import { incidentContactDefinition } from "./incident-contact/definition.ts";
import { confidentialItemDefinition } from "./confidential-item/definition.ts";
import { approvalDefinition } from "./approval/definition.ts";
import { bankReceiptDefinition } from "./bank-receipt/definition.ts";
import { breachCaseDefinition } from "./breach-case/definition.ts";
import { cardDefinition } from "./card/definition.ts";
import { consentRequestDefinition } from "./consent-request/definition.ts";
import { contractDefinition } from "./contract/definition.ts";
import { creditNoteDefinition } from "./credit-note/definition.ts";
import { deviceDefinition } from "./device/definition.ts";
import { discontinuationDefinition } from "./discontinuation/definition.ts";
import { disputeDefinition } from "./dispute/definition.ts";
import { hashOfDefinition } from "./engine/definition-hash.ts";
import type { AnyDefinition } from "./engine/definition.ts";
import type { MachineKind } from "./engine/outgoing.ts";
import { invoiceDefinition } from "./invoice/definition.ts";
import { maintenanceDefinition } from "./maintenance/definition.ts";
import { monthCloseDefinition } from "./month-close/definition.ts";
import { optionDefinition } from "./option/definition.ts";
import { paymentDefinition } from "./payment/definition.ts";
import { refundDefinition } from "./refund/definition.ts";
import { restrictionDefinition } from "./restriction/definition.ts";
import { stockDeviceDefinition } from "./stock-device/definition.ts";
import { termsVersionDefinition } from "./terms-version/definition.ts";

type Definitions = Readonly<Record<MachineKind, AnyDefinition>>;

/** Every kind of machine that the portal runs. */
export const definitions = {
  contract: contractDefinition,
  option: optionDefinition,
  invoice: invoiceDefinition,
  payment: paymentDefinition,
  refund: refundDefinition,
  dispute: disputeDefinition,
  card: cardDefinition,
  bankReceipt: bankReceiptDefinition,
  maintenance: maintenanceDefinition,
  restriction: restrictionDefinition,
  discontinuation: discontinuationDefinition,
  breachCase: breachCaseDefinition,
  consentRequest: consentRequestDefinition,
  termsVersion: termsVersionDefinition,
  monthClose: monthCloseDefinition,
  approval: approvalDefinition,
  creditNote: creditNoteDefinition,
  device: deviceDefinition,
  stockDevice: stockDeviceDefinition,
  informationChange: informationChangeDefinition,
  materialRequest: materialRequestDefinition,
  deviceInquiry: deviceInquiryDefinition,
  claim: claimDefinition,
  incidentContact: incidentContactDefinition,
  confidentialItem: confidentialItemDefinition,
} as unknown as Definitions;

/** The definitions that an engine runs, with the hashes of their charts. */
export interface Registry {
  readonly definitions: Definitions;
  readonly definition: (kind: MachineKind) => AnyDefinition;
  /** The hash of a kind's chart, stored beside every snapshot that it made. Throws for no kind. */
  readonly hash: (kind: string) => string;
}

/** A registry of other definitions than the portal's own: those of another release. */
export function registryOf(given: Definitions): Registry {
  const hashes = new Map(
    Object.entries(given).map(([kind, definition]) => [kind, hashOfDefinition(definition)]),
  );
  return {
    definitions: given,
    definition: (kind) => given[kind],
    hash: (kind) => {
      const hash = hashes.get(kind);
      if (!hash) throw new Error(`There is no machine of the kind ${kind}.`);
      return hash;
    },
  };
}

/** What the portal runs. */
export const registry = registryOf(definitions);

/** The hash of a kind's chart. */
export const definitionHash = (kind: string) => registry.hash(kind);
