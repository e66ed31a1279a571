import type { NextExit } from "#machines/contract/next-exits.ts";

/** The query of the cancellation page that asks for an end; `termEnd` is the present term's last day. */
export function noticeSearch({ wish, endDay }: NextExit, termEnd: string | null): string {
  if (wish === "earliest") return "?wish=earliest";
  return endDay === termEnd ? "?wish=term" : `?wish=day&day=${endDay}`;
}
