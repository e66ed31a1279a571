import { dayOf } from "../calendar.ts";
import { bankClosure } from "../banking-days.ts";
import { monthsOn, type Month } from "./month.ts";

/** Policy: within how many business days of the next month a month is to be closed. */
export const closeWithinBankingDays = 5;

/** The day by which a month is to be closed, ISO: the fifth on which banks are open after it. */
export function closeBy(month: Month): string {
  let day = dayOf(`${monthsOn(month, 1)}-01`);
  for (let open = 0; ; day = day.add({ days: 1 })) {
    if (bankClosure(day) === null) open += 1;
    if (open === closeWithinBankingDays) return day.toString();
  }
}
