import type { Derivation } from "#machines/calendar/derivation.ts";
import { earliestEnd, type ContractEnd, type PendingEnd } from "#machines/contract/ends.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import { explainEnd } from "../explain-deadline.ts";

/** The last day (ISO) of a contract or an option in one future. */
export interface ComingEnd {
  day: string;
  clause: string;
  /** Null where somebody set the day. */
  derivation: Derivation | null;
}

/** How a contract or an option ends in one future (終了日): the end that came, else the one noted. */
export function comingEnd(part: Readonly<CustomerWorld>, machineId: string): ComingEnd | null {
  const found = part.machines.get(machineId)?.snapshot.context as unknown as
    | { ends: PendingEnd[]; ended: ContractEnd | null }
    | undefined;
  if (!found) return null;
  const { ends, ended } = found;
  const applying = ended
    ? ends.find(({ endDay, clause }) => endDay === ended.day && clause === ended.clause)
    : earliestEnd(found);
  const derivation = applying ? explainEnd(applying) : null;
  if (ended) return { day: ended.day, clause: ended.clause, derivation };
  return applying ? { day: applying.endDay, clause: applying.clause, derivation } : null;
}
