import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authenticatePayment } from "#app/usecases/payments/authenticate-payment.ts";
import { cardStory } from "#test/helpers/card-story.ts";
import { openCardWorld, type CardWorld } from "#test/helpers/card-world.ts";
import { openMoneyWorld, type MoneyWorld } from "#test/helpers/money-world.ts";
import { CARDS, post } from "#test/sandbox/testing/payer.ts";
import { changeCollection } from "./invoice-collection.ts";
import { readCardPage } from "./read-card.ts";
import { removeCard } from "./remove-card.ts";
import { saveCard } from "./save-card.ts";

let world: MoneyWorld;
let cards: CardWorld;
let days: Iterator<string>;

/** Due days one month after the other, so that each test moves the clock on its own way. */
function* dueDays() {
  for (let month = 0; ; month += 1) {
    const [year, number] = [2027 + Math.floor(month / 12), (month % 12) + 1];
    yield `${year}-${String(number).padStart(2, "0")}-15`;
  }
}

const nextDueDay = () => String(days.next().value);
const after = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await openMoneyWorld();
  cards = await openCardWorld(world);
  days = dueDays();
});
afterAll(() => world.close());

const chargesOf = async (customerId: string) =>
  cardStory(world).chargesOf({ customerId, invoiceId: "", total: 0 });

describe("a saved card", () => {
  test("is known by its brand, last four digits and expiry, with its consent", async () => {
    const { customerId } = await world.issueInvoice();
    const cardId = await cards.save(customerId, CARDS.challenged);
    expect(await cards.statusOf("card", cardId)).toBe("active");
    const page = await readCardPage(await world.principal(customerId, "billing"));
    expect(page.card).toMatchObject({
      ...{ brand: "visa", last4: "3184", lastDay: "2060-12-31", wording: "同意" },
    });
    expect(await cards.mails(customerId)).toContain("card-saved");
  });

  test("makes one customer at Stripe, however often one is saved, and the last one stays", async () => {
    const { customerId } = await world.issueInvoice();
    const first = await cards.save(customerId, CARDS.good);
    const second = await cards.save(customerId, "5555555555554444");
    expect(await cards.statusOf("card", first)).toBe("replaced");
    expect(await cards.statusOf("card", second)).toBe("active");
    const known = await world.bench.stripe.customers.list({ limit: 100 });
    const own = known.data.filter(({ metadata }) => metadata["customerId"] === customerId);
    expect(own).toHaveLength(1);
    const methods = await world.bench.stripe.paymentMethods.list({ customer: own[0]?.id ?? "" });
    expect(methods.data.map(({ card }) => card?.last4)).toEqual(["4444"]);
  });

  test("is saved although Stripe answers with its own fault for ever under the first key", async () => {
    const { customerId } = await world.issueInvoice();
    const fault = { kind: "error_500", match: "POST /v1/customers" };
    expect((await world.bench.control("POST", "/fault", fault)).status).toBe(201);
    const owner = await world.principal(customerId, "owner");
    const start = await saveCard(owner, { agreed: true, wording: "同意" });
    expect(start.kind).toBe("checkout");
    const known = await world.bench.stripe.customers.list({ limit: 100 });
    const own = known.data.filter(({ metadata }) => metadata["customerId"] === customerId);
    expect(own).toHaveLength(1);
  });

  test("is not saved without consent, nor by somebody who does not pay", async () => {
    const { customerId } = await world.issueInvoice();
    const owner = await world.principal(customerId, "owner");
    expect(await saveCard(owner, { agreed: false, wording: "" })).toEqual({ kind: "notAgreed" });
    const viewer = await world.principal(customerId, "viewer");
    await expect(saveCard(viewer, { agreed: true, wording: "同意" })).rejects.toMatchObject({
      code: "notAllowed",
    });
  });

  test("is asked for anew when it is detached in the Dashboard, and follows the network (faults 33 and 34)", async () => {
    const { customerId } = await world.issueInvoice();
    const cardId = await cards.save(customerId, CARDS.good);
    const [row] = await world.db.asSuperuser<{ method: string }>(
      "select method_id as method from card where card_id = $1",
      [cardId],
    );
    const method = `/payment_methods/${row?.method}`;
    await world.bench.control("POST", method, { replaced: { exp_month: 3, exp_year: 2061 } });
    await world.deliverAll();
    await world.workAll();
    const owner = await world.principal(customerId, "owner");
    expect((await readCardPage(owner)).card?.lastDay).toBe("2061-03-31");
    await world.bench.control("POST", method, { detach: true });
    await world.deliverAll();
    await world.workAll();
    await cards.work();
    expect(await cards.statusOf("card", cardId)).toBe("detached");
    expect(await cards.mails(customerId)).toContain("card-unusable");
  });
});

