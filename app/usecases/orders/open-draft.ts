import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted, Problem } from "#app/usecases/problem.ts";

/**
 * Begins an order (A5.1): a contract as draft, under an id that the page made, so that a form sent
 * twice makes one draft. Nothing binds anybody yet.
 *
 * @throws Problem `invalid` where the id is none
 */
export async function openDraft(principal: Principal, contractId: string): Promise<void> {
  const { customerId, actor } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("invalid", "the draft has no identifier");
  const outcome = await currentPortal().dispatch({
    customerId,
    machineId: contractId,
    kind: "contract",
    commandId: "openDraft",
    actor,
    receivedAt: principal.receivedAt,
    event: { type: "openDraft" },
  });
  accepted(outcome);
}
