import { readDiscontinuations, readRestrictions } from "#db/queries/restrictions.ts";
import { currentPortal } from "#app/portal.ts";
import {
  discontinuationView,
  type DiscontinuationView,
} from "#app/usecases/discontinuations/discontinuation-view.ts";
import { maintenanceCalendar } from "#app/usecases/maintenance/list-maintenance.ts";
import type { MaintenanceWindow } from "#app/usecases/maintenance/maintenance-window.ts";
import {
  restrictionView,
  type RestrictionView,
} from "#app/usecases/restrictions/restriction-view.ts";

/** A restriction as everybody may see it: without what staff wrote for themselves. */
export type PostedRestriction = Omit<
  RestrictionView,
  "contracts" | "ground" | "refundReason" | "refund"
>;

/** What is posted for everybody (お知らせ, A1.1, A19, A20.2, A22.5(4)). */
export interface NoticeBoard {
  restrictions: PostedRestriction[];
  discontinuations: DiscontinuationView[];
  maintenance: MaintenanceWindow[];
}

/** Leaves out what staff wrote for themselves, and whose contracts it touches. */
export function posted(view: RestrictionView): PostedRestriction {
  const { contracts: _, ground: __, refundReason: ___, refund: ____, ...shown } = view;
  return shown;
}

/** Restrictions that are planned or in force, and discontinuations that were not withdrawn. */
export async function openNotices() {
  const [restrictions, discontinuations] = await currentPortal().database.transaction(
    { role: "portal_engine" },
    async (tx) => [await readRestrictions(tx), await readDiscontinuations(tx)] as const,
  );
  return {
    restrictions: restrictions
      .map((row) => restrictionView(row))
      .filter(({ status }) => status === "planned" || status === "inForce"),
    discontinuations: discontinuations
      .map((row) => discontinuationView(row))
      .filter(({ status }) => status !== "withdrawn"),
  };
}

/** The notices for everybody. What concerns single contracts is shown to their customers alone. */
export async function noticeBoard(): Promise<NoticeBoard> {
  const { restrictions, discontinuations } = await openNotices();
  const { coming } = await maintenanceCalendar();
  return {
    restrictions: restrictions
      .filter(({ contracts }) => contracts.length === 0)
      .map((view) => posted(view)),
    discontinuations,
    maintenance: coming.filter(({ status }) => status !== "cancelled"),
  };
}