describe("an invoice on its due day", () => {
  test("is announced and paid by the saved card, once", async () => {
    const dueDay = nextDueDay();
    const { customerId, invoiceId, total } = await world.issueInvoice(1_000_000, undefined, dueDay);
    await cards.save(customerId, CARDS.good);
    await cards.goTo(after(dueDay, -7));
    expect(await cards.mails(customerId)).toContain("card-charge-announced");
    expect(await cards.statusOf("invoice", invoiceId)).toBe("issued");
    await cards.goTo(dueDay);
    expect(await cards.statusOf("invoice", invoiceId)).toBe("paid");
    expect(await cards.payment(invoiceId)).toMatchObject({ method: "savedCard" });
    await world.deliverAll();
    await world.workAll();
    await cards.goTo(after(dueDay, 8));
    const amounts = (await chargesOf(customerId)).map(({ amount }) => amount);
    expect(amounts).toEqual([total]);
  });

  test("is left alone where its payment was stopped, or its card removed", async () => {
    const dueDay = nextDueDay();
    const stopped = await world.issueInvoice(1_000, undefined, dueDay);
    const removed = await world.issueInvoice(1_000, undefined, dueDay);
    for (const { customerId } of [stopped, removed]) await cards.save(customerId, CARDS.good);
    const owner = await world.principal(stopped.customerId, "owner");
    await changeCollection(owner, stopped.invoiceId, "stop", owner.userId);
    await removeCard(await world.principal(removed.customerId, "owner"));
    await cards.goTo(dueDay);
    await cards.goTo(after(dueDay, 8));
    for (const { customerId, invoiceId } of [stopped, removed]) {
      expect(await cards.statusOf("invoice", invoiceId)).toBe("overdue");
      expect(await chargesOf(customerId)).toEqual([]);
    }
  });

  test("is tried on later days where the card may yet succeed, and paid then", async () => {
    const dueDay = nextDueDay();
    const { customerId, invoiceId, total } = await world.issueInvoice(1_000_000, undefined, dueDay);
    const cardId = await cards.save(customerId, "4000000000000341");
    await cards.goTo(dueDay);
    expect(await cards.statusOf("invoice", invoiceId)).toBe("issued");
    expect(await cards.payment(invoiceId)).toMatchObject({ status: "failed" });
    const [row] = await world.db.asSuperuser<{ method: string }>(
      "select method_id as method from card where card_id = $1",
      [cardId],
    );
    const method = `/payment_methods/${row?.method}`;
    await world.bench.control("POST", method, { behaves: "visa" });
    await cards.goTo(after(dueDay, 2));
    expect(await cards.statusOf("invoice", invoiceId)).toBe("overdue");
    await cards.goTo(after(dueDay, 3));
    expect(await cards.statusOf("invoice", invoiceId)).toBe("paid");
    expect((await chargesOf(customerId)).map(({ amount }) => amount)).toEqual([total]);
    const mails = await cards.mails(customerId);
    expect(mails.filter((name) => name === "payment-reminder")).toHaveLength(1);
    expect(mails.filter((name) => name === "payment-failed")).toHaveLength(1);
  });

  test("is never tried again with a card that was lost", async () => {
    const dueDay = nextDueDay();
    const { customerId, invoiceId } = await world.issueInvoice(1_000, undefined, dueDay);
    const cardId = await cards.save(customerId, CARDS.good);
    const [row] = await world.db.asSuperuser<{ method: string }>(
      "select method_id as method from card where card_id = $1",
      [cardId],
    );
    const method = `/payment_methods/${row?.method}`;
    await world.bench.control("POST", method, { behaves: "chargeDeclinedLostCard" });
    await cards.goTo(dueDay);
    expect(await cards.statusOf("card", cardId)).toBe("blocked");
    await cards.goTo(after(dueDay, 10));
    const attempts = await world.db.asSuperuser("select 1 from payment where invoice_id = $1", [
      invoiceId,
    ]);
    expect(attempts).toHaveLength(1);
  });

  test("waits for its cardholder, who authenticates the same payment (fault 31)", async () => {
    const dueDay = nextDueDay();
    const { customerId, invoiceId, total } = await world.issueInvoice(1_000, undefined, dueDay);
    await cards.save(customerId, CARDS.challenged);
    await cards.goTo(dueDay);
    const { payment_id: id, ...waiting } = await cards.payment(invoiceId);
    const paymentId = String(id);
    expect(waiting).toMatchObject({ status: "requiresAction", method: "savedCard" });
    expect(await cards.mails(customerId)).toContain("payment-action-needed");
    const billing = await world.principal(customerId, "billing");
    const first = await authenticatePayment(billing, paymentId);
    const second = await authenticatePayment(billing, paymentId);
    expect(second).toEqual(first);
    if (first.kind !== "bank") throw new Error("The payment leads to no bank.");
    await post(first.url, { result: "pass" });
    await world.deliverAll();
    await world.workAll();
    expect(await cards.statusOf("invoice", invoiceId)).toBe("paid");
    expect(await authenticatePayment(billing, paymentId)).toEqual({ kind: "payment" });
    expect((await chargesOf(customerId)).map(({ amount }) => amount)).toEqual([total]);
  });

  test("is free again when its cardholder never comes", async () => {
    const dueDay = nextDueDay();
    const { customerId, invoiceId } = await world.issueInvoice(1_000, undefined, dueDay);
    await cards.save(customerId, CARDS.challenged);
    await cards.goTo(dueDay);
    await cards.goTo(after(dueDay, 8), 1);
    await world.deliverAll();
    await world.workAll();
    expect(await cards.payment(invoiceId)).toMatchObject({ status: "cancelled" });
    expect(await chargesOf(customerId)).toEqual([]);
    const owner = await world.principal(customerId, "owner");
    expect((await cardStory(world).click({ customerId, invoiceId, total: 0 })).kind).toBe(
      "checkout",
    );
    expect(owner.customerId).toBe(customerId);
  });
});

