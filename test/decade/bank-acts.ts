import type { BankReceiptContext } from "#machines/bank-receipt/machine.ts";
import { outstanding, type InvoiceContext } from "#machines/invoice/context.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { machinesOf } from "#test/properties/wish.ts";
import type { Occasion } from "./occasion.ts";
import { named, say } from "./life.ts";

/** A bank's fee that a payer deducted, in yen. */
const bankFee = 440;

/**
 * Money for an invoice by bank transfer, as finance matches it: to the yen, less a bank's fee, in part or too much;
 * some of it for no invoice at all.
 */
export function payByTransfer({ decade, who, facts, hour }: Occasion, invoiceId: string): void {
  const { chance, customerId } = who;
  const now = decade.world.of(customerId).machines.get(invoiceId)?.snapshot.context;
  const owed = outstanding(now as unknown as InvoiceContext);
  if (owed === 0) return;
  const all = { amount: owed, fee: 0 };
  const allocation = chance.pick([
    ...([all, all, all, all, all, all] as const),
    owed > bankFee ? { amount: owed - bankFee, fee: bankFee } : all,
    { amount: Math.ceil(owed / chance.whole(2, 4)), fee: 0 },
    { amount: owed + chance.whole(1, 5000), fee: 0 },
  ]);
  const receipt = named("bankReceipt", customerId, `transfer ${decade.sent}`);
  const left = chance.happens(5) ? chance.whole(1, 3000) : 0;
  say(decade, hour, "finance", receipt, {
    ...{ type: "apply", receiptId: receipt.machineId, amount: allocation.amount + left },
    ...{ valueDay: facts.today, allocations: [{ invoiceId, ...allocation }] },
  });
}

/** A match that finance takes back, since the money was for something else. */
export function undoTransfers({ decade, who, hour }: Occasion): void {
  const { chance, customerId } = who;
  const part = decade.world.of(customerId);
  for (const { machineId, snapshot } of machinesOf<BankReceiptContext>(part, "bankReceipt")) {
    if (snapshot.value !== "applied" || !chance.happens(1)) continue;
    const receipt = machineOf("bankReceipt", customerId, machineId);
    say(decade, hour, "finance", receipt, { type: "reverse" });
  }
}
