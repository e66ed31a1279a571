import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readAssignee, readLivingOptions } from "#db/queries/assignees.ts";
import { readProposedAssignee } from "#db/queries/consent-requests.ts";
import { readContract } from "#db/queries/contracts.ts";
import { readConsentForStaff } from "./read-consents.ts";
import { sendToRequest, type ConsentTarget } from "./send-to-request.ts";

/**
 * Asks the company that the assignor proposed to register (A31.1), by mail. Staff do it and not the
 * assignor's request itself: else the form would write to any address that somebody types.
 *
 * @throws Problem `notFound` where nobody is proposed, `conflict` where somebody is named already, or
 *   it was written to today
 */
export async function writeToAssignee(principal: Principal, target: ConsentTarget): Promise<void> {
  const actor = asStaff(principal, "operations");
  const { customerId, requestId } = target;
  await readConsentForStaff(principal, customerId, requestId);
  const proposed = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readProposedAssignee(tx, customerId, requestId),
  );
  if (!proposed) throw new Problem("notFound", "nobody is proposed");
  await sendToRequest(principal, actor, target, { type: "writeToAssignee" });
}

/**
 * Names the assignee of a contract by its customer number and asks it (A31.1): another customer than the
 * assignor. What a customer without registered information still has to say, it says with its answer (A5.1).
 *
 * @throws Problem `conflict` where the request waits for no assignee
 */
export async function nameAssignee(
  principal: Principal,
  target: ConsentTarget,
  typed: string | null,
): Promise<"named" | "unknown" | "same"> {
  const actor = asStaff(principal, "operations");
  const { customerId, requestId } = target;
  const { request } = await readConsentForStaff(principal, customerId, requestId);
  const { contractId } = request;
  if (!contractId) throw new Problem("conflict", "the request concerns no contract");
  const number = Number((typed ?? "").trim());
  const found = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => ({
      assigneeId: Number.isInteger(number) && number > 0 ? await readAssignee(tx, number) : null,
      contract: await readContract(tx, customerId, contractId),
      options: await readLivingOptions(tx, customerId, contractId),
    }),
  );
  const { assigneeId, contract, options } = found;
  if (!assigneeId) return "unknown";
  if (assigneeId === customerId) return "same";
  if (!contract?.startDay) throw new Problem("conflict", "the contract has no start day");
  const price = (menu: { annualPrice: number | null }) => menu.annualPrice ?? 0;
  const offer = {
    menuCodes: [contract.menuCode ?? "", ...options.map(({ menuCode }) => menuCode)],
    annualPrice: price(contract) + options.reduce((sum, option) => sum + price(option), 0),
    start: contract.startDay,
    termEnd: contract.termEnd,
  };
  const other = { customerId: assigneeId, requestId: newIdentifier() };
  const event = { type: "nameAssignee", assignorId: customerId, other, offer } as const;
  await sendToRequest(principal, actor, target, event);
  return "named";
}

/**
 * Records that the maintenance contract (保守サービス) that the assignee named was checked (A5.2).
 *
 * @throws Problem `conflict` where the assignee has not agreed, or it is recorded already
 */
export async function verifyAssignee(principal: Principal, target: ConsentTarget): Promise<void> {
  const actor = asStaff(principal, "operations");
  await sendToRequest(principal, actor, target, { type: "verifyAssignee" });
}
