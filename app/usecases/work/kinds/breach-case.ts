import { dayOf, tokyoDayText } from "#machines/calendar.ts";
import { readBreachCasesInState } from "#db/queries/work/breach-cases.ts";
import type { FoundTask, TaskKind } from "../task.ts";

/** The tasks of all breach cases in a state: since it was reached, or since the demand's period ended. */
const inState = (status: string): TaskKind["find"] =>
  async function find(tx): Promise<FoundTask[]> {
    const cases = await readBreachCasesInState(tx, status);
    return cases.map(({ customerId, customerName, caseId, item, demandUntil, changedAt }) => {
      const changed = tokyoDayText(changedAt.toISOString());
      const since = demandUntil ? dayOf(demandUntil).add({ days: 1 }).toString() : changed;
      return {
        ...{ customerId, customerName, subject: caseId, name: item, since, due: since },
        page: `/operations/breaches/${customerId}/${caseId}`,
      };
    });
  };

/** A breach that was noted: to be recorded or discarded (A15.2). */
export const recordBreach: TaskKind<"recordBreach"> = {
  ...{ name: "recordBreach", role: "operations", clause: "A15.2", find: inState("draft") },
};

/** A formal demand whose period is over: cured or not (A16.1(1)). */
export const judgeDemand: TaskKind<"judgeDemand"> = {
  ...{ name: "judgeDemand", role: "operations", clause: "A16.1(1)", find: inState("periodOver") },
};

/** A breach that was not cured: to be terminated for, or closed (A16.1). */
export const decideTermination: TaskKind<"decideTermination"> = {
  ...{ name: "decideTermination", role: "operations", clause: "A16.1", find: inState("uncured") },
};
