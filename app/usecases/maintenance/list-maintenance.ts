import { readMaintenance } from "#db/queries/maintenance.ts";
import { currentPortal } from "#app/portal.ts";
import { maintenanceWindow, type MaintenanceWindow } from "./maintenance-window.ts";

/** How long a past window stays in the calendar. */
const daysKept = 366;

/** The maintenance calendar: what is to come, the next first, and what is behind, the last first. */
export interface MaintenanceCalendar {
  coming: MaintenanceWindow[];
  past: MaintenanceWindow[];
}

/** Every window of the last year and of the time to come, the earliest first (A22.5(4)). */
export async function listMaintenance(): Promise<MaintenanceWindow[]> {
  const { database, clock } = currentPortal();
  const since = new Date((await clock.now()).getTime() - daysKept * 86_400_000);
  const rows = await database.transaction({ role: "portal_engine" }, (tx) =>
    readMaintenance(tx, since),
  );
  return rows.map((row) => maintenanceWindow(row));
}

/** Parts the calendar at an instant; a window that was called off counts by its time as well. */
export function calendarAt(
  windows: readonly MaintenanceWindow[],
  now: string,
): MaintenanceCalendar {
  return {
    coming: windows.filter(({ endsAt }) => endsAt > now),
    past: windows.filter(({ endsAt }) => endsAt <= now).toReversed(),
  };
}

/** The maintenance calendar as it stands now. */
export async function maintenanceCalendar(): Promise<MaintenanceCalendar> {
  const now = (await currentPortal().clock.now()).toISOString();
  return calendarAt(await listMaintenance(), now);
}
