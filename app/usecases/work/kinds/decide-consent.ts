import { readOpenConsents } from "#db/queries/work/consent-requests.ts";
import type { TaskKind } from "../task.ts";

/** A customer's request for consent in writing that waits for the operator (A14.5, A31.1). */
export const decideConsent: TaskKind<"decideConsent"> = {
  name: "decideConsent",
  role: "operations",
  clause: "A31.1",
  find: async (tx) =>
    (await readOpenConsents(tx)).map(
      ({ customerId, customerName, requestId, number, askedOn }) => ({
        ...{ customerId, customerName, subject: requestId, name: number ?? "" },
        ...{ since: askedOn, due: askedOn },
        page: `/operations/consents/${customerId}/${requestId}`,
      }),
    ),
};
