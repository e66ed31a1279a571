import { afterAll, beforeAll, expect, test } from "vitest";

import { installPortal } from "#app/portal.ts";
import type { Portal } from "#app/portal.ts";
import { openTestDatabase } from "#test/helpers/database.ts";
import type { TestDatabase } from "#test/helpers/database.ts";
import { priceList } from "./price-list.ts";

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
  installPortal({ database: opened.database } as Portal);
  const add = (code: string, kind: string, price: number, from: string) =>
    opened.asSuperuser(
      `insert into menu (code, kind, name_ja, name_en, summary_ja, summary_en, annual_price, valid_from)
       values ($1, $2, $1, $1, $1, $1, $3, $4)`,
      [code, kind, price, from],
    );
  await add("OPTION", "subscription", 1_005, "2018-01-01");
  await add("BASIC", "basic", 3_000_000, "2018-01-01");
  await add("BASIC", "basic", 3_300_000, "2025-04-01");
});

afterAll(() => opened.close());

test("prices and tax rate are those of the day, the tax of a menu rounded down", async () => {
  expect(await priceList("2019-09-30")).toMatchObject({
    taxRatePercent: 8,
    menus: [
      { code: "BASIC", annualPrice: 3_000_000, annualPriceWithTax: 3_240_000 },
      { code: "OPTION", annualPrice: 1_005, annualPriceWithTax: 1_085 },
    ],
  });
  expect(await priceList("2025-04-01")).toMatchObject({
    taxRatePercent: 10,
    menus: [
      { code: "BASIC", annualPriceWithTax: 3_630_000 },
      { code: "OPTION", annualPriceWithTax: 1_105 },
    ],
  });
});
