import { randomUUID } from "node:crypto";
import { RouterContextProvider } from "react-router";
import { createElement, type ComponentType } from "react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  requestContext,
  userContext,
  type Role,
  type SessionUser,
} from "#app/middleware/context.ts";
import { writeOperatorProfile } from "#db/queries/operator-profile.ts";
import { registration } from "#db/schema/customer.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { CARDS } from "#test/sandbox/testing/payer.ts";
import * as financeHome from "../finance/home.tsx";
import * as financeInvoice from "../finance/invoice.tsx";
import * as financePayments from "../finance/payments.tsx";
import * as financePayout from "../finance/payout.tsx";
import * as financePayouts from "../finance/payouts.tsx";
import * as invoicePdf from "./invoice-pdf.ts";
import * as invoicePage from "./invoice.tsx";
import * as invoicesPage from "./invoices.tsx";
import * as paymentStart from "./payment-start.tsx";
import * as paymentPage from "./payment.tsx";
import * as receiptPdf from "./receipt-pdf.ts";

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
  const bankJa = "架空銀行 本店 普通 1234567";
  await world.portal.database.transaction({ role: "portal_engine" }, (tx) =>
    writeOperatorProfile(tx, {
      ...{ nameJa: "青葉", nameEn: "Aoba", registrationNumber: "T1234567890123" },
      ...{ postalCode: "980-0811", addressJa: "仙台市", addressEn: "Sendai" },
      ...{ phone: "022-000-0000", supportEmail: "support@aoba.example", bankJa, bankEn: "Bank" },
    }),
  );
});
afterAll(() => world.close());

type Params = Record<string, string>;
type Args = { params: Params; context: RouterContextProvider; request: Request };
// Each route's own types name its own parameters; a test calls them all in one way.
type Page = { loader?: unknown; action?: unknown; default?: unknown };

interface Visitor {
  customerId: string | null;
  role: Role;
}

async function args({ customerId, role }: Visitor, params: Params, query: string): Promise<Args> {
  const context = new RouterContextProvider();
  const user: SessionUser = {
    ...{ userId: randomUUID(), name: "山田", email: "y@example.jp", customerId },
    ...{ customerName: customerId ? "みなと商事" : null, roles: [role], twoFactor: true },
  };
  context.set(userContext, user);
  const receivedAt = await world.portal.clock.now();
  context.set(requestContext, { requestId: "r", ipAddress: "192.0.2.1", receivedAt });
  return { params, context, request: new Request(`http://127.0.0.1:9/${query}`) };
}

async function load(page: Page, visitor: Visitor, params: Params = {}, query = "") {
  const loader = page.loader as (given: Args) => Promise<unknown>;
  return loader(await args(visitor, params, query));
}

