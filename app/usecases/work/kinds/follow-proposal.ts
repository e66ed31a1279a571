import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** A start day that the customer has not answered: ask again, or propose another once it is past (A5.5). */
export const followProposal: TaskKind<"followProposal"> = {
  name: "followProposal",
  role: "operations",
  clause: "A5.5",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["accepted"]))
      .filter(({ proposedStart }) => proposedStart !== null)
      .map((row) => taskOf(row, "orders", { due: row.proposedStart })),
};
