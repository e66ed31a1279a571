import { randomUUID } from "node:crypto";
import { createElement, type ComponentType } from "react";
import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requestContext, userContext, type SessionUser } from "#app/middleware/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { openMoneyWorld, type IssuedInvoice, type MoneyWorld } from "#test/helpers/money-world.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import * as account from "./account.tsx";
import * as forecast from "./forecast.tsx";
import * as receivables from "./receivables.tsx";
import * as receivablesCsv from "./receivables-csv.ts";
import * as transaction from "./transaction.tsx";
import * as trialBalance from "./trial-balance.tsx";

let world: MoneyWorld;
let invoice: IssuedInvoice;
beforeAll(async () => {
  world = await openMoneyWorld();
  invoice = await world.issueInvoice();
});
afterAll(() => world.close());

// Each route's own types name its own parameters; a test calls them all in one way.
type Page = { loader?: unknown; default?: unknown };

async function load(page: Page, params: Record<string, string> = {}, query = "") {
  const context = new RouterContextProvider();
  const user: SessionUser = {
    ...{ userId: randomUUID(), name: "佐藤", email: "s@aoba.example", customerId: null },
    ...{ customerName: null, roles: ["finance"], twoFactor: true },
  };
  context.set(userContext, user);
  const receivedAt = await world.portal.clock.now();
  context.set(requestContext, { requestId: "r", ipAddress: "192.0.2.1", receivedAt });
  const loader = page.loader as (given: unknown) => Promise<unknown>;
  return loader({ params, context, request: new Request(`http://127.0.0.1:9/${query}`) });
}

async function show(page: Page, params: Record<string, string> = {}, query = "", locale?: "en") {
  const Shown = page.default as ComponentType<{ loaderData: unknown }>;
  const loaderData = await load(page, params, query);
  return renderMarkup(createElement(Shown, { loaderData }), { locale: locale ?? "ja" });
}

describe("the books, for finance", () => {
  test("lead from the trial balance over an account to a transaction", async () => {
    const balance = await show(trialBalance);
    expect(balance).toContain("/finance/ledger/accounts/receivables?from=");
    expect(balance).toContain("¥1,320,000");
    expect(balance).toContain("借方と貸方は1円まで一致しています");
    const entries = await show(account, { account: "deferredRevenue" });
    expect(entries).toContain("前受金の元帳");
    const transactionId = derivedId(invoice.invoiceId, "ledger/1/0");
    const address = `${invoice.customerId}/${transactionId}`;
    expect(entries).toContain(`/finance/ledger/transactions/${address}`);
    const booked = await show(transaction, { customerId: invoice.customerId, transactionId });
    expect(booked).toContain("請求書の1番目の出来事");
    expect(booked).toContain("¥1,200,000");
  });

  test("say that nothing was booked before the first day", async () => {
    expect(await show(trialBalance, {}, "?to=2020-01-31")).toContain(
      "この日までの仕訳はありません",
    );
  });

  test("show a customer's open invoices by age", async () => {
    const page = await show(receivables);
    expect(page).toContain("みなと商事");
    expect(page).toContain(`/finance/invoices/${invoice.customerId}/${invoice.invoiceId}`);
  });

  test("draw the coming months, and list the one that is asked for", async () => {
    const { months } = (await load(forecast)) as { months: { month: string }[] };
    const [year, month] = (months[0]?.month ?? "").split("-");
    const page = await show(forecast, {}, `?month=${year}-${month}`);
    expect(page).toContain("<svg");
    expect(page).toContain(`${year}年${Number(month)}月の内訳`);
  });

  test("speak English completely", async () => {
    for (const page of [trialBalance, receivables, forecast]) {
      const text = (await show(page, {}, "", "en")).replaceAll("みなと商事", "");
      expect(text).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  test("are saved as a file that no browser runs", async () => {
    const response = (await load(receivablesCsv)) as Response;
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("attachment");
    expect(await response.text()).toContain("みなと商事");
  });
});
