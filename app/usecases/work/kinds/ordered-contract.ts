import { tokyoDayText } from "#machines/calendar.ts";
import type { WaitingContract } from "#db/queries/work/contracts.ts";
import type { FoundTask } from "../task.ts";

/** Which page of a contract a task is done on: that of its order or its own. */
type ContractPage = "orders" | "contracts";

/** A task about a contract; it waits since its order came in unless `since` says otherwise. */
export function taskOf(
  { customerId, customerName, contractId, number, submittedAt }: WaitingContract,
  on: ContractPage,
  days: { since?: string | null; due?: string | null },
): FoundTask {
  const since = days.since ?? (submittedAt ? tokyoDayText(submittedAt.toISOString()) : "");
  return {
    ...{ customerId, customerName, subject: contractId, name: number, since },
    due: days.due ?? since,
    page: `/operations/${on}/${customerId}/${contractId}`,
  };
}
