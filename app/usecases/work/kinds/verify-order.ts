import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** An order whose maintenance contract (保守サービス) nobody has checked yet (A5.2). */
export const verifyOrder: TaskKind<"verifyOrder"> = {
  name: "verifyOrder",
  role: "operations",
  clause: "A5.2",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["submitted"]))
      .filter(({ maintenanceVerified }) => maintenanceVerified === null)
      .map((row) => taskOf(row, "orders", {})),
};
