import type { Temporal } from "temporal-polyfill";
import { monthsAfter } from "../calendar.ts";

type Day = Temporal.PlainDate;

/** Why data outlasts a contract: the law on books (会社法第432条第2項), claims (民法第166条第1項), or an account. */
export const retentionReasons = ["books", "claims", "account"] as const;

export type RetentionReason = (typeof retentionReasons)[number];

/**
 * Months after the end. Books are kept for ten years from their closing, which comes within a year; claims lapse
 * after five years.
 */
const retentionMonths: Record<RetentionReason, number | null> = {
  books: 132,
  claims: 60,
  account: null,
};

/** The last day for which data are kept (保存期間の末日), from a contract's last day; null where an account decides. */
export function keptUntil(end: Day, reason: RetentionReason): Day | null {
  const months = retentionMonths[reason];
  return months === null ? null : monthsAfter(end, months);
}
