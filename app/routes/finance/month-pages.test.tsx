import { describe, expect, test } from "vitest";
import { monthChecks } from "#machines/month-close/checks.ts";
import type { MonthStatement } from "#app/usecases/finance/months/month-statement.ts";
import type { CheckView, MonthView } from "#app/usecases/finance/months/read-month.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import Month from "./month.tsx";
import MonthClosure from "./month-closure.tsx";
import MonthReopening from "../admin/month.tsx";
import Statement from "./month-statement.tsx";
import Months from "./months.tsx";

/** What the router gives every page and these do not ask for. */
const nothing = { params: {}, matches: [] } as unknown as { params: never; matches: never };
const met: CheckView[] = monthChecks.map((check) => ({
  ...{ check, open: 0, points: [] },
  isExplainable: check === "payouts",
}));
const point = {
  ...{ subject: "po_1/txn_1", name: "refund", customerName: "<b>みなと</b>", amount: -500 },
  ...{ since: "2026-10-09", ageDays: 30, page: "/finance/payouts/po_1", role: "finance" as const },
  ownerName: null,
};
const unmet = met.map((each) =>
  each.check === "payouts" ? { ...each, open: 3, points: [point] } : each,
);
const closing = {
  ...{ by: "u1", byName: "経理 花子", at: "2026-11-04T03:00:00.000Z", transactions: 12 },
  ...{ totals: [], hash: "0123456789abcdef".repeat(4), signature: "f".repeat(64) },
  ...{ reopened: null, reopenedByName: null },
};
const view: MonthView & { done: string | null; clickId: string } = {
  ...{ month: "2026-10", firstDay: "2026-10-01", lastDay: "2026-10-31", closeBy: "2026-11-09" },
  ...{ isClosed: false, isOver: true, checks: met, explanations: [], closings: [] },
  totals: [
    { account: "receivables", debit: 1_320_000, credit: 0 },
    { account: "deferredRevenue", debit: 0, credit: 1_320_000 },
  ],
  ...{ mayClose: true, mayReopen: false, done: null, clickId: "c" },
};
const closed = {
  ...{ ...view, isClosed: true, checks: [], closings: [closing] },
  ...{ mayClose: false, mayReopen: true },
};
const monthPage = (loaderData: typeof view) => <Month {...nothing} loaderData={loaderData} />;

