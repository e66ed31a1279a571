import type { maintenance } from "#db/schema/maintenance.ts";
import type { NamedMenu } from "#machines/engine/notify-customers.ts";

/** A window of planned maintenance (計画メンテナンス) as everybody may see it; instants are ISO. */
export interface MaintenanceWindow {
  maintenanceId: string;
  status: "planned" | "underWay" | "over" | "cancelled";
  startsAt: string;
  endsAt: string;
  menus: NamedMenu[];
  titleJa: string;
  titleEn: string;
  textJa: string;
  textEn: string;
  /** Why it was called off; null where it was not. */
  reasonJa: string | null;
  reasonEn: string | null;
  revision: number;
  plannedAt: string;
  revisedAt: string;
}

/** A row of the list columns as a window. */
export function maintenanceWindow(row: typeof maintenance.$inferSelect): MaintenanceWindow {
  const { customerId: _, changedAt: __, startsAt, endsAt, plannedAt, revisedAt, ...rest } = row;
  return {
    ...rest,
    status: row.status as MaintenanceWindow["status"],
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    plannedAt: plannedAt.toISOString(),
    revisedAt: revisedAt.toISOString(),
  };
}
