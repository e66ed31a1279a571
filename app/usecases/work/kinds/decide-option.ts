import { tokyoDayText } from "#machines/calendar.ts";
import { readAddedOptions } from "#db/queries/work/added-options.ts";
import type { TaskKind } from "../task.ts";

/** An option ordered for a running contract, to be accepted or rejected (A9.1). */
export const decideOption: TaskKind<"decideOption"> = {
  name: "decideOption",
  role: "operations",
  clause: "A9.1",
  find: async (tx) =>
    (await readAddedOptions(tx)).map(({ customerId, customerName, ...row }) => {
      const since = tokyoDayText(row.requestedAt.toISOString());
      return {
        ...{ customerId, customerName, subject: row.optionId, name: row.number ?? "" },
        ...{ since, due: since },
        page: `/operations/contracts/${customerId}/${row.contractId}`,
      };
    }),
};
