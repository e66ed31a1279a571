import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moneyBack } from "#test/helpers/money-back.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";

let world: MoneyWorld;
let money: ReturnType<typeof moneyBack>;
beforeAll(async () => {
  world = await openMoneyWorld();
  money = moneyBack(world);
});
afterAll(() => world.close());

const fee = 1_300;

describe("a refund that was approved", () => {
  test("goes to the card once, and opens the debt again", async () => {
    const paid = await money.paid();
    const { invoiceId, paymentId, customerId, total } = paid;
    const before = await money.balances(customerId);
    await money.refund(paid, { invoiceId, paymentId, amount: 400, fromCredit: false });
    expect(await money.balances(customerId)).toEqual({
      ...{ ...before, receivables: 400, refundsPayable: -400 },
    });
    await money.workRefunds();
    await money.workRefunds();
    await money.hear();
    expect(await money.refunds(paid)).toEqual([
      { status: "succeeded", amount: 400, found: 0, code: null },
    ]);
    expect(await money.standing(paid)).toMatchObject({
      ...{ invoice: "partlyPaid", paid: total - 400, payment: "partlyRefunded", refunded: 400 },
    });
    expect(await money.balances(customerId)).toEqual({
      ...{ ...before, receivables: 400, stripeClearing: (before["stripeClearing"] ?? 0) - 400 },
    });
  });

  test("is never more than is left (fault 35)", async () => {
    const paid = await money.paid();
    const { invoiceId, paymentId, total } = paid;
    const ask = (amount: number) =>
      money.refund(paid, { invoiceId, paymentId, amount, fromCredit: false });
    await ask(1000);
    await expect(ask(total - 999)).rejects.toMatchObject({ code: "conflict" });
    await ask(total - 1000);
    await expect(ask(1)).rejects.toMatchObject({ code: "conflict" });
    await money.workRefunds();
    await money.hear();
    expect(await money.standing(paid)).toMatchObject({ payment: "refunded", refunded: total });
    expect(await money.standing(paid)).toMatchObject({ invoice: "issued", paid: 0 });
  });

  test("that pays back a credit leaves the invoice paid, and takes no more than the credit", async () => {
    const paid = await money.paid();
    const { invoiceId, paymentId, customerId } = paid;
    const params = { invoiceId, paymentId, amount: 400, fromCredit: true };
    await expect(money.refund(paid, params)).rejects.toMatchObject({ code: "conflict" });
    expect(await money.refunds({ invoiceId })).toEqual([]);
    expect(await money.balances(customerId)).not.toHaveProperty("refundsPayable");
  });

  test("fails days after it came through, and is booked back (fault 36)", async () => {
    const paid = await money.paid();
    const { invoiceId, paymentId, customerId, total } = paid;
    const before = await money.balances(customerId);
    await money.refund(paid, { invoiceId, paymentId, amount: total, fromCredit: false });
    await money.workRefunds();
    await money.hear();
    const [row] = await world.db.asSuperuser<{ id: string }>(
      "select stripe_refund_id as id from refund where invoice_id = $1",
      [invoiceId],
    );
    await money.endRefund(row?.id ?? "", "failed");
    await money.hear();
    expect(await money.refunds(paid)).toMatchObject([{ status: "failed", amount: total }]);
    expect(await money.standing(paid)).toMatchObject({
      ...{ invoice: "paid", paid: total, payment: "succeeded", refunded: 0 },
    });
    expect(await money.balances(customerId)).toEqual(before);
  });

  test("is made once though Stripe's answer is lost", async () => {
    const paid = await money.paid();
    const { invoiceId, paymentId } = paid;
    await money.refund(paid, { invoiceId, paymentId, amount: 300, fromCredit: false });
    await money.story.arm("lost_after", "POST /v1/refunds");
    // The way to Stripe may repeat it by itself where the connection was an old one.
    await money.workRefunds().catch(() => {});
    await money.story.disarm();
    await money.workRefunds();
    await money.hear();
    expect(await money.refunds(paid)).toMatchObject([{ status: "succeeded", amount: 300 }]);
    expect(await money.standing(paid)).toMatchObject({ refunded: 300 });
  });

  test("is searched for where Stripe answers its key with an old error", async () => {
    const paid = await money.paid();
    const { invoiceId, paymentId } = paid;
    await money.refund(paid, { invoiceId, paymentId, amount: 300, fromCredit: false });
    await money.story.arm("error_500", "POST /v1/refunds");
    await expect(money.workRefunds()).rejects.toThrow("createRefund");
    await money.story.disarm();
    await expect(money.workRefunds()).rejects.toThrow("createRefund");
    await money.workRefunds();
    await money.hear();
    expect(await money.refunds(paid)).toMatchObject([{ status: "succeeded", amount: 300 }]);
  });
});

