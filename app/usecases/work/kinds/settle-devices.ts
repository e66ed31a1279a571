import { dayOf, monthsAfter } from "#machines/calendar.ts";
import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** The lent devices of an ended contract: returned, recovered or charged (A8.1). */
export const settleDevices: TaskKind<"settleDevices"> = {
  name: "settleDevices",
  role: "operations",
  clause: "A8.1",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["ended"]))
      .filter(({ windDown }) => windDown?.["devices"] === "outstanding")
      .map((row) => {
        const due = row.endDay && monthsAfter(dayOf(row.endDay), 1).toString();
        return taskOf(row, "contracts", { since: row.endDay, due });
      }),
};
