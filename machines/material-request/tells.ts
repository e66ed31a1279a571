import { base } from "../matters/base.ts";

/** The contract keeps count of what the operator holds for it (A25.5). */
const tellContract = (type: "materialHeld" | "materialGone") =>
  base.enqueueActions(({ context: { contractId, matterId: requestId }, enqueue }) => {
    if (!contractId) return;
    const event = { type, requestId };
    enqueue({ type: "tell", params: { kind: "contract", machineId: contractId, event } });
  });

export const tellHeld = tellContract("materialHeld");
export const tellGone = tellContract("materialGone");
