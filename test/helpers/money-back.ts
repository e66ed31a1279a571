import { newIdentifier } from "#app/identifier.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { approve } from "#app/usecases/finance/approvals/decide.ts";
import { proposeApproval } from "#app/usecases/finance/approvals/propose.ts";
import { runEffect } from "#app/workflow/effects.ts";
import type { EffectHandlers } from "#app/workflow/effect-handler.ts";
import { refundEffects } from "#app/workflow/refund-effects.ts";
import { refundIdOf, type RefundParams } from "#machines/approval/subjects/refund.ts";
import { cardStory } from "./card-story.ts";
import type { IssuedInvoice, MoneyWorld } from "./money-world.ts";
import { CARDS } from "../sandbox/testing/payer.ts";

/** Something at Stripe with an id. */
interface Made {
  id: string;
  status: string;
}

/** What tests do with money that goes back, in the portal's own ways and at Stripe. */
export function moneyBack(world: MoneyWorld) {
  const { bench, db, portal } = world;
  const story = cardStory(world);
  const control = async (path: string, body: object): Promise<Made> => {
    const answer = await bench.control("POST", path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    return JSON.parse(text) as Made;
  };
  const hear = async () => {
    await world.deliverAll();
    await world.workAll();
  };
  const money = {
    hear,
    /** An invoice that was paid by card, and the payment's id and charge. */
    paid: async (net?: number, customerId?: string) => {
      const invoice = await world.issueInvoice(net, customerId);
      const { url, paymentId } = await story.open(invoice);
      await world.pay(url, CARDS.good);
      await hear();
      const [row] = await db.asSuperuser<{ charge_id: string }>(
        "select charge_id from payment where payment_id = $1",
        [paymentId],
      );
      return { ...invoice, paymentId, chargeId: row?.charge_id ?? "" };
    },
    /** Asks for a refund and has a second person decide; gives the refund's id. */
    refund: async (
      { customerId }: IssuedInvoice,
      params: RefundParams,
      reason = "paid twice",
    ): Promise<string> => {
      const [one, other] = [
        await world.principal(null, "finance"),
        await world.principal(null, "finance"),
      ] as [Principal, Principal];
      const approvalId = newIdentifier();
      const target = { customerId, approvalId };
      const proposal = { subject: "refund" as const, params, reason };
      await proposeApproval(one, target, proposal);
      await approve(other, target);
      return refundIdOf(approvalId);
    },
    /** Does once what refunds wait to ask of Stripe. */
    workRefunds: async (last = false) => {
      const rows = await db.asSuperuser<{
        customer_id: string;
        machine_id: string;
        seq: number;
        n: number;
      }>(
        `select customer_id, machine_id, seq, n from effect
         where kind in ('createRefund', 'lookUpRefund') and state in ('pending', 'unknown')
         order by at, seq`,
      );
      const handlers = refundEffects(portal) as unknown as EffectHandlers;
      for (const { customer_id: customerId, machine_id: machineId, seq, n } of rows) {
        const parts = { ...portal, handlers };
        await runEffect(parts, { customerId, machineId, seq, n }, last);
      }
    },
    dashboardRefund: (charge: string, amount?: number, pending = false) =>
      control("/refunds", { charge, pending, ...(amount === undefined ? {} : { amount }) }),
    endRefund: (id: string, status: "succeeded" | "failed") =>
      control(`/refunds/${id}`, { status }),
    dispute: (charge: string, more: object = {}) => control("/disputes", { charge, ...more }),
    endDispute: (id: string, status: string, feeReturned = false) =>
      control(`/disputes/${id}`, { status, fee_returned: feeReturned }),
    /** Balances of a customer's accounts in yen, those that are 0 left out. */
    balances: async (customerId: string): Promise<Record<string, number>> => {
      const rows = await db.asSuperuser<{ account: string; sum: number }>(
        `select account, sum(debit - credit)::float8 as sum from ledger_entry
         where customer_id = $1 group by account having sum(debit - credit) <> 0`,
        [customerId],
      );
      return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
    },
    /** How an invoice and a payment stand. */
    standing: async ({ invoiceId, paymentId }: { invoiceId: string; paymentId: string }) => {
      const [row] = await db.asSuperuser<Record<string, unknown>>(
        `select i.status as invoice, i.paid::int, p.status as payment, p.refunded::int,
           p.disputed::int, i.charged_back::int as "chargedBack"
         from invoice i, payment p where i.invoice_id = $1 and p.payment_id = $2`,
        [invoiceId, paymentId],
      );
      return row ?? {};
    },
    refunds: async ({ invoiceId }: { invoiceId: string }) =>
      db.asSuperuser<Record<string, unknown>>(
        `select status, amount::int, is_found as found, failure_code as code from refund
         where invoice_id = $1 order by requested_at, amount`,
        [invoiceId],
      ),
    disputes: async ({ invoiceId }: { invoiceId: string }) =>
      db.asSuperuser<Record<string, unknown>>(
        `select status, amount::int, withdrawn::int, fees::int, exceeding::int from dispute
         where invoice_id = $1`,
        [invoiceId],
      ),
  };
  return { ...money, story };
}
