import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** An order that has been checked and can be accepted or rejected (A5.1, A5.4). */
export const decideOrder: TaskKind<"decideOrder"> = {
  name: "decideOrder",
  role: "operations",
  clause: "A5.1",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["submitted"]))
      .filter((row) => row.maintenanceVerified !== null && row.awaitedConsent === null)
      .map((row) => taskOf(row, "orders", {})),
};