async function send(page: Page, visitor: Visitor, params: Params = {}): Promise<string> {
  const action = page.action as (given: Args) => Promise<Response>;
  const response = await action(await args(visitor, params, ""));
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

async function show(
  page: Page,
  visitor: Visitor,
  params: Params = {},
  query = "",
  locale: "ja" | "en" = "ja",
) {
  const loaderData = await load(page, visitor, params, query);
  const Shown = page.default as ComponentType<{ loaderData: unknown }>;
  return renderMarkup(createElement(Shown, { loaderData }), { locale });
}

const finance: Visitor = { customerId: null, role: "finance" };
const owner = ({ customerId }: IssuedInvoice): Visitor => ({ customerId, role: "owner" });
const idOf = ({ invoiceId }: IssuedInvoice) => ({ invoiceId });

/** Pays an invoice on Stripe's page with a card; gives the payment's id. */
async function payWith(invoice: IssuedInvoice, card: string): Promise<string> {
  const url = await send(paymentStart, owner(invoice), idOf(invoice));
  expect(url).toMatch(/\/c\/pay\/cs_test_/);
  await world.pay(url, card);
  const rows = await world.db.asSuperuser<{ payment_id: string }>(
    "select payment_id from payment where invoice_id = $1 order by payment_id desc limit 1",
    [invoice.invoiceId],
  );
  return rows[0]?.payment_id ?? "";
}

describe("the customer's pages", () => {
  test("list invoices, or say that there is none", async () => {
    const invoice = await world.issueInvoice();
    const page = await show(invoicesPage, owner(invoice));
    expect(page).toContain(`href="/${invoice.invoiceId}"`);
    expect(page).toContain("¥1,320,000");
    const nobody = { customerId: randomUUID(), role: "owner" as const };
    expect(await show(invoicesPage, nobody)).toContain("発行済みの請求書はありません");
  });

  test("lead from the invoice over the card to the paid invoice and its receipt", async () => {
    const invoice = await world.issueInvoice();
    const before = await show(invoicePage, owner(invoice), idOf(invoice));
    expect(before).toContain(`action="/portal/invoices/${invoice.invoiceId}/payment"`);
    expect(before).toContain("¥1,320,000の支払い");
    expect(before).not.toContain("receipt.pdf");
    const paymentId = await payWith(invoice, CARDS.poor);
    const declined = await show(paymentPage, owner(invoice), { paymentId });
    expect(declined).toContain("利用可能額が足りませんでした");
    expect(declined).toContain("もう一度お支払いに進む");
    await payWith(invoice, CARDS.good);
    const paid = await show(paymentPage, owner(invoice), { paymentId });
    expect(paid).toContain("お支払いが完了しました");
    const after = await show(invoicePage, owner(invoice), idOf(invoice));
    expect(after).toContain("receipt.pdf");
    expect(after).toContain("利用可能額が足りませんでした");
    expect(after).not.toContain("insufficient_funds");
    expect(after).not.toContain("<form");
    expect(await send(paymentStart, owner(invoice), idOf(invoice))).toBe(
      `/portal/invoices/${invoice.invoiceId}`,
    );
  });

  test("speak English completely", async () => {
    const invoice = await world.issueInvoice();
    const page = await show(invoicePage, owner(invoice), idOf(invoice), "", "en");
    expect(page).toContain("Pay ¥1,320,000");
    expect(page.replaceAll(/<title>.*<\/title>/g, "")).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  test("offer no payment to who may not pay", async () => {
    const invoice = await world.issueInvoice();
    const viewer = { customerId: invoice.customerId, role: "viewer" as const };
    const page = await show(invoicePage, viewer, idOf(invoice));
    expect(page).not.toContain("<form");
    expect(page).toContain("契約責任者または請求担当");
  });

  test("say that Stripe did not answer, and that nothing was paid", async () => {
    const invoice = await world.issueInvoice();
    const match = "POST /v1/checkout/sessions";
    await world.bench.control("POST", "/fault", { kind: "rate_limit", match, times: 3 });
    const back = await send(paymentStart, owner(invoice), idOf(invoice));
    expect(back).toBe(`/portal/invoices/${invoice.invoiceId}?payment=unavailable`);
    const page = await show(invoicePage, owner(invoice), idOf(invoice), "?payment=unavailable");
    expect(page).toContain("エラー: ");
    expect(page).toContain("お支払いは行われていません");
  });

  test.each<[string, Page, (ids: { invoiceId: string; paymentId: string }) => Params]>([
    ["invoice", invoicePage, ({ invoiceId }) => ({ invoiceId })],
    ["invoice.pdf", invoicePdf, ({ invoiceId }) => ({ invoiceId })],
    ["receipt.pdf", receiptPdf, ({ invoiceId }) => ({ invoiceId })],
    ["payment", paymentPage, ({ paymentId }) => ({ paymentId })],
  ])("answer 404 for another company's %s and for nonsense", async (_, page, paramsOf) => {
    const invoice = await world.issueInvoice();
    const paymentId = await payWith(invoice, CARDS.declined);
    const stranger = owner(await world.issueInvoice());
    for (const ids of [
      { invoiceId: invoice.invoiceId, paymentId },
      { invoiceId: "1 or 1=1", paymentId: "x" },
      { invoiceId: randomUUID(), paymentId: randomUUID() },
    ]) {
      await expect(load(page, stranger, paramsOf(ids))).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe("the documents", () => {
  test("are files to save; a receipt exists once the invoice is paid", async () => {
    const invoice = await world.issueInvoice();
    const [row] = await world.db.asSuperuser<{ contract_id: string }>(
      "select contract_id from invoice where invoice_id = $1",
      [invoice.invoiceId],
    );
    await world.portal.database.transaction({ role: "portal_engine" }, async (tx) => {
      await tx.insert(registration).values({
        ...{ customerId: invoice.customerId, registrationId: randomUUID() },
        ...{
          contractId: row?.contract_id,
          registeredAt: new Date(),
          companyName: "みなと商事株式会社",
        },
        ...{ companyNameKana: "ミナトショウジ", representative: "港 太郎", postalCode: "231-0001" },
        ...{ prefecture: "神奈川県", city: "横浜市", street: "1-1", phone: "045-000-0000" },
        ...{ contactName: "港 花子", contactEmail: "hanako@example.jp" },
      });
    });
    const params = idOf(invoice);
    await expect(load(receiptPdf, owner(invoice), params)).rejects.toMatchObject({ status: 404 });
    const paymentId = await payWith(invoice, CARDS.good);
    await load(paymentPage, owner(invoice), { paymentId });
    for (const page of [invoicePdf, receiptPdf]) {
      const response = (await load(page, owner(invoice), params)) as Response;
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "application/pdf",
        "content-disposition": expect.stringMatching(/^attachment; filename="[\w.-]+\.pdf"$/),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      });
      const head = new Uint8Array(await response.arrayBuffer()).slice(0, 5);
      expect(new TextDecoder().decode(head)).toBe("%PDF-");
    }
  });
});

describe("the pages of finance", () => {
  test("show what is open by age, what came in, and each payment", async () => {
    const invoice = await world.issueInvoice(333_000);
    const home = await show(financeHome, finance);
    expect(home).toContain("¥366,300");
    expect(home).toContain("経過日数ごとの割合");
    expect(home).toContain("対応が必要なもの");
    const paymentId = await payWith(invoice, CARDS.lost);
    await load(paymentPage, owner(invoice), { paymentId });
    expect(await show(financePayments, finance)).toContain("コード: lost_card");
    const { customerId, invoiceId } = invoice;
    const page = await show(financeInvoice, finance, { customerId, invoiceId });
    expect(page).toContain("前受金");
    expect(page).toContain("コード: lost_card");
    for (const wrong of [
      { customerId: randomUUID(), invoiceId },
      { customerId, invoiceId: "x" },
    ]) {
      await expect(load(financeInvoice, finance, wrong)).rejects.toMatchObject({ status: 404 });
    }
  });

  test("pull a payout, and say of each line what it is and what to do", async () => {
    const invoice = await world.issueInvoice(800_000);
    const paymentId = await payWith(invoice, CARDS.good);
    await load(paymentPage, owner(invoice), { paymentId });
    const { data } = await world.bench.stripe.charges.list({ limit: 1 });
    await world.bench.stripe.refunds.create({ charge: data[0]?.id ?? "", amount: 5_000 });
    const answer = await world.bench.control("POST", "/payouts");
    const { id: payoutId } = (await answer.json()) as { id: string };
    expect(await show(financePayouts, finance)).toContain("取り込んだ振込みはありません");
    const back = await send(financePayouts, finance);
    const list = await show(financePayouts, finance, {}, new URL(back, "http://x").search);
    expect(list).toContain("振込みを1件取り込みました");
    expect(list).toContain("記帳済み");
    const page = await show(financePayout, finance, { payoutId });
    expect(page).toContain("1円まで一致しています");
    expect(page).toContain("返金");
    // What came back in the Dashboard is known by now, so that nothing is left in suspense.
    expect(page).not.toContain("仮勘定");
    expect(await show(financePayments, finance)).toContain(`/finance/payouts/${payoutId}`);
    await expect(load(financePayout, finance, { payoutId: "po_none" })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("are nobody else's", async () => {
    const other = { customerId: null, role: "operations" as const };
    for (const page of [financeHome, financePayments, financePayouts]) {
      await expect(load(page, other)).rejects.toMatchObject({ status: 403 });
    }
  });
});
