import type { Temporal } from "temporal-polyfill";
import { explainMonthsAfter, monthsAfter } from "../calendar.ts";

/** Months in which a lent device goes back (A8.1). */
const returnMonths = 1;

/** The last day on which a lent device goes back in time (返却), `day` being the last one of what it was lent for. */
export const returnDueDay = (day: Temporal.PlainDate) => monthsAfter(day, returnMonths);

/** `returnDueDay` with its derivation. */
export const explainReturnDueDay = (day: Temporal.PlainDate) =>
  explainMonthsAfter(day, returnMonths);
