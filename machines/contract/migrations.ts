import { dayOf } from "../calendar.ts";
import type { Migration } from "../engine/definition.ts";
import { taxRateOn } from "../money/tax.ts";
import {
  emptyContract,
  type ChargedPeriod,
  type ContractContext,
  type InvoicedFee,
  type SuspensionCause,
} from "./context.ts";
import { chargedPeriods } from "./charged.ts";
import { noticeIdOf, type PendingEnd } from "./ends.ts";
import { invoiceIdOf, optionInvoiceIdOf } from "./fees.ts";

type EarlierEnd = Pick<PendingEnd, "cause" | "by" | "noticeDay" | "endDay" | "clause">;
type EarlierEnded = Pick<NonNullable<ContractContext["ended"]>, "day" | "cause" | "by" | "clause">;

interface EarlierContext extends Omit<ContractContext, "ends" | "ended" | "suspensions"> {
  ends: EarlierEnd[];
  ended: EarlierEnded | null;
  suspensions: SuspensionCause["kind"][];
}

/** A region of the state that version 1 did not have. */
function withStanding(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("active" in value)) return value;
  return { active: { ...(value.active as object), standing: "good" } };
}

/** The invoice by which a menu was charged: an option that was added to the term has one of its own. */
function invoicedFee(
  { contractId, term, options }: ContractContext,
  { itemId, amount, from }: ChargedPeriod,
): InvoicedFee {
  const option = options.find(({ optionId }) => optionId === itemId);
  const isAdded = (option?.addedOn ?? "") > (term?.start ?? "");
  const invoiceId = isAdded ? optionInvoiceIdOf(contractId, itemId) : invoiceIdOf(contractId, from);
  return { itemId, invoiceId, amount };
}

/**
 * Version 1 knew the customer's notices only, and causes of a suspension by their kind: every notice
 * gets its number, no customer's end asks for a refund (A17.2).
 */
export const fromVersion1: Migration = ({ status, value, context: stored }) => {
  const earlier = stored as unknown as EarlierContext;
  const { contractId, ends, ended, suspensions } = earlier;
  const context: ContractContext = {
    ...emptyContract,
    ...earlier,
    ends: ends.map((end, n) => ({
      ...end,
      id: noticeIdOf(contractId, n + 1),
      ...{ ref: null, refund: "none", withdrawalAskedOn: null },
    })),
    notices: ends.length,
    ended: ended && { ...ended, ref: null, refund: "none" },
    suspensions: suspensions.map((kind) => ({ kind, ref: null })),
  };
  const { term } = context;
  const charged = term
    ? chargedPeriods(context, { ...term, isCapped: false }, taxRateOn(dayOf(term.start)))
    : [];
  const earning = context.ended ? [] : charged.map((fee) => invoicedFee(context, fee));
  return {
    status,
    value: withStanding(value) as typeof value,
    context: { ...context, charged, earning } as unknown as typeof stored,
  };
};

/** Version 2 did not follow loans: where devices were lent, staff say when they are back (A8.1). */
export const fromVersion2: Migration = ({ context, ...rest }) => ({
  ...rest,
  context: { ...context, openLoans: [], hasLent: false },
});

/** Version 3 did not know what the operator holds of the customer's: nothing was recorded of it (A25.5). */
export const fromVersion3: Migration = ({ context, ...rest }) => ({
  ...rest,
  context: { ...context, heldMaterials: [] },
});