describe("what was done at Stripe itself", () => {
  test("a refund in the Dashboard opens the debt again (fault 37)", async () => {
    const paid = await money.paid();
    const { customerId, total } = paid;
    await money.dashboardRefund(paid.chargeId, 500);
    await money.hear();
    expect(await money.refunds(paid)).toEqual([
      { status: "succeeded", amount: 500, found: 1, code: null },
    ]);
    expect(await money.standing(paid)).toMatchObject({
      ...{ invoice: "partlyPaid", paid: total - 500, payment: "partlyRefunded", refunded: 500 },
    });
    expect(await money.balances(customerId)).toMatchObject({
      ...{ receivables: 500, stripeClearing: total - 500 },
    });
  });

  test("a dispute that is lost opens the debt again; its fee stays (fault 38)", async () => {
    const paid = await money.paid();
    const { customerId, total, chargeId } = paid;
    const { id } = await money.dispute(chargeId);
    await money.hear();
    expect(await money.disputes(paid)).toMatchObject([
      { status: "needsResponse", amount: total, withdrawn: total, fees: fee },
    ]);
    expect(await money.standing(paid)).toMatchObject({
      ...{ invoice: "paid", payment: "disputed", disputed: total, chargedBack: total },
    });
    expect(await money.balances(customerId)).toMatchObject({
      ...{ disputedFunds: total, stripeFees: fee, stripeClearing: -fee },
    });
    await money.endDispute(id, "lost");
    await money.hear();
    expect(await money.standing(paid)).toMatchObject({
      ...{ invoice: "issued", paid: 0, payment: "lost", disputed: total, chargedBack: 0 },
    });
    const after = await money.balances(customerId);
    expect(after).toMatchObject({ receivables: total, stripeFees: fee, stripeClearing: -fee });
    expect(after).not.toHaveProperty("disputedFunds");
  });

  test("a dispute that is won gives all back, and the fee where Stripe does (fault 38)", async () => {
    const paid = await money.paid();
    const { customerId, total, chargeId } = paid;
    const before = await money.balances(customerId);
    const { id } = await money.dispute(chargeId);
    await money.endDispute(id, "won", true);
    await money.hear();
    expect(await money.disputes(paid)).toMatchObject([{ status: "won", withdrawn: 0, fees: 0 }]);
    expect(await money.standing(paid)).toMatchObject({
      ...{ invoice: "paid", paid: total, payment: "won", chargedBack: 0 },
    });
    expect(await money.balances(customerId)).toEqual(before);
  });

  test("a dispute after a refund is not borne twice, and says so (fault 39)", async () => {
    const paid = await money.paid();
    const { customerId, total, chargeId } = paid;
    await money.dashboardRefund(chargeId, 500);
    await money.hear();
    const { id } = await money.dispute(chargeId, { amount: total });
    await money.endDispute(id, "lost");
    await money.hear();
    expect(await money.disputes(paid)).toMatchObject([{ status: "lost", exceeding: 500 }]);
    expect(await money.standing(paid)).toMatchObject({ invoice: "issued", paid: 0 });
    // What is no debt of the customer's stays in sight until finance has decided on it.
    expect(await money.balances(customerId)).toMatchObject({
      ...{ receivables: total, disputedFunds: 500 },
    });
  });

  test("while a payment is disputed nothing is paid back", async () => {
    const paid = await money.paid();
    const { invoiceId, paymentId, chargeId } = paid;
    await money.dispute(chargeId);
    await money.hear();
    const params = { invoiceId, paymentId, amount: 100, fromCredit: false };
    await expect(money.refund(paid, params)).rejects.toMatchObject({ code: "conflict" });
  });
});
