import { readWaitingContracts } from "#db/queries/work/contracts.ts";
import type { TaskKind } from "../task.ts";
import { taskOf } from "./ordered-contract.ts";

const soonDays = 14;

/** A service to be made ready, since its contract starts within two weeks (A5.5). */
export const prepareStart: TaskKind<"prepareStart"> = {
  name: "prepareStart",
  role: "operations",
  clause: "A5.5",
  find: async (tx, today) => {
    const soon = today.add({ days: soonDays }).toString();
    return (await readWaitingContracts(tx, ["preparing"]))
      .filter(({ startDay }) => startDay !== null && startDay <= soon)
      .map((row) => taskOf(row, "contracts", { due: row.startDay }));
  },
};
