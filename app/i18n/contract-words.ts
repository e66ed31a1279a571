import type { InformationChangeEvent } from "#machines/information-change/events.ts";
import type { MaterialRequestEvent } from "#machines/material-request/events.ts";
import type { DeviceInquiryEvent } from "#machines/device-inquiry/events.ts";
import type { ClaimEvent } from "#machines/claim/events.ts";
import type { IncidentContactEvent } from "#machines/incident-contact/events.ts";
import type { ConfidentialItemEvent } from "#machines/confidential-item/events.ts";
import type { ApprovalEvent } from "#machines/approval/events.ts";
import type { BankReceiptEvent } from "#machines/bank-receipt/events.ts";
import type { BreachCaseEvent } from "#machines/breach-case/events.ts";
import type { CardEvent } from "#machines/card/events.ts";
import type { ConsentRequestEvent } from "#machines/consent-request/events.ts";
import type { ContractEvent } from "#machines/contract/events.ts";
import type { InvoiceEvent } from "#machines/invoice/events.ts";
import type { CreditNoteEvent } from "#machines/credit-note/events.ts";
import type { DeviceEvent } from "#machines/device/events.ts";
import type { DiscontinuationEvent } from "#machines/discontinuation/events.ts";
import type { MaintenanceEvent } from "#machines/maintenance/events.ts";
import type { MonthCloseEvent } from "#machines/month-close/events.ts";
import type { DisputeEvent } from "#machines/dispute/events.ts";
import type { PaymentEvent } from "#machines/payment/events.ts";
import type { RefundEvent } from "#machines/refund/events.ts";
import type { RestrictionEvent } from "#machines/restriction/events.ts";
import type { StockDeviceEvent } from "#machines/stock-device/events.ts";
import type { TermsVersionEvent } from "#machines/terms-version/events.ts";

/** What the words of an event may mention; days and amounts are already in the page's form. */
export interface EventFacts {
  /** What the event happened to: an option's name, an invoice's number. */
  subject: string;
  /** The first name of the state after the event. */
  to: string;
  startDay: string;
  endDay: string;
  dueDay: string;
  period: string;
  amount: string;
  reason: string;
  cause: string;
  /** To whom a reminder went. */
  audience: "customer" | "finance";
}

/** Puts one event into words. */
export type EventWords = (facts: EventFacts) => string;

/** Words for everything that can happen to a contract and to what belongs to it. */
export interface HistoryWords {
  contract: Record<ContractEvent["type"], EventWords>;
  option: Record<string, EventWords>;
  invoice: Record<InvoiceEvent["type"], EventWords>;
  payment: Record<PaymentEvent["type"], EventWords>;
  refund: Record<RefundEvent["type"], EventWords>;
  dispute: Record<DisputeEvent["type"], EventWords>;
  card: Record<CardEvent["type"], EventWords>;
  bankReceipt: Record<BankReceiptEvent["type"], EventWords>;
  maintenance: Record<MaintenanceEvent["type"], EventWords>;
  restriction: Record<RestrictionEvent["type"], EventWords>;
  discontinuation: Record<DiscontinuationEvent["type"], EventWords>;
  breachCase: Record<BreachCaseEvent["type"], EventWords>;
  consentRequest: Record<ConsentRequestEvent["type"], EventWords>;
  termsVersion: Record<TermsVersionEvent["type"], EventWords>;
  monthClose: Record<MonthCloseEvent["type"], EventWords>;
  approval: Record<ApprovalEvent["type"], EventWords>;
  creditNote: Record<CreditNoteEvent["type"], EventWords>;
  device: Record<DeviceEvent["type"], EventWords>;
  stockDevice: Record<StockDeviceEvent["type"], EventWords>;
  informationChange: Record<InformationChangeEvent["type"], EventWords>;
  materialRequest: Record<MaterialRequestEvent["type"], EventWords>;
  deviceInquiry: Record<DeviceInquiryEvent["type"], EventWords>;
  claim: Record<ClaimEvent["type"], EventWords>;
  incidentContact: Record<IncidentContactEvent["type"], EventWords>;
  confidentialItem: Record<ConfidentialItemEvent["type"], EventWords>;
}

/** Words for a machine's picture; states by path, or by their own key where that is enough. */
export interface ChartWords<Event extends string = string> {
  name: string;
  states: Record<string, string>;
  events: Record<Event, string> & Record<string, string>;
}

/** Words for the pictures of the contract and of what belongs to it. */
export interface AllChartWords {
  contract: ChartWords<ContractEvent["type"]>;
  option: ChartWords;
  invoice: ChartWords<InvoiceEvent["type"]>;
  payment: ChartWords<PaymentEvent["type"]>;
  refund: ChartWords<RefundEvent["type"]>;
  dispute: ChartWords<DisputeEvent["type"]>;
  card: ChartWords<CardEvent["type"]>;
  bankReceipt: ChartWords<BankReceiptEvent["type"]>;
  maintenance: ChartWords<MaintenanceEvent["type"]>;
  restriction: ChartWords<RestrictionEvent["type"]>;
  discontinuation: ChartWords<DiscontinuationEvent["type"]>;
  breachCase: ChartWords<BreachCaseEvent["type"]>;
  consentRequest: ChartWords<ConsentRequestEvent["type"]>;
  termsVersion: ChartWords<TermsVersionEvent["type"]>;
  monthClose: ChartWords<MonthCloseEvent["type"]>;
  approval: ChartWords<ApprovalEvent["type"]>;
  creditNote: ChartWords<CreditNoteEvent["type"]>;
  device: ChartWords<DeviceEvent["type"]>;
  stockDevice: ChartWords<StockDeviceEvent["type"]>;
  informationChange: ChartWords<InformationChangeEvent["type"]>;
  materialRequest: ChartWords<MaterialRequestEvent["type"]>;
  deviceInquiry: ChartWords<DeviceInquiryEvent["type"]>;
  claim: ChartWords<ClaimEvent["type"]>;
  incidentContact: ChartWords<IncidentContactEvent["type"]>;
  confidentialItem: ChartWords<ConfidentialItemEvent["type"]>;
}

/** Machines of what is owed, paid, given back and booked. */
export type MoneyMachine =
  | "invoice"
  | "payment"
  | "refund"
  | "dispute"
  | "bankReceipt"
  | "creditNote"
  | "approval"
  | "monthClose";
