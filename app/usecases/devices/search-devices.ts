import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { countDevices, searchDevices as search, type StockDeviceRow } from "#db/queries/devices.ts";

/** Where a device of the stock may be. */
export const deviceStatuses = [
  ...(["received", "free", "reserved", "out"] as const),
  ...(["inRepair", "lost", "retired"] as const),
] as const;

export type DeviceStatus = (typeof deviceStatuses)[number];

/** A page of the stock. */
export interface DevicePage {
  rows: (Pick<StockDeviceRow, "deviceId" | "serialNumber" | "model" | "menuCode" | "since"> & {
    status: DeviceStatus;
  })[];
  /** How many there are in each state of those that the text finds. */
  counts: Record<DeviceStatus, number>;
  status: DeviceStatus | null;
  text: string;
  /** Counted from 1. */
  page: number;
  pages: number;
}

const perPage = 50;
const longestSearch = 40;

/**
 * One page of the stock, narrowed by a part of serial number or model and by state. What is no state or no
 * page number narrows nothing.
 *
 * @throws Problem `notAllowed` without the role operations
 */
export async function searchDevices(
  principal: Principal,
  wanted: { text: string | null; status: string | null; page: string | null },
): Promise<DevicePage> {
  asStaff(principal, "operations");
  const text = (wanted.text ?? "")
    .replaceAll("\0", "")
    .toWellFormed()
    .normalize("NFKC")
    .trim()
    .slice(0, longestSearch)
    .toWellFormed();
  const status = deviceStatuses.find((name) => name === wanted.status) ?? null;
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const found = await countDevices(tx, text);
    const counts = Object.fromEntries(
      deviceStatuses.map((name) => [name, found.get(name) ?? 0]),
    ) as Record<DeviceStatus, number>;
    const total = status
      ? counts[status]
      : deviceStatuses.reduce((sum, name) => sum + counts[name], 0);
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(Math.max(1, Math.trunc(Number(wanted.page)) || 1), pages);
    const narrowed = { text, status: status ?? "" };
    const rows = await search(tx, narrowed, { offset: (page - 1) * perPage, limit: perPage });
    return {
      rows: rows.map(({ deviceId, serialNumber, model, menuCode, since, status: state }) => {
        return { deviceId, serialNumber, model, menuCode, since, status: state as DeviceStatus };
      }),
      ...{ counts, status, text, page, pages },
    };
  });
}
