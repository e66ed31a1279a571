import type { Temporal } from "temporal-polyfill";
import type { Yen } from "../money.ts";
import { explainDelayDamages, type DamagesDerivation } from "../money/damages.ts";
import { statutoryRateOn } from "../money/statutory-rate.ts";
import type { Clause } from "./articles.ts";

type Day = Temporal.PlainDate;

export const clause = "A14.3" satisfies Clause;
export const parameters = { feePerMille: 146 } as const;

/** A fee of the quote, or a charge (A7.6, A8.1, A14.7, A27). */
export type DebtKind = "fee" | "charge";

/**
 * The rate of delay damages a year in thousandths: that of A14.3 for fees; for charges the statutory
 * rate (法定利率, Civil Code 404) of the first day of delay, the day after the due day.
 */
export function damagesRate(kind: DebtKind, dueDay: Day): number {
  return kind === "fee" ? parameters.feePerMille : statutoryRateOn(dueDay.add({ days: 1 }));
}

/** Delay damages (遅延損害金) in yen on a principal in yen that was due on `dueDay` and is paid on `paidOn` (A14.3). */
export function damagesOwed(
  kind: DebtKind,
  principal: Yen,
  dueDay: Day,
  paidOn: Day,
): { amount: Yen; derivation: DamagesDerivation & { clause: Clause } } {
  const perMille = damagesRate(kind, dueDay);
  const { amount, derivation } = explainDelayDamages({ principal, dueDay, paidOn, perMille });
  return { amount, derivation: { clause, ...derivation } };
}
