import type { Tell } from "../engine/outgoing.ts";
import { base } from "./base.ts";
import { feeOfMenu, itemIdOf, menusOfTerm, unearnedFee, type BilledTerm } from "./charged.ts";
import type { ContractContext, InvoicedFee } from "./context.ts";
import { invoiceIdOf } from "./fees.ts";

const isWork =
  ({ options }: Pick<ContractContext, "options">) =>
  ({ itemId }: InvoicedFee) =>
    options.some(({ optionId, kind }) => optionId === itemId && kind === "work");

/** What invoices earn from the first day of a term on: its fees, and work of any time. */
export function earningOfTerm(context: ContractContext, term: BilledTerm): InvoicedFee[] {
  const { contractId, earning } = context;
  const invoiceId = invoiceIdOf(contractId, term.start);
  const fees = menusOfTerm(context, term.start).map((menu) => ({
    ...{ itemId: itemIdOf(menu, contractId), invoiceId },
    amount: feeOfMenu(menu, term).amount,
  }));
  return [...earning.filter(isWork(context)), ...fees];
}

/**
 * The invoices that are told that something has ended (A17.2), each with the yen that are the customer's. Of
 * an item that was charged in parts the last one gives back first; together they keep what is owed.
 *
 * @param itemId the option that has ended, or null for the contract
 */
export function endOfEarning(
  { charged }: Pick<ContractContext, "charged">,
  fees: readonly InvoicedFee[],
  itemId: string | null,
  { lastDay, refund }: { lastDay: string; refund: "none" | "unearned" },
): Tell[] {
  const left = new Map(
    charged.map((fee) => [fee.itemId, refund === "none" ? 0 : unearnedFee(fee, lastDay)]),
  );
  const unearned = new Map<string, number>();
  // What was charged up to the last day has been earned by then.
  const isOver = ({ itemId: id }: InvoicedFee) =>
    charged.some((fee) => fee.itemId === id && fee.to <= lastDay);
  for (const fee of fees.filter((one) => !isOver(one)).toReversed()) {
    const given = Math.min(fee.amount, left.get(fee.itemId) ?? 0);
    left.set(fee.itemId, (left.get(fee.itemId) ?? 0) - given);
    unearned.set(fee.invoiceId, (unearned.get(fee.invoiceId) ?? 0) + given);
  }
  return [...unearned].map(([machineId, yen]) => ({
    kind: "invoice",
    machineId,
    event: { type: "endEarning", itemId, lastDay, unearned: yen },
  }));
}

/**
 * The contract has ended, and what its invoices still hold is earned, but for what is given back. Under an
 * assignee the service goes on (A31.1): the assignor has paid for it, and its invoices earn on by months. Work
 * that was not accepted before is the assignor's no more.
 */
export const endEarnings = base.enqueueActions(({ context, enqueue }) => {
  const { ended, earning } = context;
  if (!ended) return;
  const end = { lastDay: ended.day, refund: ended.refund };
  const tells =
    ended.cause === "assigned"
      ? earning
          .filter(isWork(context))
          .flatMap((fee) => endOfEarning(context, [fee], fee.itemId, end))
      : endOfEarning(context, earning, null, end);
  for (const params of tells) enqueue({ type: "tell", params });
  enqueue.assign({ earning: [] });
});
