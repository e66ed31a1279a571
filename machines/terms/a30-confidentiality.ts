import type { Temporal } from "temporal-polyfill";
import { monthsAfter } from "../calendar.ts";

/** Days within which words that were spoken are confirmed in writing (A30.1(2)). */
const confirmationDays = 30;

/** Months for which the duty lasts from the disclosure (A30.6). */
const dutyMonths = 36;

/** The last day on which what was told in confidence is named so in writing (書面による秘密の指定). */
export const lastDayOfConfirmation = (disclosedOn: Temporal.PlainDate) =>
  disclosedOn.add({ days: confirmationDays });

/**
 * The last day of the duty to keep a secret (秘密保持義務) that was disclosed on `disclosedOn`; null for
 * personal data, of which the duty has no end (A30.5, A30.6).
 */
export const lastDayOfDuty = (disclosedOn: Temporal.PlainDate, isPersonalData: boolean) =>
  isPersonalData ? null : monthsAfter(disclosedOn, dutyMonths);
