import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** The data and logs of an ended contract, to be erased (A18.1). */
export const eraseData: TaskKind<"eraseData"> = {
  name: "eraseData",
  role: "operations",
  clause: "A18.1",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["ended"]))
      .filter(({ windDown }) => windDown?.["data"] === "stored")
      .map((row) => taskOf(row, "contracts", { since: row.endDay })),
};
