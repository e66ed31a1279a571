import { tokyoDayText } from "#machines/calendar.ts";
import { readOpenTermsDeliveries } from "#db/queries/terms-deliveries.ts";
import type { TaskKind } from "../task.ts";

/** The announcement of new terms that did not reach a customer: to be delivered otherwise (A3.2). */
export const deliverTerms: TaskKind<"deliverTerms"> = {
  name: "deliverTerms",
  role: "operations",
  clause: "A3.2",
  find: async (tx) =>
    (await readOpenTermsDeliveries(tx)).map(({ version, at, customerName, ...row }) => {
      const since = tokyoDayText(at);
      const { customerId, machineId, seq, n, contractNumber: name } = row;
      return {
        ...{ customerId, customerName, subject: `${machineId}/${seq}/${n}`, name },
        ...{ since, due: since },
        page: `/operations/terms/${encodeURIComponent(version)}/deliveries?state=${row.state}`,
      };
    }),
};
