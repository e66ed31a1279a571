import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

/** An accepted contract without a start day (A5.5), to be fixed by the day wished for. */
export const fixStart: TaskKind<"fixStart"> = {
  name: "fixStart",
  role: "operations",
  clause: "A5.5",
  find: async (tx) =>
    (await readWaitingContracts(tx, ["accepted"]))
      .filter(({ proposedStart }) => proposedStart === null)
      .map((row) => taskOf(row, "orders", { due: row.wishedStart })),
};
