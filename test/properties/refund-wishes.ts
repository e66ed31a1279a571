import { derivedId } from "#machines/engine/hash.ts";
import { creditOf } from "#machines/invoice/split.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { DisputeContext } from "#machines/dispute/machine.ts";
import { hasComeIn } from "#machines/payment/came-in.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";
import { left } from "#machines/payment/returned-conditions.ts";
import type { RefundContext } from "#machines/refund/machine.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Stored<Context> = ReturnType<typeof machinesOf<Context>>[number];

/** What becomes of refunds that are there. */
function going({ pick, day }: Occasion, refunds: readonly Stored<RefundContext>[]): Wish[] {
  const [{ snapshot: _, ...refund }, rest] = choose(refunds, pick);
  const words = [
    ask("stripe", refund, { type: "succeed" }, "succeed"),
    ask("stripe", refund, { type: "fail", code: "lost_or_stolen_card" }, "fail"),
    ask("finance", refund, { type: "transferred", transferredOn: day }),
    ask("finance", refund, { type: "transferFailed", reason: "account closed" }),
    ask("finance", refund, { type: "closeFailure", note: "paid again" }),
  ];
  return [choose(words, rest)[0]];
}

/** What becomes of a dispute, with its money or without. */
function disputed(
  { pick, day }: Occasion,
  { snapshot, ...dispute }: Stored<DisputeContext>,
): Wish[] {
  const { amount } = snapshot.context;
  const row = (type: string, lineId: string, fee: number) =>
    ask("stripe", dispute, { type, lineId, amount, fee, movedOn: day }, `line/${lineId}`);
  const out = row("withdraw", `out ${dispute.machineId}`, 1300);
  const back = row("reinstate", `back ${dispute.machineId}`, 0);
  const say = (type: string) => ask("stripe", dispute, { type }, type);
  const ways = [
    [out, say("review")],
    [out, say("lose")],
    [out, say("win"), back],
    [say("win")],
    [say("lose"), ask("finance", dispute, { type: "closeLoss", note: "asked for again" })],
  ];
  return choose(ways, pick)[0];
}

/** Money that goes back: found at Stripe, transferred, disputed; and money of another amount that is taken. */
export function givingBack(occasion: Occasion): Wish[] {
  const { part, customerId, pick, day } = occasion;
  const refunds = machinesOf<RefundContext>(part, "refund");
  const disputes = machinesOf<DisputeContext>(part, "dispute");
  const paid = machinesOf<PaymentContext>(part, "payment").filter(({ snapshot }) =>
    hasComeIn(String(snapshot.value)),
  );
  const rest = Math.floor(pick / 6);
  if (pick % 6 === 0 && refunds.length > 0) return going({ ...occasion, pick: rest }, refunds);
  if (pick % 6 === 1 && disputes.length > 0) {
    const [dispute, more] = choose(disputes, rest);
    return disputed({ ...occasion, pick: more }, dispute);
  }
  if (paid.length === 0) return [];
  const [{ snapshot, ...payment }, more] = choose(paid, rest);
  const { invoiceId } = snapshot.context;
  const { machineId: paymentId } = payment;
  const open = left(snapshot.context);
  const amount = Math.max(1, [open, Math.floor(open / 3), open + 5][more % 3] ?? 1);
  const name = `${part.events.length}`;
  if (pick % 6 === 2) {
    const dispute = machineOf("dispute", customerId, derivedId(paymentId, `dispute ${name}`));
    const opening = {
      ...{ type: "open", invoiceId, paymentId, stripeDisputeId: `du_${name}` },
      ...{ amount, reason: "fraudulent", evidenceDueAt: null },
    };
    return [ask("stripe", dispute, opening, "open")];
  }
  const refund = machineOf("refund", customerId, derivedId(paymentId, `refund ${name}`));
  if (pick % 6 === 3) return [ask("finance", payment, { type: "take", amount: Math.max(1, open) })];
  if (pick % 6 === 4) {
    const invoice = part.machines.get(invoiceId)?.snapshot.context as InvoiceContext | undefined;
    const credit = invoice ? creditOf(invoice) : 0;
    const params = { approvalId: paymentId, invoiceId, paymentId: null, fromCredit: true };
    const create = { type: "create", ...params, amount: Math.max(1, credit), reason: "paid twice" };
    return [{ ...refund, actor: { kind: "machine", machineId: paymentId }, event: create }];
  }
  const found = { type: "find", invoiceId, paymentId, amount, stripeRefundId: `re_${name}` };
  return [ask("stripe", refund, { ...found, madeOn: day }, "find")];
}
