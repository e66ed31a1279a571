import { expect, test } from "vitest";

import { catalog as menus } from "#db/seed/catalog.ts";
import { termsArticles } from "#db/seed/terms/terms.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import Catalog from "./catalog.tsx";
import Home from "./home.tsx";
import Terms from "./terms.tsx";

const prices = {
  taxRatePercent: 10,
  menus: menus.map((menu) => ({
    ...menu,
    annualPriceWithTax: menu.annualPrice + 1,
    lastDay: null,
  })),
};
const terms = {
  name: { ja: "約款", en: "Terms of service" },
  articles: termsArticles,
  shown: {
    ...{ version: "2025-04", document: "terms", standing: "present" },
    ...{ from: "2025-04-01", until: null },
  },
};

test("the first page leads to account and prices, and says what binds", async () => {
  const html = await renderMarkup(<Home />, { demo: true });
  expect(html).toContain('href="/sign-up"');
  expect(html).toContain('href="/catalog"');
  expect(html).toContain('href="/terms#article-10"');
  expect(html).toContain("デモ環境です。");
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test("the catalog shows every menu with its price before and after tax", async () => {
  const html = await renderMarkup(<Catalog />, { loaderData: prices, locale: "en" });
  for (const menu of menus) {
    expect(html).toContain(`id="${menu.code}"`);
    expect(html).toContain(menu.nameEn);
    expect(html).toContain(`value="${menu.annualPrice}"`);
    expect(html).toContain(`value="${menu.annualPrice + 1}"`);
  }
  expect(html.match(/per piece of work/g)).toHaveLength(2);
});

test("every article of the terms can be linked to, and the contents link to every article", async () => {
  const html = await renderMarkup(<Terms />, { loaderData: terms });
  expect(termsArticles).toHaveLength(35);
  for (const { number, titleJa } of termsArticles) {
    expect(html).toMatch(new RegExp(`<article id="article-${number}"`));
    expect(html).toContain(`href="#article-${number}"`);
    expect(html).toContain(`第${number}条（${titleJa}）`);
  }
  expect(html).toContain("2025/04/01");
  expect(html).not.toContain("which are written in Japanese");
});

test("the English terms say that they are a translation", async () => {
  const html = await renderMarkup(<Terms />, { loaderData: terms, locale: "en" });
  expect(html).toContain("which are written in Japanese");
});
