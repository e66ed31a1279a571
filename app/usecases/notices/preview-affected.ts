import { readAffectedContracts, type AffectedContract } from "#db/queries/affected-contracts.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import type { Scope } from "#machines/engine/notify-customers.ts";

/** Whom something touches now: how many, and the contracts themselves. */
export interface Affected {
  customers: number;
  contracts: AffectedContract[];
}

/** The contracts that scopes touch now. Throws Problem `notAllowed` without the role operations. */
export async function previewAffected(
  principal: Principal,
  scopes: readonly Scope[],
): Promise<Affected> {
  asStaff(principal, "operations");
  const contracts = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readAffectedContracts(tx, scopes),
  );
  return { customers: new Set(contracts.map(({ customerId }) => customerId)).size, contracts };
}
