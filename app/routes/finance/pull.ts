import { pullPayouts, type PullResult } from "#app/usecases/finance/pull-payouts.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";

const nothing: PullResult = {
  ...{ booked: 0, unbalanced: 0, waiting: 0, changed: 0, otherCurrency: 0, atBank: 0 },
};
const counts = Object.keys(nothing) as (keyof PullResult)[];

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
  const result = { ...nothing };
  for (const name of counts) {
    const number = Number(search.get(name) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number < 0) return null;
    result[name] = number;
  }
  return result;
}
