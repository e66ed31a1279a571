import { findRestriction, readReached, readRestrictions } from "#db/queries/restrictions.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { previewAffected, type Affected } from "#app/usecases/notices/preview-affected.ts";
import { readDeliveries, type Delivery } from "#app/usecases/notices/read-deliveries.ts";
import { reachedDeliveries, type ReachedDelivery } from "#app/usecases/notices/reached.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { restrictionView, scopeOf, type RestrictionView } from "./restriction-view.ts";

/** Every restriction, those that are planned or in force first. Throws `notAllowed` for other roles. */
export async function listRestrictions(principal: Principal): Promise<RestrictionView[]> {
  asStaff(principal, "operations");
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readRestrictions(tx),
  );
  const views = rows.map((row) => restrictionView(row));
  const isOpen = ({ status }: RestrictionView) => status === "planned" || status === "inForce";
  return [...views.filter(isOpen), ...views.filter((view) => !isOpen(view))];
}

/** A restriction for staff: whom it touches now, whom it has reached, and what was written to them. */
export interface RestrictionForStaff {
  restriction: RestrictionView;
  affected: Affected;
  reached: ReachedDelivery[];
  deliveries: Delivery[];
}

/**
 * A restriction with those whom it touches.
 *
 * @throws Problem `notAllowed` without the role operations, `notFound` where there is none
 */
export async function readRestriction(
  principal: Principal,
  restrictionId: string,
): Promise<RestrictionForStaff> {
  asStaff(principal, "operations");
  if (!isIdentifier(restrictionId)) throw new Problem("notFound", "no identifier");
  const [row, reached] = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) =>
      [
        await findRestriction(tx, operatorCustomerId, restrictionId),
        await readReached(tx, operatorCustomerId, restrictionId),
      ] as const,
  );
  if (!row) throw new Problem("notFound", `no restriction ${restrictionId}`);
  const restriction = restrictionView(row);
  return {
    restriction,
    affected: await previewAffected(principal, [scopeOf(restriction)]),
    reached: reachedDeliveries(reached),
    deliveries: await readDeliveries(principal, restrictionId),
  };
}
