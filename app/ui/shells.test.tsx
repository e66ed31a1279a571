import { expect, test } from "vitest";

import type { SessionUser } from "#app/middleware/context.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { AppShell } from "./app-shell.tsx";
import { Pagination } from "./pagination.tsx";
import { SiteShell } from "./site-shell.tsx";
import { Steps } from "./steps.tsx";

const member: SessionUser = {
  userId: "u1",
  name: "山田 太郎",
  email: "taro@example.jp",
  customerId: "c1",
  customerName: "みなと商事株式会社",
  roles: ["owner", "billing"],
  twoFactor: true,
};
const sections = [
  { items: [{ to: "/invoices", label: "請求書", count: 2, countLabel: "未払い" }] },
];

test("the language switch is a plain form that comes back to the same page", async () => {
  const html = await renderMarkup(<SiteShell>x</SiteShell>, { at: '/terms?v="1"' });
  expect(html).toMatch(/<form[^>]* action="\/language" method="post"/);
  expect(html).toMatch(/name="returnTo" value="\/terms\?v=(?:%22|&quot;)1(?:%22|&quot;)"/);
  expect(html).toMatch(/value="ja"[^>]*aria-pressed="true"|aria-pressed="true"[^>]*value="ja"/);
});

test("visitors are shown the way in, members the way on", async () => {
  expect(await renderMarkup(<SiteShell>x</SiteShell>)).toContain('href="/sign-in"');
  const html = await renderMarkup(<SiteShell user={member}>x</SiteShell>);
  expect(html).not.toContain('href="/sign-in"');
  expect(html).toContain('href="/dashboard"');
});

test("the skip link is first and leads to main", async () => {
  for (const shell of [
    <SiteShell key="site">x</SiteShell>,
    <AppShell key="app" user={member} sections={sections}>
      x
    </AppShell>,
  ]) {
    const html = await renderMarkup(shell);
    const target = /<a href="#([^"]+)"/.exec(html.slice(0, html.indexOf("<header")))?.[1];
    expect(html).toContain(`<main id="${target}"`);
  }
});

test("signed-in pages name company, person and roles, and sign out by a form", async () => {
  const html = await renderMarkup(
    <AppShell user={member} sections={sections}>
      x
    </AppShell>,
    { at: "/invoices" },
  );
  expect(html).toContain("みなと商事株式会社");
  expect(html).toContain("契約責任者, 請求担当");
  expect(html).toMatch(/<form[^>]* action="\/sign-out" method="post"/);
  expect(html).toContain('aria-current="page"');
  expect(html).toMatch(/<details[^>]*>\s*<summary/);
});

test("staff without a company are named as the operator", async () => {
  const staff = { ...member, customerId: null, customerName: null, roles: ["finance" as const] };
  const html = await renderMarkup(
    <AppShell user={staff} sections={[]}>
      x
    </AppShell>,
    { locale: "en" },
  );
  expect(html).toContain("Operator");
});

test("the current step is marked, and the ones before it are said to be done", async () => {
  const html = await renderMarkup(<Steps steps={["甲", "乙", "丙"]} current={1} />);
  expect(html).toMatch(/<li aria-current="step"(?:(?!<\/li>).)*乙/);
  expect(html.match(/\(完了\)/g)).toHaveLength(1);
});

test("paging keeps the rest of the address and stops at the ends", async () => {
  const first = await renderMarkup(<Pagination page={1} pages={3} />, { at: "/list?state=open" });
  expect(first).toContain('href="/list?state=open&amp;page=2"');
  expect(first).not.toContain('rel="prev"');
  expect(await renderMarkup(<Pagination page={1} pages={1} />)).toBe("");
});
