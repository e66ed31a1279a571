import { expect, test } from "vitest";
import { writeBehind } from "./write-behind.ts";

/** A writer whose writes end when they are told to. */
function slowWriter(most: number) {
  const written: number[][] = [];
  const ends: (() => void)[] = [];
  const writing = writeBehind<number>(most, async (items) => {
    written.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
  });
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { writing, written, endOne };
}

test("what comes while a write is under way is written together, in its order", async () => {
  const { writing, written, endOne } = slowWriter(10);
  for (const item of [1, 2, 3, 4]) await writing.add(item);
  expect(written).toEqual([[1]]);
  await endOne();
  expect(written).toEqual([[1], [2, 3, 4]]);
  await endOne();
  await writing.add(5);
  expect(written).toEqual([[1], [2, 3, 4], [5]]);
  const end = writing.end();
  await endOne();
  await end;
});

test("no more than the bound waits to be written", async () => {
  const { writing, written, endOne } = slowWriter(2);
  await writing.add(1);
  await writing.add(2);
  let isTaken = false;
  const third = writing.add(3).then(() => (isTaken = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isTaken).toBe(false);
  await endOne();
  await endOne();
  await third;
  expect(written).toEqual([[1], [2, 3]]);
});

test("after a failed write nothing more is written, and whoever ends hears of it", async () => {
  const written: number[][] = [];
  const writing = writeBehind<number>(2, async (items) => {
    written.push([...items]);
    throw new Error("the disk is full");
  });
  await writing.add(1);
  await writing.add(2);
  await expect(writing.add(3)).rejects.toThrow("the disk is full");
  await expect(writing.end()).rejects.toThrow("the disk is full");
  expect(written).toEqual([[1]]);
});
