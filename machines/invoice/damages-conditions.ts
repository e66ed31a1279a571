import type { Stamp } from "../engine/outgoing.ts";
import { outstanding, type InvoiceContext } from "./context.ts";
import { damagesAccount } from "./damages-account.ts";
import type { InvoiceEvent } from "./events.ts";

type Given = { context: InvoiceContext; event: InvoiceEvent & Stamp };

/** Whether the event names just what stands open on its day. */
function isOpenAmount({ context, event }: Given): boolean {
  if (event.type !== "claimDamages" && event.type !== "waiveDamages") return false;
  return damagesAccount(context, event.day)?.open === event.amount;
}

/** The conditions under which damages are decided on and an invoice is disputed. */
export const damagesConditions = {
  isOpenAmount,
  /** While the customer disputes the invoice, nothing is claimed for it. */
  isClaimable: (given: Given) => given.context.dispute === null && isOpenAmount(given),
  isUndisputed: ({ context }: Given) =>
    context.dispute === null && context.chargebacks.length === 0,
  isDisputed: ({ context }: Given) => context.dispute !== null,
  isDisputable: ({ context }: Given) =>
    context.dispute === null &&
    (outstanding(context) > 0 || (damagesAccount(context, "9999-12-31")?.open ?? 0) > 0),
};
