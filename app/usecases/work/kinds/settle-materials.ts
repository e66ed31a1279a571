import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** What the customer lent to the operator, to be returned or disposed of after the end (A25.5). */
export const settleMaterials: TaskKind<"settleMaterials"> = {
  name: "settleMaterials",
  role: "operations",
  clause: "A25.5",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["ended"]))
      .filter(({ windDown }) => windDown?.["materials"] === "held")
      .map((row) => taskOf(row, "contracts", { since: row.endDay })),
};
