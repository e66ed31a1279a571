import { expect, test } from "vitest";
import { memoryRateLimiter } from "./rate-limit.ts";

const limit = { burst: 3, seconds: 10 };

async function takeMany(limiter: ReturnType<typeof memoryRateLimiter>, key: string, times: number) {
  const answers: boolean[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await limiter.take(key, limit));
  return answers;
}

test("a bucket gives its burst, then one act each ten seconds", async () => {
  let clock = 0;
  const limiter = memoryRateLimiter({ now: () => clock });
  expect(await takeMany(limiter, "a", 4)).toEqual([true, true, true, false]);
  clock += 9_999;
  expect(await takeMany(limiter, "a", 1)).toEqual([false]);
  clock += 1;
  expect(await takeMany(limiter, "a", 2)).toEqual([true, false]);
  clock += 3_600_000;
  expect(await takeMany(limiter, "a", 4)).toEqual([true, true, true, false]);
});

test("keys don't touch each other, and a factor widens all", async () => {
  const limiter = memoryRateLimiter({ factor: 2, now: () => 0 });
  expect(await takeMany(limiter, "a", 7)).toEqual([...Array(6).fill(true), false]);
  expect(await takeMany(limiter, "b", 1)).toEqual([true]);
});

test("a clock that goes back gives nothing away", async () => {
  let clock = 1_000_000;
  const limiter = memoryRateLimiter({ now: () => clock });
  await takeMany(limiter, "a", 3);
  clock = 0;
  expect(await takeMany(limiter, "a", 1)).toEqual([false]);
});

test("made-up keys push out the ones used longest ago", async () => {
  const limiter = memoryRateLimiter({ maxBuckets: 2, now: () => 0 });
  await takeMany(limiter, "a", 3);
  await takeMany(limiter, "b", 3);
  await takeMany(limiter, "c", 3);
  expect(await takeMany(limiter, "c", 1)).toEqual([false]);
  expect(await takeMany(limiter, "a", 1)).toEqual([true]);
});