describe("a month's page", () => {
  test("offers to close it where nothing is open", async () => {
    const html = await renderMarkup(monthPage(view));
    expect(html).toContain('href="/finance/months/2026-10/closure"');
    expect(html).toContain("2026年10月");
    expect(html.match(/済み/g)?.length).toBeGreaterThanOrEqual(monthChecks.length);
    expect(html.match(/¥1,320,000/g)).toHaveLength(4);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test("shows what is open with its place, owner and age, and does not offer to close", async () => {
    const html = await renderMarkup(monthPage({ ...view, checks: unmet }));
    expect(html).not.toContain("/closure");
    expect(html).toContain('href="/finance/payouts/po_1"');
    expect(html).toContain("未解決 3件");
    expect(html).toContain("30日");
    expect(html).toContain("ほか2件");
    expect(html).toContain("-¥500");
    expect(html).toContain("&lt;b&gt;みなと&lt;/b&gt;");
    expect(html).toContain('value="po_1/txn_1"');
  });

  test("lets only those explain who may close", async () => {
    const html = await renderMarkup(monthPage({ ...view, checks: unmet, mayClose: false }));
    expect(html).not.toContain('value="explain"');
  });

  test("keeps an explanation that was refused, with the way to it", async () => {
    const actionData = {
      ...{ error: "reasonTooLong", point: "payouts/po_1/txn_1", typed: "とても長い説明" },
    };
    const html = await renderMarkup(monthPage({ ...view, checks: unmet }), { actionData });
    expect(html).toContain("エラー:");
    expect(html).toContain('href="#explain-payouts-po_1-txn_1"');
    expect(html).toContain("とても長い説明</textarea>");
    expect(html).toContain("<details open");
  });

  test("of a closed month leads to its statement and, for an administrator, to opening it", async () => {
    const html = await renderMarkup(monthPage(closed), { locale: "en" });
    expect(html).toContain('href="/finance/months/2026-10/statement"');
    expect(html).toContain('href="/admin/months/2026-10"');
    expect(html).toContain("October 2026");
    expect(html).toContain("2026/11/04 12:00");
    expect(html).toContain("journal.csv?for=yayoi");
  });
});

test("the list says which month is late and which is under way", async () => {
  const row = { bookings: 1_234, closeBy: "2026-11-09", closedAt: null };
  const months = [
    { ...row, month: "2026-11", status: "open", isOver: false, isLate: false } as const,
    { ...row, month: "2026-10", status: "open", isOver: true, isLate: true } as const,
  ];
  const html = await renderMarkup(<Months {...nothing} loaderData={{ months }} />);
  expect(html).toContain("進行中");
  expect(html.match(/期限を過ぎています/g)).toHaveLength(1);
  expect(html).toContain("1,234");
});

describe("before a month is closed", () => {
  const page = (loaderData: typeof view) => <MonthClosure {...nothing} loaderData={loaderData} />;

  test("the page says what happens, then has one button", async () => {
    const html = await renderMarkup(page(view));
    expect(html).toContain("この月を締める");
    expect(html).toContain("システム管理者だけ");
  });

  test("there is no button while something is open", async () => {
    const html = await renderMarkup(page({ ...view, checks: unmet }));
    expect(html).not.toContain("<form");
    expect(html).toContain("まだ締められません");
  });

  test("it says where something has changed meanwhile", async () => {
    const html = await renderMarkup(page(view), { actionData: { refused: "changed" } });
    expect(html).toContain('role="alert"');
    expect(html).toContain("エラー:");
  });
});

test("a reason that is missing is asked for, and what was typed stays", async () => {
  const loaderData = { month: "2026-10", isClosed: true, closings: [closing], clickId: "c" };
  const page = <MonthReopening {...nothing} loaderData={loaderData} />;
  const html = await renderMarkup(page, { actionData: { error: "laterClosed", typed: "訂正" } });
  expect(html).toContain("新しい月から順に");
  expect(html).toContain("訂正</textarea>");
});

describe("the statement", () => {
  const statement: MonthStatement = {
    ...{ month: "2026-10", firstDay: "2026-10-01", lastDay: "2026-10-31", version: 2 },
    operator: { ja: "青葉セキュリティ株式会社", en: "Aoba Security Inc." },
    ...{ closedAt: closing.at, closedByName: null, transactions: 12, explanations: [] },
    accounts: [
      { account: "receivables", opening: 100, debit: 1_000, credit: 300, closing: 800 },
      { account: "deferredRevenue", opening: -100, debit: 300, credit: 1_000, closing: -800 },
    ],
    ...{ hash: closing.hash, signature: closing.signature, isUnchanged: true, isSigned: true },
  };
  const page = (changed: Partial<MonthStatement>) => (
    <Statement {...nothing} loaderData={{ ...statement, ...changed }} />
  );

  test("has each account from opening to closing, and sums that come to nothing", async () => {
    const html = await renderMarkup(page({}));
    expect(html).toContain("青葉セキュリティ株式会社");
    expect(html).toContain("-¥800");
    expect(html.match(/¥1,300/g)).toHaveLength(2);
    expect(html).toContain("1件も変わっていません");
    expect(html).toContain(closing.hash);
  });

  test("says where the ledger or the signature is another", async () => {
    expect(await renderMarkup(page({ isUnchanged: false }))).toContain("一致しません");
    expect(await renderMarkup(page({ isSigned: false }))).toContain("現在の鍵では");
  });
});
