import { pullPayouts, type PullResult } from "#app/usecases/finance/pull-payouts.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

const counts = [
  ...(["booked", "unbalanced", "waiting", "changed", "otherCurrency", "atBank"] as const),
];

/** Pulls the payouts and gives the address of a page that says what came of it. */
export async function pullTo(principal: Principal, path: string): Promise<string> {
  try {
    const result = await pullPayouts(principal);
    const search = new URLSearchParams(counts.map((name) => [name, String(result[name])]));
    return `${path}?${search}`;
  } catch (error) {
    if (error instanceof Problem && error.code === "unavailable") return `${path}?pull=failed`;
    throw error;
  }
}

/** What an address of `pullTo` says; null for any other address. */
export function pulledFrom(request: Request): PullResult | "failed" | null {
  const search = new URL(request.url).searchParams;
  if (search.get("pull") === "failed") return "failed";
  const numbers = counts.map((name) => [name, Number(search.get(name) ?? Number.NaN)] as const);
  if (!numbers.every(([, number]) => Number.isSafeInteger(number) && number >= 0)) return null;
  return Object.fromEntries(numbers) as unknown as PullResult;
}
