import { dayOf } from "#machines/calendar.ts";
import { damagesOwed } from "#machines/terms/a14-damages.ts";
import type { PropsOf } from "./contract-mails.ts";
import { chargeAnnouncedMail } from "./card-mails.ts";
import type { InvoiceMailParams, Surroundings } from "./facts.ts";

const text = (value: string | null): string => {
  if (value === null) throw new Error("A mail lacks a fact that it states.");
  return value;
};

const page = (invoiceId: string, { appUrl }: Surroundings) =>
  `${appUrl}/portal/invoices/${invoiceId}`;

/** What each mail about an invoice says. */
export const invoiceMails = {
  "card-charge-announced": chargeAnnouncedMail,
  "invoice-issued": (
    params: InvoiceMailParams,
    around: Surroundings,
  ): PropsOf<"invoice-issued"> => ({
    url: page(params.invoiceId, around),
    invoiceNumber: text(params.facts.number),
    contractNumber: around.contractNumber,
    issuedDay: text(params.facts.issueDay),
    dueDay: text(params.facts.dueDay),
    total: params.facts.total,
    tax: params.facts.tax,
    collection: around.card ? "savedCard" : "byCustomer",
  }),
  "damages-claimed": (
    params: InvoiceMailParams,
    around: Surroundings,
  ): PropsOf<"damages-claimed"> => {
    const { number, issueDay, dueDay, total, item } = params.facts;
    if (!item) throw new Error("A mail lacks a fact that it states.");
    const { from, to, ...names } = item;
    return {
      url: page(params.invoiceId, around),
      invoiceNumber: text(number),
      contractNumber: around.contractNumber,
      ...{ issuedDay: text(issueDay), dueDay: text(dueDay), amount: total },
      ...{ item: names, from, to },
    };
  },
  receipt: (params: InvoiceMailParams, around: Surroundings): PropsOf<"receipt"> => ({
    url: page(params.invoiceId, around),
    receiptNumber: text(params.facts.number),
    invoiceNumber: text(params.facts.number),
    paidDay: params.facts.paidOn ?? params.day,
    amount: params.facts.paid,
    remaining: Math.max(0, params.facts.total - params.facts.paid),
    method: params.facts.method ?? "card",
  }),
  "payment-reminder": (
    params: InvoiceMailParams,
    around: Surroundings,
  ): PropsOf<"payment-reminder"> => {
    const dueDay = text(params.facts.dueDay);
    const principal = params.facts.total - params.facts.paid;
    return {
      url: page(params.invoiceId, around),
      invoiceNumber: text(params.facts.number),
      stage: params.facts.reminded.includes("remind/second") ? "second" : "first",
      dueDay,
      principal,
      damages:
        params.facts.damages ??
        damagesOwed("fee", principal, dayOf(dueDay), dayOf(params.day)).amount,
      asOfDay: params.day,
    };
  },
};
