import { currentPortal } from "#app/portal.ts";
import { readFormFacts } from "#app/usecases/orders/form-facts.ts";
import { checkOrder } from "#app/usecases/orders/order-form/check.ts";
import type { FormStep } from "#app/usecases/orders/order-form/steps.ts";
import { endedOn } from "#app/usecases/invoices/invoice-view.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { readMenuNames } from "#db/queries/catalog.ts";
import { readContracts, type ContractRow } from "#db/queries/contracts.ts";
import {
  readUnsettledInvoices,
  type DatedUnsettledInvoice,
} from "#db/queries/unsettled-invoices.ts";
import { readOrderForms, type StoredOrderForm } from "#db/queries/order-forms.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import { renewalNoticeDay } from "#machines/terms/a10-term.ts";
import { termsAttention, type TermsAttention } from "#app/usecases/terms/terms-attention.ts";
import { explainDueDay } from "./explain-deadline.ts";
import { explainListedDays } from "./explain-listed.ts";

/** A contract as a list shows it; days are ISO. */
export interface ContractSummary {
  contractId: string;
  number: string;
  status: string;
  /** The day on which it will end or has ended, and why; null where no end is planned. */
  end: { day: string; cause: string } | null;
  menuName: { ja: string; en: string };
  wishedStart: string | null;
  startDay: string | null;
  termEnd: string | null;
  /** How the day of its end, or else of its term, was found; null where another day is shown. */
  derivation: Derivation | null;
}

/** An order that was begun and not sent. */
export interface DraftSummary {
  contractId: string;
  /** ISO instant. */
  savedAt: string;
  /** The page on which to go on. */
  next: FormStep | "review";
}

/** Something that waits for the customer, with the day that counts. */
export type Attention = { number: string; day: string; derivation: Derivation | null } & (
  | { kind: "startDay"; contractId: string }
  | { kind: "invoice"; invoiceId: string; owed: number; late: boolean }
  | { kind: "noticeDay"; contractId: string; termEnd: string }
  | TermsAttention
);

export interface CustomerOverview {
  contracts: ContractSummary[];
  drafts: DraftSummary[];
  /** The earliest day first. */
  attention: Attention[];
}

/** The notice day is shown this long before it comes (A10.2). */
const noticeNearDays = 60;

const seesMoney = ["owner", "billing", "viewer"] as const;

function noticeOf(row: ContractRow, today: string): Attention[] {
  if (row.status !== "active" || row.exit !== "none" || !row.termEnd) return [];
  const found = renewalNoticeDay(dayOf(row.termEnd));
  const { derivation } = found;
  const day = found.day.toString();
  const near = dayOf(today).add({ days: noticeNearDays }).toString();
  if (day < today || day > near) return [];
  const { contractId, number, termEnd } = row;
  return [{ kind: "noticeDay", contractId, number: number ?? "", day, derivation, termEnd }];
}

function startOf({ status, proposedStart, contractId, number }: ContractRow): Attention[] {
  if (status !== "accepted" || !proposedStart) return [];
  return [
    { kind: "startDay", contractId, number: number ?? "", day: proposedStart, derivation: null },
  ];
}

const invoiceAttention =
  (today: string, contracts: readonly ContractRow[]) =>
  (invoice: DatedUnsettledInvoice): Attention => {
    const { invoiceId, contractId, number, owed, dueDay: day } = invoice;
    const contract = contracts.find((row) => row.contractId === contractId) ?? null;
    const derivation = explainDueDay(invoice, endedOn(contract))?.derivation ?? null;
    return { kind: "invoice", invoiceId, number, owed, day, derivation, late: day < today };
  };

/**
 * What a customer sees first: its contracts, its drafts, and what waits for it by day. Invoices are
 * left out for members who do not see money.
 */
export async function customerOverview(principal: Principal): Promise<CustomerOverview> {
  const { customerId } = asMember(principal);
  const today = tokyoDay(principal.receivedAt).toString();
  const { facts } = await readFormFacts(today);
  const mayPay = seesMoney.some((role) => principal.roles.includes(role));
  const scope = { role: "portal_app", customerId } as const;
  const { rows, forms, invoices, terms, derivations, menus } =
    await currentPortal().database.transaction(scope, async (tx) => {
      const rows = await readContracts(tx, customerId);
      const drafts = rows.filter(({ status }) => status === "draft");
      const ids = drafts.map(({ contractId }) => contractId);
      const forms = await readOrderForms(tx, customerId, ids);
      const invoices = mayPay ? await readUnsettledInvoices(tx, customerId) : [];
      const terms = await termsAttention(tx, customerId, rows, today);
      const derivations = await explainListedDays(tx, rows);
      const menus = await readMenuNames(tx);
      return { rows, forms, invoices, terms, derivations, menus };
    });
  const draftOf = (row: ContractRow): DraftSummary => {
    const form: StoredOrderForm | undefined = forms.find(
      (one) => one.contractId === row.contractId,
    );
    const next = checkOrder(form?.form ?? {}, facts).problems[0]?.step ?? "review";
    const savedAt = (form?.savedAt ?? row.changedAt).toISOString();
    return { contractId: row.contractId, savedAt, next };
  };
  const summaryOf = (row: ContractRow): ContractSummary => {
    const menu = menus.find(({ code }) => code === row.menuCode);
    const code = row.menuCode ?? "";
    return {
      contractId: row.contractId,
      number: row.number ?? "",
      status: row.status,
      end: row.endDay ? { day: row.endDay, cause: row.endCause ?? "" } : null,
      menuName: { ja: menu?.nameJa ?? code, en: menu?.nameEn ?? code },
      wishedStart: row.wishedStart,
      startDay: row.startDay,
      termEnd: row.termEnd,
      derivation: derivations.get(row.contractId) ?? null,
    };
  };
  const attention = [
    ...rows.flatMap(startOf),
    ...invoices.map(invoiceAttention(today, rows)),
    ...rows.flatMap((row) => noticeOf(row, today)),
    ...terms.map((item) => ({ ...item, derivation: null })),
  ];
  return {
    contracts: rows.filter(({ status }) => status !== "draft").map(summaryOf),
    drafts: rows.filter(({ status }) => status === "draft").map(draftOf),
    attention: attention.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
}
