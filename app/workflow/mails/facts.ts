import type { BreachMailFacts } from "#machines/breach-case/actions.ts";
import type { ConsentMailFacts } from "#machines/consent-request/actions.ts";
import type { ContractMailFacts } from "#machines/contract/mail-facts.ts";
import type { DeviceMailWords } from "./device-mails.ts";
import type { MatterMailWords } from "./matter-mails.ts";
import type { OptionMailFacts } from "#machines/option/mail-facts.ts";

/** Stored with every effect that mails about a contract. */
export interface ContractMailParams {
  template: string;
  to: "customer" | "finance";
  contractId: string;
  /** Instant and Tokyo day at which the machine decided to write. */
  at: string;
  day: string;
  facts: ContractMailFacts;
}

/** Stored with every effect that mails about an option. */
export interface OptionMailParams extends Omit<ContractMailParams, "facts"> {
  facts: OptionMailFacts;
}

export interface InvoiceMailParams {
  template: string;
  to: "customer";
  invoiceId: string;
  contractId: string;
  at: string;
  day: string;
  facts: {
    number: string | null;
    issueDay: string | null;
    dueDay: string | null;
    total: number;
    tax: number;
    paid: number;
    paidOn: string | null;
    reminded: string[];
    /** Left out for a card. */
    method?: "bankTransfer";
    /** Of a reminder: the delay damages that stand open, in yen; an earlier release left them out. */
    damages?: number;
    /** Of an automatic payment to come: yen that will be charged. */
    amount?: number;
    /** Of an invoice of late damages: what it is for. */
    item?: { nameJa: string; nameEn: string; from: string; to: string };
  };
}

export interface PaymentMailParams {
  template: string;
  to: "customer";
  paymentId: string;
  invoiceId: string;
  at: string;
  day: string;
  facts: {
    amount: number;
    failureCode?: string | null;
    /** Of the charge of a saved card, with the ISO day of the next one and whether the card is done for. */
    method?: string;
    retryDay?: string | null;
    cardIsDone?: boolean;
    /** The last ISO day on which the cardholder can authenticate it. */
    expiresDay?: string | null;
  };
}

/** Stored with every mail about a saved card. */
export interface CardMailParams {
  template: string;
  to: "customer";
  cardId: string;
  at: string;
  day: string;
  facts: { lastDay: string | null; why?: "expired" | "detached" };
}

/** Stored with every mail about what concerns many customers, under the customer's own id. */
export interface NoticeMailParams {
  template: string;
  to: "customer";
  /** The machine of the operator that the notice is about. */
  noticeId: string;
  at: string;
  day: string;
  facts: Record<string, unknown>;
  /** The customer's contracts that it touches. */
  contracts: { contractId: string; number: string }[];
}

/** Stored with every mail about a breach. */
export interface BreachMailParams {
  template: string;
  to: "customer";
  caseId: string;
  at: string;
  day: string;
  facts: BreachMailFacts;
}

/** Stored with every mail about a request for consent. */
export interface ConsentMailParams {
  template: string;
  /** The members of the customer, or whom its request proposes as assignee. */
  to: "customer" | "proposedAssignee";
  requestId: string;
  at: string;
  day: string;
  facts: ConsentMailFacts;
}

/** What the database adds to a mail's own facts. */
export interface Surroundings {
  appUrl: string;
  /** The contract's number, for mails about its invoices. */
  contractNumber: string;
  /** The invoice's number and due day, for mails about its payments. */
  invoice: { number: string; dueDay: string } | null;
  /** The saved card that the mail is about, or by which the invoice will be paid; null where none is. */
  card?: { brand: string; last4: string } | null;
  /** Open invoices of the contract: yen still owed and the latest due day among them. */
  owed: { amount: number; dueDay: string | null };
  /** What credit notes gave back of the contract's invoices, and what is the customer's still, in yen. */
  credits?: { credited: number; credit: number };
  /** Why the service is restricted, for the mail that says so. */
  restriction?: {
    reasonJa: string;
    reasonEn: string;
    textJa: string;
    textEn: string;
    /** The clause by which fees stay owed. */
    feeClause: string;
    /** ISO instant; null while nobody knows it. */
    endsAt: string | null;
  } | null;
  /** Words, addresses and the menu's names of a mail about a lent device. */
  device?: DeviceMailWords | null;
  /** Words and values of a mail about a matter. */
  matter?: MatterMailWords | null;
  /** What the demand of a breach asks for, and the numbers of its contracts. */
  breach?: { text: string; contractNumbers: string[] } | null;
  /** The words of a request for consent or its decision, and its contract's number. */
  consent?: { text: string; contractNumber: string; companyName: string } | null;
  /** The version of the terms or of a specification that the mail is about. */
  terms?: {
    document: { nameJa: string; nameEn: string };
    version: string;
    effectiveDay: string;
    summaryJa: string;
    summaryEn: string;
    lateReasonJa: string | null;
    lateReasonEn: string | null;
  } | null;
}
