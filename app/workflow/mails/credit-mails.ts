import type { CreditCause } from "#machines/invoice/credit-account.ts";
import type { PropsOf } from "./contract-mails.ts";
import type { InvoiceMailParams, Surroundings } from "./facts.ts";

/** Stored with the mail about a credit note; amounts are yen. */
interface CreditNoteFacts {
  number: string;
  cause: CreditCause;
  tax: number;
  total: number;
  invoiceNumber: string | null;
  owed: number;
  credit: number;
}

/** Stored with the notice of a set-off. */
interface SetOffFacts {
  number: string | null;
  amount: number;
  debts: { number: string; amount: number }[];
  credit: number;
}

const pageOf = ({ invoiceId }: InvoiceMailParams, { appUrl }: Surroundings) =>
  `${appUrl}/portal/invoices/${invoiceId}`;

/** What the mails about credits say. */
export const creditMails = {
  "credit-note-issued": (
    params: InvoiceMailParams,
    around: Surroundings,
  ): PropsOf<"credit-note-issued"> => {
    const { number, cause, tax, total, invoiceNumber, owed, credit } =
      params.facts as unknown as CreditNoteFacts;
    return {
      ...{ url: `${pageOf(params, around)}#credits`, contractNumber: around.contractNumber },
      ...{ number, cause, tax, total, owed, credit, invoiceNumber: invoiceNumber ?? "" },
    };
  },
  "set-off-declared": (
    params: InvoiceMailParams,
    around: Surroundings,
  ): PropsOf<"set-off-declared"> => {
    const { number, amount, debts, credit } = params.facts as unknown as SetOffFacts;
    return {
      ...{ url: pageOf(params, around), contractNumber: around.contractNumber },
      ...{ invoiceNumber: number ?? "", amount, debts, credit },
    };
  },
};
