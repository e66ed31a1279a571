import type { BankReceiptContext } from "#machines/bank-receipt/machine.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Target = Parameters<typeof ask>[1];

/** A bank transfer that is matched to an invoice: what is owed, less a bank's fee or with too much. */
function matching({ part, day, pick, customerId }: Occasion, invoice: Target) {
  return (amount: number, n: number) => {
    const receiptId = derivedId(invoice.machineId, `transfer ${part.events.length} ${n}`);
    const receipt = machineOf("bankReceipt", customerId, receiptId);
    const fee = pick % 4 === 1 && amount > 440 ? 440 : 0;
    const allocations = [{ invoiceId: invoice.machineId, amount: amount - fee, fee }];
    const came = amount - fee + (pick % 5 === 0 ? 1000 : 0);
    const event = { type: "apply", receiptId, amount: came, valueDay: day, allocations };
    return {
      matched: ask("finance", receipt, event),
      undone: ask("finance", receipt, { type: "reverse" }),
    };
  };
}

/**
 * Money for an invoice by transfer: in parts or whole, once or twice, matched and undone again, beside a
 * payment by card that began before it was undone; or an earlier match that is undone.
 */
export function transferring(
  occasion: Occasion,
  invoice: Target,
  outstanding: number,
  byCard: (amount: number) => readonly Wish[] = () => [],
): Wish[] {
  const { part, pick } = occasion;
  const earlier = machinesOf<BankReceiptContext>(part, "bankReceipt").filter(
    ({ snapshot }) => snapshot.value === "applied",
  );
  if (earlier.length > 0 && pick % 4 === 0) {
    const [{ snapshot: _, ...known }] = choose(earlier, pick);
    return [ask("finance", known, { type: "reverse" })];
  }
  const match = matching(occasion, invoice);
  const [firstPart, secondPart] = [Math.ceil(outstanding / 3), Math.ceil(outstanding / 4)];
  const [whole, again] = [match(outstanding, 0), match(outstanding, 1)];
  const [third, other] = [match(firstPart, 2), match(secondPart, 3)];
  // A payment by card asks for what is left, and is less than that once a match is undone.
  const cardAround = (amount: number, undone: Wish) => {
    const card = byCard(amount);
    return [...card.slice(0, -1), undone, ...card.slice(-1)];
  };
  const ways = [
    ...[[third.matched], [whole.matched], [whole.matched], [third.matched, other.matched]],
    ...[
      [whole.matched, whole.undone],
      [third.matched, other.matched, other.undone],
    ],
    [whole.matched, again.matched, again.undone],
    [whole.matched, third.matched, whole.undone],
    [third.matched, ...cardAround(outstanding - firstPart, third.undone)],
    [
      third.matched,
      other.matched,
      ...cardAround(outstanding - firstPart - secondPart, third.undone),
    ],
  ];
  return choose(ways, Math.floor(pick / 11))[0];
}
