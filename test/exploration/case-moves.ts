import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { isLive } from "./invariants/facts.ts";
import { move, type Days, type Move } from "./move.ts";
import type { Place } from "./place.ts";
import { breachCase, contractId, noteId } from "./subject.ts";

/** A breach case from its record to its end; what it says reaches the contract and its invoices. */
export function caseMoves({ facts }: Place, { later }: Days): Move[] {
  const say = (event: MachineEvent) => move(`case: ${event.type}`, "operations", breachCase, event);
  const [own] = facts.cases;
  const contractIds = [contractId];
  if (!own) {
    if (!isLive(facts.contracts[0]?.state ?? "")) return [];
    const draft = { type: "draft", happenedOn: facts.today, contractIds, noteId };
    const record = { type: "record", debtorIds: contractIds };
    return ["A16.1(1)", "A16.1(2)", "A32"].map((item) => ({
      name: `record ${item}`,
      wishes: [
        ["operations", breachCase, { ...draft, item }],
        ["operations", breachCase, record],
      ],
    }));
  }
  if (["cured", "closed"].includes(own.state)) return [];
  const isSuspended = own.context.suspended.length > 0;
  return [
    say({ type: isSuspended ? "lift" : "suspend", contractIds }),
    say({ type: "demand", until: later(14), noteId }),
    say({ type: "cure", noteId }),
    say({ type: "recordUncured", debtorIds: contractIds }),
    say({ type: "terminate", contractIds, debtorIds: contractIds }),
    say({ type: "close", noteId }),
  ];
}
