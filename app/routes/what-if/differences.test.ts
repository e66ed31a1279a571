import { describe, expect, test } from "vitest";
import type { Comparison, Mark, Pair } from "#app/usecases/contracts/what-if/compare.ts";
import { changesOf, countOf, differencesByDay, firstDays } from "./differences.ts";

const pair = <Item>(id: string, mark: Mark, item: Item): Pair<Item> => ({
  ...{ id, mark },
  without: mark === "added" ? null : item,
  with: mark === "dropped" ? null : item,
});

const happening = (id: string, mark: Mark, at: string) =>
  pair(id, mark, { at } as Comparison["states"][number]["with"] & object);
const invoice = (id: string, mark: Mark, issueDay: string) =>
  pair(id, mark, { issueDay } as Comparison["invoices"][number]["with"] & object);

const comparison: Comparison = {
  states: [
    happening("notice", "added", "2031-06-15T03:00:00.000Z"),
    happening("start", "same", "2031-06-20T03:00:00.000Z"),
    // Midnight in Tokyo: the deadline belongs to the day that begins.
    happening("renew", "dropped", "2032-03-31T15:00:00.000Z"),
    // The same words both times: what followed otherwise has a line of its own.
    happening("another renewal", "changed", "2033-03-31T15:00:00.000Z"),
  ],
  invoices: [
    invoice("second", "dropped", "2032-04-01"),
    invoice("first", "changed", "2031-04-01"),
    invoice("other", "same", "2031-04-01"),
  ],
  duties: [],
  mails: [],
};

test("differences stand by day in Tokyo, the earliest first, and what is the same in none", () => {
  const days = differencesByDay(comparison);
  expect(
    days.map(({ day, differences }) => [day, ...differences.map((one) => one.pair.id)]),
  ).toEqual([
    ["2031-04-01", "first"],
    ["2031-06-15", "notice"],
    ["2032-04-01", "renew", "second"],
  ]);
  expect(countOf(days)).toBe(4);
});

describe("of many days", () => {
  const days = differencesByDay(comparison);
  test.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [10, 3],
  ])("at most %i differences are the first %i days", (most, first) => {
    const [shown, rest] = firstDays(days, most);
    expect(shown).toEqual(days.slice(0, first));
    expect([...shown, ...rest]).toEqual(days);
  });
});

test("what appears stands before what vanishes and what moves, one kind together", () => {
  const mails = [
    pair("1", "dropped", "reminder"),
    pair("2", "same", "reminder"),
    pair("3", "changed", "receipt"),
    pair("4", "added", "end"),
    pair("5", "dropped", "reminder"),
    pair("6", "dropped", "receipt"),
  ];
  const found = changesOf(mails, (mail) => mail);
  expect(found.map(({ mark, pairs }) => [mark, ...pairs.map(({ id }) => id)])).toEqual([
    ["added", "4"],
    ["dropped", "1", "5"],
    ["dropped", "6"],
    ["changed", "3"],
  ]);
});
