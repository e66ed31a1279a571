import { expect, test } from "vitest";

import { catalog } from "./catalog.ts";

test("there is one basic menu and five options of all three kinds", () => {
  const kinds = catalog.map((menu) => menu.kind);
  expect(kinds.filter((kind) => kind === "basic")).toHaveLength(1);
  expect(kinds.filter((kind) => kind !== "basic")).toHaveLength(5);
  expect(new Set(kinds)).toEqual(new Set(["basic", "subscription", "device", "work"]));
});

test("codes are unique, prices are positive integer yen, every text exists in both languages", () => {
  expect(new Set(catalog.map((menu) => menu.code)).size).toBe(catalog.length);
  for (const menu of catalog) {
    expect(Number.isSafeInteger(menu.annualPrice) && menu.annualPrice > 0).toBe(true);
    expect(menu.nameJa).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(menu.summaryJa).toMatch(/。$/);
    expect(menu.nameEn).toMatch(/^[\x20-\x7e]+$/);
    expect(menu.summaryEn).toMatch(/^[\x20-\x7e]+\.$/);
  }
});
