import {
  findDiscontinuation,
  readDiscontinuations,
  readReached,
} from "#db/queries/restrictions.ts";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { previewAffected, type Affected } from "#app/usecases/notices/preview-affected.ts";
import { reachedDeliveries, type ReachedDelivery } from "#app/usecases/notices/reached.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import { discontinuationView, type DiscontinuationView } from "./discontinuation-view.ts";

/** Every discontinuation, the latest day first. Throws Problem `notAllowed` for other roles. */
export async function listDiscontinuations(principal: Principal): Promise<DiscontinuationView[]> {
  asStaff(principal, "operations");
  const rows = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readDiscontinuations(tx),
  );
  return rows.map((row) => discontinuationView(row));
}

/** A discontinuation for staff: whom it touches now, and whom it has reached. */
export interface DiscontinuationForStaff {
  discontinuation: DiscontinuationView;
  affected: Affected;
  reached: ReachedDelivery[];
}

/**
 * A discontinuation with those whom it touches.
 *
 * @throws Problem `notAllowed` without the role operations, `notFound` where there is none
 */
export async function readDiscontinuation(
  principal: Principal,
  discontinuationId: string,
): Promise<DiscontinuationForStaff> {
  asStaff(principal, "operations");
  if (!isIdentifier(discontinuationId)) throw new Problem("notFound", "no identifier");
  const [row, reached] = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) =>
      [
        await findDiscontinuation(tx, operatorCustomerId, discontinuationId),
        await readReached(tx, operatorCustomerId, discontinuationId),
      ] as const,
  );
  if (!row) throw new Problem("notFound", `no discontinuation ${discontinuationId}`);
  const discontinuation = discontinuationView(row);
  const { menus } = discontinuation;
  return {
    discontinuation,
    affected: await previewAffected(principal, [{ kind: "menus", menus }]),
    reached: reachedDeliveries(reached),
  };
}
