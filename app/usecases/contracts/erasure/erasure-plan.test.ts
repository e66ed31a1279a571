import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { dataKinds, erasurePlan, plannedFor } from "./erasure-plan.ts";

const modules = import.meta.glob<Record<string, unknown>>(
  ["/db/schema/*.ts", "!/db/schema/*.test.ts"],
  { eager: true },
);
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((one): one is PgTable => is(one, PgTable));
const planned = new Set(dataKinds.flatMap((kind) => erasurePlan[kind].tables));

test("every table with a customer's data is in the plan", () => {
  const ofCustomers = tables.filter((table) => "customerId" in getTableColumns(table));
  expect(ofCustomers.length).toBeGreaterThan(30);
  const names = ofCustomers.map((table) => getTableName(table));
  expect(names.filter((name) => !planned.has(name))).toEqual([]);
});

test("the plan names no table that there is not", () => {
  const names = new Set(tables.map((table) => getTableName(table)));
  expect([...planned].filter((name) => !names.has(name))).toEqual([]);
});

test("what is not erased has a reason, and a last day unless the account decides", () => {
  for (const { kind, treatment, reason, until } of plannedFor("2026-03-31")) {
    expect([kind, reason === null], kind).toEqual([kind, treatment === "erased"]);
    const day = { books: "2037-03-31", claims: "2031-03-31", account: null }[reason ?? "account"];
    expect([kind, until]).toEqual([kind, day]);
  }
});
