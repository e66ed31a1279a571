import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** An order that can't be accepted before the customer consents to newer terms (A5.1): ask for it. */
export const followConsent: TaskKind<"followConsent"> = {
  name: "followConsent",
  role: "operations",
  clause: "A5.1",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["submitted"]))
      .filter((row) => row.maintenanceVerified !== null && row.awaitedConsent !== null)
      .map((row) => taskOf(row, "orders", {})),
};
