import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import { approve } from "#app/usecases/finance/approvals/decide.ts";
import { proposeApproval } from "#app/usecases/finance/approvals/propose.ts";
import type { Chance } from "#test/faults/random.ts";
import { mayFail } from "./acts.ts";
import type { MonthWorld } from "./month-world.ts";

interface AtStripe {
  charges: Stripe.Charge[];
  disputes: Stripe.Dispute[];
  payouts: Stripe.Payout[];
}

type Picked = Pick<Stripe.Charge, "id" | "amount" | "amount_refunded">;

/** Somebody gives a charge back in the Dashboard; the bank takes its time, and may send it back. */
async function refundInDashboard(world: MonthWorld, chance: Chance, charge: Picked) {
  const left = charge.amount - charge.amount_refunded;
  const amount = chance.happens(50) ? left : chance.whole(1, left);
  const pending = chance.happens(30);
  const { id } = await world.control<Stripe.Refund>("POST", "/refunds", {
    ...{ charge: charge.id, amount, pending },
  });
  if (!pending) return;
  const status = chance.happens(50) ? "succeeded" : "failed";
  await world.control("POST", `/refunds/${id}`, { status });
}

/** Finance asks for a refund, and another of its people approves it. */
async function refundHere(world: MonthWorld, chance: Chance, charge: Picked) {
  const [payment] = await world.db.asSuperuser<Record<"customerId" | "invoiceId" | "id", string>>(
    `select customer_id as "customerId", invoice_id as "invoiceId", payment_id as id from payment
     where charge_id = $1 and status in ('succeeded', 'partlyRefunded')`,
    [charge.id],
  );
  if (!payment) return;
  const { customerId, invoiceId, id: paymentId } = payment;
  const target = { customerId, approvalId: randomUUID() };
  const amount = chance.whole(1, charge.amount - charge.amount_refunded);
  const params = { invoiceId, paymentId, amount, fromCredit: false };
  const [asking, deciding] = [
    await world.principal(null, "finance"),
    await world.principal(null, "finance"),
  ];
  const proposal = { subject: "refund" as const, params, reason: "二重のお支払い" };
  if ((await mayFail(() => proposeApproval(asking, target, proposal))) === null) return;
  await mayFail(() => approve(deciding, target));
}

/** Money goes back: asked for here, in the Dashboard, by issuers who take it, and by the bank. */
export async function goesBack(world: MonthWorld, chance: Chance): Promise<void> {
  const { charges, disputes, payouts } = await world.control<AtStripe>("GET", "/deeds");
  const paid = charges.filter(
    ({ status, disputed, amount, amount_refunded }) =>
      status === "succeeded" && !disputed && amount_refunded < amount,
  );
  const [first, ...rest] = paid;
  if (first) {
    const charge = chance.pick([first, ...rest]);
    const turn = chance.whole(1, 100);
    if (turn <= 10) await refundInDashboard(world, chance, charge);
    else if (turn <= 20) await refundHere(world, chance, charge);
    else if (turn <= 30) {
      const inquiry = chance.happens(20);
      await world.control("POST", "/disputes", { charge: charge.id, inquiry });
    }
  }
  for (const { id, status } of disputes) {
    if (status !== "needs_response" || !chance.happens(20)) continue;
    const ending = chance.pick(["won", "lost"]);
    const fee_returned = chance.happens(50);
    await world.control("POST", `/disputes/${id}`, { status: ending, fee_returned });
  }
  const last = payouts.findLast(({ status, automatic }) => status === "paid" && automatic);
  if (last && chance.happens(5)) {
    await world.control("POST", `/payouts/${last.id}`, { status: "failed" });
  }
}
