import type { Portal } from "#app/portal.ts";
import { deviceIdOf, importDevices } from "#app/usecases/devices/import-devices.ts";
import { makeAvailable } from "#app/usecases/devices/move-device.ts";
import { readDevice } from "#app/usecases/devices/read-device.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { principal } from "./story.ts";

const lookedOver = ["SN-240001", "SN-240002", "SN-240003", "SN-250001"];
const justReceived = ["SN-250002", "SN-250003"];

/** Puts six connection devices into the stock, four of them free; repeating it changes nothing. */
export async function stockDevices(portal: Portal, userId: string): Promise<void> {
  const staff = await principal(portal, userId, null, "operations");
  const lines = [...lookedOver, ...justReceived].map((serialNumber) => {
    return `${serialNumber},${serialNumber.startsWith("SN-24") ? "VPN-50" : "VPN-100"}`;
  });
  const bytes = new TextEncoder().encode(["シリアル番号,機種", ...lines].join("\r\n"));
  const result = await importDevices(staff, { name: "devices.csv", bytes, isCut: false });
  if (result.outcome !== "imported") throw new Error(`The demo's devices: ${result.outcome}`);
  for (const serialNumber of lookedOver) {
    const deviceId = deviceIdOf(serialNumber);
    const { status } = await readDevice(staff, deviceId);
    const clickId = derivedId(deviceId, "story/makeAvailable");
    if (status === "received") await makeAvailable(staff, { deviceId, clickId });
  }
}
