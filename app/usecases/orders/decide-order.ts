import { currentPortal } from "#app/portal.ts";
import { lastDayOfContract } from "#app/usecases/catalog/gone-menus.ts";
import {
  requireIdentifiers,
  sendAsOperations,
  type StaffTarget,
} from "#app/usecases/contracts/staff-command.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { readContract } from "#db/queries/contracts.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { rejectionReasons } from "#machines/terms/a05-rejection.ts";
import { contractTerms } from "#app/usecases/terms/contract-terms.ts";
import { announcedChanges } from "#app/usecases/terms/terms-change.ts";
import { awaitedVersions } from "./awaited-consents.ts";

/** Records that the maintenance contract (保守サービス) named in an order was checked (A5.2). */
export async function verifyMaintenance(principal: Principal, target: StaffTarget): Promise<void> {
  await sendAsOperations(principal, target, { type: "verifyMaintenance" });
}

/**
 * Accepts an order (承諾, A5.1): with this the contract is formed, and it hears of the versions of its
 * documents that are announced (A3.2). Nothing happens before the maintenance contract is verified
 * (A5.2), and before the applicant has consented to terms that came to bind after the order. An order with
 * a menu that is gone by now (A20) can't be accepted.
 *
 * @throws Problem `notFound`, or `conflict` where the order was decided or withdrawn meanwhile
 */
export async function acceptOrder(
  principal: Principal,
  target: StaffTarget,
): Promise<"accepted" | "maintenanceUnverified" | "consentAwaited" | "menuGone"> {
  asStaff(principal, "operations");
  const { customerId, contractId } = target;
  requireIdentifiers(customerId, contractId);
  const row = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readContract(tx, customerId, contractId),
  );
  if (row?.status === "submitted" && !row.maintenanceVerified) return "maintenanceUnverified";
  const today = tokyoDay(principal.receivedAt).toString();
  const terms = row && (await contractTerms({ customerId, contractId }, today));
  if (terms && awaitedVersions(terms).length > 0) return "consentAwaited";
  const lastDay = await lastDayOfContract({ customerId, contractId });
  if (lastDay !== null && lastDay < today) return "menuGone";
  await sendAsOperations(principal, target, { type: "accept" });
  for (const { version, from } of terms ? announcedChanges(terms) : []) {
    const event = { type: "announceTerms", versionId: version, effectiveDay: from };
    const clickId = derivedId(contractId, `announceTerms/${version}`);
    await sendAsOperations(principal, { ...target, clickId }, event);
  }
  return "accepted";
}

/**
 * Rejects an order (謝絶) for one of the nine reasons of A5.4; the applicant is told.
 *
 * @param typed the reason as it came with the form
 * @throws Problem `notFound`, or `conflict` where the order was decided or withdrawn meanwhile
 */
export async function rejectOrder(
  principal: Principal,
  target: StaffTarget,
  typed: unknown,
): Promise<"rejected" | "reasonMissing"> {
  asStaff(principal, "operations");
  const reason = rejectionReasons.find((one) => one === typed);
  if (!reason) return "reasonMissing";
  await sendAsOperations(principal, target, { type: "reject", reason });
  return "rejected";
}
