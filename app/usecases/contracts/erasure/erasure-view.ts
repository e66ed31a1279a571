import { dayOf } from "#machines/calendar.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { erasureDueDay, type ErasedStore } from "#machines/terms/a18-erasure.ts";
import { plannedFor, type PlannedData } from "./erasure-plan.ts";
import { policyOn } from "#machines/terms/policy.ts";

/** What becomes of a customer's data and logs after the end of a contract (A18.1). Days ISO. */
export interface ErasureView {
  due: { day: string; derivation: Derivation };
  /** Null until it is recorded. */
  done: { day: string; stores: ErasedStore[] } | null;
  /** What becomes of the data that the portal itself holds. */
  plan: PlannedData[];
}

/** The erasure of an ended contract; null before the end. */
export function erasureView({
  ended,
  erasure,
}: Pick<ContractContext, "ended" | "erasure">): ErasureView | null {
  if (!ended) return null;
  const end = dayOf(ended.day);
  const { day, derivation } = erasureDueDay(end, policyOn(end));
  return { due: { day: day.toString(), derivation }, done: erasure, plan: plannedFor(ended.day) };
}
