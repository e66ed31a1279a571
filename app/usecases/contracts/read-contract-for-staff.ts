import { readCustomer } from "#db/queries/operations/people.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readAssignmentLinks, type AssignmentLinks } from "./assignment-links.ts";
import { readContractRecord } from "./contract-record.ts";
import { requireIdentifiers } from "./staff-command.ts";
import { contractView, type ContractView } from "./contract-view.ts";

/** A contract as the operator's staff see it, with the name of its customer. */
export interface StaffContractView extends ContractView {
  customerName: string;
  /** The contracts that an assignment ties to this one (A31.1). */
  links: AssignmentLinks;
}

/**
 * A contract of any customer, for operations.
 *
 * @throws Problem `notAllowed` without the role operations, `notFound` where there is no such contract
 */
export async function readContractForStaff(
  principal: Principal,
  customerId: string,
  contractId: string,
): Promise<StaffContractView> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, contractId);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const record = await readContractRecord(tx, customerId, contractId);
    const customer = await readCustomer(tx, customerId);
    if (!record) throw new Problem("notFound", `no contract ${contractId}`);
    return {
      ...contractView(record, principal.receivedAt),
      customerName: customer?.name ?? "",
      links: await readAssignmentLinks(tx, record.snapshot.context),
    };
  });
}
