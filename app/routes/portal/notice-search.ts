import type { NextExit } from "#machines/contract/next-exits.ts";

/** The query of the cancellation page that asks for an end. */
export function noticeSearch({ wish }: Pick<NextExit, "wish">): string {
  return wish === "earliest" || wish === "term" ? `?wish=${wish}` : `?wish=day&day=${wish}`;
}
