import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { findPresentCard, readCardConsent, type CardRow } from "#db/queries/cards/find-card.ts";
import { readOwedInvoices } from "#db/queries/cards/owed-invoices.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { lastDayOf } from "#machines/card/validity.ts";
import { nextChargeDay } from "#machines/invoice/collection.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";

/** A card as its holder recognises it. */
export interface ShownCard {
  brand: string;
  last4: string;
  /** The last ISO day on which it is valid. */
  lastDay: string;
  status: string;
}

/** An invoice that the card pays by itself, or would if nothing stopped it. */
export interface CollectedInvoice {
  invoiceId: string;
  number: string;
  /** Yen. */
  owed: number;
  /** ISO day; null where it is not charged by itself. */
  chargeDay: string | null;
}

/** The page of the saved card. */
export interface CardPage {
  card: (ShownCard & { consentedAt: string | null; wording: string | null }) | null;
  invoices: CollectedInvoice[];
  mayManage: boolean;
}

/** A stored card in its holder's words. */
export function shownCard({ brand, last4, expMonth, expYear, status }: CardRow): ShownCard {
  const face = { brand: brand ?? "", last4: last4 ?? "" };
  const month = { expMonth: expMonth ?? 1, expYear: expYear ?? 2000 };
  return { ...face, status, lastDay: lastDayOf({ ...face, ...month }).toString() };
}

/** Whether a person may save and remove the company's card. */
export const mayManageCard = ({ roles }: Principal): boolean =>
  roles.includes("owner") || roles.includes("billing");

/**
 * The customer's saved card with what it is to pay.
 *
 * @throws Problem `notFound` for somebody who is no customer's member
 */
export async function readCardPage(principal: Principal): Promise<CardPage> {
  const { customerId } = asMember(principal);
  const read = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    async (tx) => {
      const card = await findPresentCard(tx, customerId);
      const consent = card && (await readCardConsent(tx, { customerId, cardId: card.cardId }));
      return { card, consent, machines: await readOwedInvoices(tx, customerId) };
    },
  );
  const { card, consent } = read;
  const invoices = read.machines.map((machine): CollectedInvoice => {
    const { context } = presentState<InvoiceContext>(machine);
    const { invoiceId, number } = context;
    const chargeDay = context.dispute === null ? nextChargeDay(context) : null;
    return { invoiceId, number: number ?? "", owed: outstanding(context), chargeDay };
  });
  return {
    card: card && {
      ...shownCard(card),
      consentedAt: consent?.consentedAt.toISOString() ?? null,
      wording: consent?.wording ?? null,
    },
    invoices,
    mayManage: mayManageCard(principal),
  };
}
