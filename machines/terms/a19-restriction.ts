import type { Temporal } from "temporal-polyfill";
import type { Bilingual, Clause } from "./articles.ts";
import { interruptionReasons } from "./a22-interruption.ts";

/** Why the operator may stop or interrupt the service, in a few words of its own. */
export interface RestrictionReason {
  clause: Clause;
  label: Bilingual;
  /** The clause by which fees stay owed all the same. */
  feeClause: Clause;
  /** Whether a long restriction without prospect may end the contracts (A19.4). */
  mayEndContracts: boolean;
}

const labels: readonly Bilingual[] = [
  {
    ja: "災害などの非常事態、またはそのおそれ",
    en: "A disaster or another emergency, or the danger of one",
  },
  {
    ja: "公共のために優先すべき通信の確保",
    en: "Priority for communications in the public interest",
  },
  { ja: "設備の保守や工事", en: "Upkeep of, or works on, the facilities" },
  { ja: "設備の障害", en: "A failure of the facilities" },
  {
    ja: "お客様の環境からの大量のログ送信",
    en: "A long flood of logs from a customer's environment",
  },
  { ja: "そのほか当社が必要と認める事情", en: "Another need that we have established" },
];

/** The reasons (1) to (6) for which the service may be restricted (利用制限, A19.1). */
const ownReasons: readonly RestrictionReason[] = labels.map((label, at) => ({
  clause: `A19.1(${at + 1})` as Clause,
  label,
  feeClause: "A19.3",
  mayEndContracts: true,
}));

/** Every reason for a restriction: A19.1(1) to (6), then those of A22, which end no contract. */
export const restrictionReasons: readonly RestrictionReason[] = [
  ...ownReasons,
  ...interruptionReasons.map((reason) => ({ ...reason, mayEndContracts: false })),
];

/** The reason that a clause names; null where the clause gives none. */
export function restrictionReason(clause: string): RestrictionReason | null {
  return restrictionReasons.find((reason) => reason.clause === clause) ?? null;
}

/**
 * Whether contracts may end on a day because of a restriction that lasts long and has no prospect
 * (A19.4, 解除): the reason is one of A19.1, and the notice goes out before that day.
 *
 * @param noticeOn the day of the notice
 * @param endDay the last day of the contracts
 */
export function mayEndAfterRestriction(
  clause: string,
  noticeOn: Temporal.PlainDate,
  endDay: Temporal.PlainDate,
): boolean {
  const isBefore = noticeOn.until(endDay).days > 0;
  return isBefore && restrictionReason(clause)?.mayEndContracts === true;
}
