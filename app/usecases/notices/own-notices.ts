import { readAffectedContracts } from "#db/queries/affected-contracts.ts";
import { currentPortal } from "#app/portal.ts";
import type { DiscontinuationView } from "#app/usecases/discontinuations/discontinuation-view.ts";
import { maintenanceCalendar } from "#app/usecases/maintenance/list-maintenance.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { scopeOf } from "#app/usecases/restrictions/restriction-view.ts";
import type { Scope } from "#machines/engine/notify-customers.ts";
import { openNotices, posted, type PostedRestriction } from "./notice-board.ts";

/** The customer's contracts that something touches, by id and number. */
type Touched = { contracts: { contractId: string; number: string }[] };

/** What concerns a customer's own contracts. */
export interface OwnNotices {
  restrictions: (PostedRestriction & Touched)[];
  discontinuations: (DiscontinuationView & Touched)[];
  /** Windows of the next weeks. */
  maintenance: (MaintenanceWindow & Touched)[];
}

/** How far ahead maintenance is shown beside the contracts. */
const daysAhead = 35;

/**
 * The notices that concern the contracts of the person's customer, or one of them.
 *
 * @param contractId names the one contract; all where left out
 * @throws Problem `notFound` for who is no member of a customer
 */
export async function ownNotices(principal: Principal, contractId?: string): Promise<OwnNotices> {
  const { customerId } = asMember(principal);
  const { restrictions, discontinuations } = await openNotices();
  const { coming } = await maintenanceCalendar();
  const until = new Date(Date.parse(principal.receivedAt) + daysAhead * 86_400_000).toISOString();
  const windows = coming.filter(
    ({ status, startsAt }) => status !== "cancelled" && startsAt < until,
  );
  return currentPortal().database.transaction({ role: "portal_app", customerId }, async (tx) => {
    const withTouched = async <Notice>(notice: Notice, scope: Scope) => {
      const touched = await readAffectedContracts(tx, [scope]);
      const contracts = touched
        .filter((one) => contractId === undefined || one.contractId === contractId)
        .map((one) => ({ contractId: one.contractId, number: one.number }));
      return contracts.length === 0 ? [] : [{ ...notice, contracts }];
    };
    const all = { restrictions: [], discontinuations: [], maintenance: [] } as OwnNotices;
    for (const view of restrictions)
      all.restrictions.push(...(await withTouched(posted(view), scopeOf(view))));
    for (const view of discontinuations) {
      const scope = { kind: "menus", menus: view.menus } as const;
      all.discontinuations.push(...(await withTouched(view, scope)));
    }
    for (const window of windows) {
      const scope = { kind: "menus", menus: window.menus } as const;
      all.maintenance.push(...(await withTouched(window, scope)));
    }
    return all;
  });
}
