import { listMenus } from "#app/usecases/catalog/list-menus.ts";
import { previewAffected, type Affected } from "#app/usecases/notices/preview-affected.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { sendToOperatorMachine } from "#app/usecases/operator/send-to-operator-machine.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { currentPortal } from "#app/portal.ts";
import { findContractsByNumber } from "#db/queries/restrictions.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import {
  readRestrictionForm,
  typedNumbers,
  type AskedRestriction,
  type RestrictionFaults,
} from "./restriction-form.ts";

/** What the form came to: something wrong, what would happen, or that it has happened. */
export type PlanAnswer =
  | { outcome: "faults"; faults: RestrictionFaults }
  | { outcome: "review"; restriction: AskedRestriction; affected: Affected }
  | { outcome: "sent" };

/** Names the restriction and the click. */
export interface RestrictionTarget {
  restrictionId: string;
  clickId: string;
}

/**
 * Restricts the service (利用制限, A19.1, A22.4, A22.5), at once or from a later instant on, and has
 * every customer concerned told. Fees stay owed (A19.3).
 *
 * @param send false to learn first what would happen
 * @throws Problem `conflict` where the restriction exists already, `notAllowed` for other roles
 */
export async function planRestriction(
  principal: Principal,
  { restrictionId, clickId }: RestrictionTarget,
  typed: TypedFields,
  send: boolean,
): Promise<PlanAnswer> {
  asStaff(principal, "operations");
  const { receivedAt } = principal;
  const menus = await listMenus(tokyoDayText(receivedAt));
  const contracts = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    findContractsByNumber(tx, typedNumbers(typed)),
  );
  const read = readRestrictionForm(typed, menus, contracts, receivedAt);
  if ("faults" in read) return { outcome: "faults", faults: read.faults };
  const { restriction } = read;
  if (!send) {
    const affected = await previewAffected(principal, [restriction.scope]);
    return { outcome: "review", restriction, affected };
  }
  const target = { kind: "restriction", machineId: restrictionId, clickId } as const;
  await sendToOperatorMachine(principal, target, { type: "plan", ...restriction });
  return { outcome: "sent" };
}
