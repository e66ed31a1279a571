import type { Actor } from "#machines/engine/actor.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { refundIdOf } from "#machines/approval/subjects/refund.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { ask, type Occasion, type Wish } from "./wish.ts";

type Target = Parameters<typeof ask>[1];

/** Somebody of the staff other than the one who speaks for all in these lives. */
const secondPerson: Actor = {
  ...{ kind: "staff", userId: "0199aaaa-0000-7000-8000-00000000bbbb", role: "admin" },
};

/** What is said about an invoice's money, each under a name of its own within an occasion. */
export function moneyWords({ part, customerId, day }: Occasion, { machineId: invoiceId }: Target) {
  const name = (what: string) => derivedId(invoiceId, `${what} ${part.events.length}`);
  const invoice = machineOf("invoice", customerId, invoiceId);

  /** Proposed by one person and approved by another. */
  const approved = (what: string, subject: string, params: object): Wish[] => {
    const approval = machineOf("approval", customerId, name(`approval ${what}`));
    return [
      ask("finance", approval, { type: "propose", subject, params, reason: "協議の結果" }),
      { ...approval, actor: secondPerson, event: { type: "approve" } },
    ];
  };

  return {
    approved,
    writtenOff: (amount: number) => approved("loss", "writeOff", { invoiceId, amount }),
    /** A refund by card or by transfer that two people want, and what becomes of it. */
    paidBack: (params: { paymentId: string | null; amount: number; fromCredit: boolean }) => {
      const refund = machineOf("refund", customerId, refundIdOf(name("approval back")));
      const stripeRefundId = `re_${refund.machineId}`;
      return {
        agreed: approved("back", "refund", { invoiceId, ...params }),
        made: ask("stripe", refund, { type: "made", stripeRefundId, madeOn: day }, "made"),
        succeeds: ask("stripe", refund, { type: "succeed" }, "succeed"),
        fails: ask("stripe", refund, { type: "fail", code: "declined" }, "fail"),
        refused: ask("portal", refund, { type: "refuse", code: "charge_disputed" }),
        transferred: ask("finance", refund, { type: "transferred", transferredOn: day }),
        cameBack: ask("finance", refund, { type: "transferFailed", reason: "口座なし" }),
      };
    },
    /** Money by transfer that is matched to the invoice, and that match undone. */
    transferred: (what: string, amount: number) => {
      const receiptId = name(`money ${what}`);
      const receipt = machineOf("bankReceipt", customerId, receiptId);
      const allocations = [{ invoiceId, amount, fee: 0 }];
      const apply = { type: "apply", receiptId, amount, valueDay: day, allocations };
      return {
        comes: ask("finance", receipt, apply),
        undone: ask("finance", receipt, { type: "reverse" }),
      };
    },
    /** A payment by card of so many yen. */
    byCard: (amount: number) => {
      const paymentId = name("card payment");
      const payment = machineOf("payment", customerId, paymentId);
      const [intentId, chargeId] = [`pi_${paymentId}`, `ch_${paymentId}`];
      const settle = { type: "settle", intentId, chargeId, amount, valueDay: day };
      return {
        payment,
        begins: ask("owner", invoice, { type: "startPayment", paymentId }),
        settles: ask("stripe", payment, settle, `charge/${chargeId}`),
        expires: ask("stripe", payment, { type: "expire" }, "expire"),
        abandoned: ask("portal", payment, { type: "sessionRefused", code: "amount_too_small" }),
      };
    },
  };
}

/** What is said at Stripe about money that came in by a payment. */
export function returnedWords(
  { part, customerId, day }: Occasion,
  { machineId: paymentId }: Target,
  invoiceId: string,
) {
  const name = (what: string) => derivedId(paymentId, `${what} ${part.events.length}`);
  return {
    /** A refund in the Dashboard, and that it came to nothing after all. */
    refund: (what: string, amount: number) => {
      const refund = machineOf("refund", customerId, name(`refund ${what}`));
      const stripeRefundId = `re_${refund.machineId}`;
      const find = { type: "find", invoiceId, paymentId, amount, stripeRefundId, madeOn: day };
      return {
        found: ask("stripe", refund, find, "find"),
        fails: ask("stripe", refund, { type: "fail", code: "declined" }, "fail"),
      };
    },
    /** A dispute of so many yen, and its two ends. */
    dispute: (what: string, amount: number) => {
      const dispute = machineOf("dispute", customerId, name(`dispute ${what}`));
      const row = (type: string, fee: number) => {
        const lineId = `${type} ${dispute.machineId}`;
        return ask("stripe", dispute, { type, lineId, amount, fee, movedOn: day }, lineId);
      };
      const open = {
        ...{ type: "open", invoiceId, paymentId, stripeDisputeId: `du_${dispute.machineId}` },
        ...{ amount, reason: "fraudulent", evidenceDueAt: null },
      };
      return {
        opened: ask("stripe", dispute, open, "open"),
        lost: [row("withdraw", 1300), ask("stripe", dispute, { type: "lose" }, "lose")],
        won: [
          row("withdraw", 1300),
          ask("stripe", dispute, { type: "win" }, "win"),
          row("reinstate", 0),
        ],
      };
    },
  };
}
