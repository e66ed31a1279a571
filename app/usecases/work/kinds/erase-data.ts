import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import { dayOf } from "#machines/calendar.ts";
import { erasureDueDay } from "#machines/terms/a18-erasure.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

function dueOf(endDay: string | null): string | null {
  if (endDay === null) return null;
  const end = dayOf(endDay);
  return erasureDueDay(end, policyOn(end)).day.toString();
}

/** The data and logs of an ended contract, to be erased (A18.1). */
export const eraseData: TaskKind<"eraseData"> = {
  name: "eraseData",
  role: "operations",
  clause: "A18.1",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["ended"]))
      .filter(({ windDown }) => windDown?.["data"] === "stored")
      .map((row) => taskOf(row, "contracts", { since: row.endDay, due: dueOf(row.endDay) })),
};
