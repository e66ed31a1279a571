import { share, type Yen } from "../money.ts";
import { taxRateOn } from "../money/tax.ts";
import { dayOf } from "../calendar.ts";
import type { Clause } from "./articles.ts";

export const clause = "A27.2" satisfies Clause;

/** What a customer can be charged for beside the fees (実費・損害の請求). */
export const chargeKinds = [
  "deviceLoss",
  "deviceRepair",
  "deviceRecovery",
  "misuseFee",
  "misuseDamage",
  "damage",
] as const;

export type ChargeKind = (typeof chargeKinds)[number];

interface ChargeRule {
  clause: Clause;
  /** Whether it is paid for something that the operator has supplied, and so bears consumption tax. */
  isTaxed: boolean;
}

/**
 * By which clause each is charged. Compensation (損害賠償金) is paid for no supply and bears no consumption tax
 * (不課税, Consumption Tax Act basic circular 5-2-5): a device that is lost, its repair, its recovery from a customer
 * that does not return it, and any other damage. Fees that somebody else has run up with the customer's account
 * (A14.7) are paid for the service itself, and are taxed at the rate of the day.
 */
export const chargeRules: Readonly<Record<ChargeKind, ChargeRule>> = {
  deviceLoss: { clause: "A7.6", isTaxed: false },
  deviceRepair: { clause: "A7.6", isTaxed: false },
  deviceRecovery: { clause: "A8.1", isTaxed: false },
  misuseFee: { clause: "A14.7", isTaxed: true },
  misuseDamage: { clause: "A14.7", isTaxed: false },
  damage: { clause, isTaxed: false },
};

/**
 * What is invoiced for a charge, in yen.
 *
 * @param net yen without tax
 * @param day ISO day on which it happened: its tax rate holds
 */
export function chargeAmounts(
  kind: ChargeKind,
  net: Yen,
  day: string,
): { ratePercent: number; tax: Yen; total: Yen } {
  const ratePercent = chargeRules[kind].isTaxed ? taxRateOn(dayOf(day)) : 0;
  const tax = share(net, ratePercent, 100);
  return { ratePercent, tax, total: net + tax };
}
