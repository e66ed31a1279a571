import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readContract, type ContractRow } from "#db/queries/contracts.ts";
import { readOrderForms } from "#db/queries/order-forms.ts";
import type { TypedOrder } from "./order-form/typed.ts";

/** An order as far as it was typed. */
export interface Draft {
  contract: ContractRow;
  typed: TypedOrder;
  /** ISO instant of the last saving; empty before the first. */
  savedAt: string;
}

/**
 * The order form of one of the member's contracts, whatever has become of the contract.
 *
 * @throws Problem `notFound` for a contract that does not exist or is somebody else's
 */
export async function readDraft(principal: Principal, contractId: string): Promise<Draft> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const scope = { role: "portal_app", customerId } as const;
  const { contract, forms } = await currentPortal().database.transaction(scope, async (tx) => ({
    contract: await readContract(tx, customerId, contractId),
    forms: await readOrderForms(tx, customerId, [contractId]),
  }));
  if (!contract) throw new Problem("notFound", `no contract ${contractId}`);
  const { sent: _, ...typed } = forms[0]?.form ?? {};
  return { contract, typed, savedAt: forms[0]?.savedAt.toISOString() ?? "" };
}
