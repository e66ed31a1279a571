import { and, asc, count, eq, ilike, inArray, or } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { stockDevice } from "#db/schema/stock-device.ts";

export type StockDeviceRow = typeof stockDevice.$inferSelect;

/** What the stock is narrowed by; empty texts narrow nothing. */
export interface DeviceSearch {
  /** Part of a serial number or of a model. */
  text: string;
  status: string;
}

function matching(text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return text
    ? or(ilike(stockDevice.serialNumber, pattern), ilike(stockDevice.model, pattern))
    : undefined;
}

/** One page of the stock in the order of serial numbers. */
export async function searchDevices(
  tx: Handle,
  { text, status }: DeviceSearch,
  page: { offset: number; limit: number },
): Promise<StockDeviceRow[]> {
  return tx
    .select()
    .from(stockDevice)
    .where(and(matching(text), status ? eq(stockDevice.status, status) : undefined))
    .orderBy(asc(stockDevice.serialNumber))
    .offset(page.offset)
    .limit(page.limit);
}

/** How many devices whose number or model has a text are in each state. */
export async function countDevices(tx: Handle, text: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ status: stockDevice.status, devices: count() })
    .from(stockDevice)
    .where(matching(text))
    .groupBy(stockDevice.status);
  return new Map(rows.map(({ status, devices }) => [status, devices]));
}

/** One device, or null. */
export async function findDevice(
  tx: Handle,
  customerId: string,
  deviceId: string,
): Promise<StockDeviceRow | null> {
  const [row] = await tx
    .select()
    .from(stockDevice)
    .where(and(eq(stockDevice.customerId, customerId), eq(stockDevice.deviceId, deviceId)));
  return row ?? null;
}

/** Which of these serial numbers are in the books, in whatever state. */
export async function readKnownSerials(
  tx: Handle,
  serialNumbers: readonly string[],
): Promise<Set<string>> {
  if (serialNumbers.length === 0) return new Set();
  const rows = await tx
    .select({ serialNumber: stockDevice.serialNumber })
    .from(stockDevice)
    .where(inArray(stockDevice.serialNumber, [...serialNumbers]));
  return new Set(rows.map(({ serialNumber }) => serialNumber));
}
