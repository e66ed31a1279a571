import type { CustomerState } from "./change.ts";
import type { Series } from "./definition.ts";

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** Takes the next number of a series; without gaps, because a refused command takes its change along. */
export function drawNumber(customer: CustomerState, series: Series): string {
  if (series === "contract") {
    customer.contractCounter += 1;
    return `C${pad(customer.number, 6)}-${pad(customer.contractCounter, 2)}`;
  }
  if (series === "invoice") {
    customer.invoiceCounter += 1;
    return `${pad(customer.number, 6)}-${pad(customer.invoiceCounter, 4)}`;
  }
  customer.creditNoteCounter += 1;
  return `R${pad(customer.number, 6)}-${pad(customer.creditNoteCounter, 4)}`;
}
