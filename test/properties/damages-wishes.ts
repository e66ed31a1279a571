import type { InvoiceContext } from "#machines/invoice/context.ts";
import { damagesAccount } from "#machines/invoice/damages-account.ts";
import { ask, choose, type Occasion, type Wish } from "./wish.ts";

type Target = Parameters<typeof ask>[1];

/** What finance does about an invoice's damages and a dispute: at the right time and amount, or not. */
export function deciding(
  { day, pick }: Pick<Occasion, "day" | "pick">,
  invoice: Target,
  context: InvoiceContext,
): Wish[] {
  const open = damagesAccount(context, day)?.open ?? 0;
  const amount = Math.max(1, open);
  const claim = ask("finance", invoice, { type: "claimDamages", amount });
  const waive = ask("finance", invoice, { type: "waiveDamages", amount, reason: "少額のため" });
  const other = ask("finance", invoice, { type: "claimDamages", amount: amount + 1 });
  const dispute = ask("finance", invoice, { type: "dispute", reason: "金額が違うとのこと" });
  const end = ask("finance", invoice, { type: "endDispute", reason: "解決済み" });
  const ways = [
    ...[[claim], [waive], [claim], [claim, claim], [waive, claim], [other, claim]],
    ...[[dispute], [end], [dispute, claim], [dispute, end], [dispute, end, claim], [end, claim]],
    [dispute, waive],
  ];
  return choose(ways, pick)[0];
}