describe("a charge whose answer is lost", () => {
  test("is repeated under its key and made once", async () => {
    const dueDay = nextDueDay();
    const { customerId, invoiceId, total } = await world.issueInvoice(1_000, undefined, dueDay);
    await cards.save(customerId, CARDS.good);
    const story = cardStory(world);
    await story.arm("lost_after", "POST /v1/payment_intents");
    await cards.goTo(dueDay);
    await story.disarm();
    await cards.work();
    expect(await cards.statusOf("invoice", invoiceId)).toBe("paid");
    expect((await chargesOf(customerId)).map(({ amount }) => amount)).toEqual([total]);
  });

  test("is not given up while Stripe can't be asked, though the invoice is paid otherwise meanwhile", async () => {
    const dueDay = nextDueDay();
    const invoice = await world.issueInvoice(1_000, undefined, dueDay);
    const { customerId, invoiceId, total } = invoice;
    await cards.save(customerId, CARDS.good);
    const fault = { kind: "rate_limit", match: "GET /v1/payment_intents/*", times: 1000 };
    await world.bench.control("POST", "/fault", fault);
    await cards.goTo(dueDay);
    expect(await chargesOf(customerId)).toHaveLength(1);
    const receiptId = crypto.randomUUID();
    const allocations = [{ invoiceId, amount: total, fee: 0 }];
    const matched = await world.portal.dispatch({
      ...{ customerId, machineId: receiptId, kind: "bankReceipt", commandId: "apply" },
      actor: { kind: "portal" },
      receivedAt: (await world.portal.clock.now()).toISOString(),
      event: { type: "apply", receiptId, amount: total, valueDay: dueDay, allocations },
    });
    expect(matched.ok).toBe(true);
    await cards.work();
    await cardStory(world).disarm();
    await cards.work();
    const { payment_id: paymentId, status } = await cards.payment(invoiceId);
    expect(status).toBe("succeeded");
    const events = await world.db.asSuperuser<{ type: string }>(
      "select event ->> 'type' as type from machine_event where machine_id = $1 order by seq",
      [paymentId],
    );
    expect(events.map(({ type }) => type)).not.toContain("chargeRefused");
  });
});
