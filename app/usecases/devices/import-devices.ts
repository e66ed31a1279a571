import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { listMenus } from "#app/usecases/catalog/list-menus.ts";
import type { UploadedFile } from "#app/usecases/files/uploaded-file.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { accepted } from "#app/usecases/problem.ts";
import { readKnownSerials } from "#db/queries/devices.ts";
import { ensureOperatorCustomer } from "#db/queries/operator-customer.ts";
import { tokyoDayText } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { operatorCustomerId } from "#machines/engine/operator.ts";
import {
  readDeviceFile,
  type DeviceFileFault,
  type DeviceLine,
  type RefusedLine,
} from "./read-device-file.ts";

/** What became of a file. */
export type DeviceImport =
  | { outcome: "imported"; added: number; refused: RefusedLine[] }
  | { outcome: "missing" | "tooLarge" }
  | { outcome: "invalid"; fault: DeviceFileFault; line: number };

/** Commands that are under way at once: they are written together. */
const atOnce = 100;

/** The id of a device, which follows from its serial number: there is never a second with the same. */
export const deviceIdOf = (serialNumber: string): string =>
  derivedId(operatorCustomerId, `stockDevice/${serialNumber}`);

/**
 * Takes devices into the stock from a list (CSV). Lines that are wrong, and devices that were registered
 * before, are refused one by one, each with what is wrong; the others come in.
 *
 * @throws Problem `notAllowed` without the role operations
 */
export async function importDevices(
  principal: Principal,
  file: UploadedFile | undefined,
): Promise<DeviceImport> {
  const actor = asStaff(principal, "operations");
  if (!file || file.bytes.length === 0) return { outcome: "missing" };
  if (file.isCut) return { outcome: "tooLarge" };
  const { receivedAt } = principal;
  const menus = await listMenus(tokyoDayText(receivedAt));
  const codes = menus.filter(({ kind }) => kind === "device").map(({ code }) => code);
  const read = readDeviceFile(file.bytes, codes);
  if ("fault" in read) return { outcome: "invalid", ...read };
  const { database, dispatch } = currentPortal();
  const known = await database.transaction({ role: "portal_engine" }, async (tx) => {
    await ensureOperatorCustomer(tx, operatorCustomerId, new Date(receivedAt));
    return readKnownSerials(
      tx,
      read.devices.map(({ serialNumber }) => serialNumber),
    );
  });
  const commandId = `register/${newIdentifier()}`;
  /** False where another file was quicker. */
  const register = async ({ serialNumber, model, menuCode }: DeviceLine): Promise<boolean> => {
    const machineId = deviceIdOf(serialNumber);
    const target = { customerId: operatorCustomerId, machineId, kind: "stockDevice" } as const;
    const event = { type: "register", serialNumber, model, menuCode };
    const outcome = await dispatch({ ...target, commandId, actor, receivedAt, event });
    if (!outcome.ok && outcome.refusal.code === "notNow") return false;
    return accepted(outcome).ok;
  };
  const refused = [...read.refused];
  const refuse = ({ line, serialNumber, model }: DeviceLine) =>
    refused.push({ line, found: `${serialNumber},${model}`, faults: ["known"] });
  const fresh = read.devices.filter((device) => {
    const isFresh = !known.has(device.serialNumber);
    if (!isFresh) refuse(device);
    return isFresh;
  });
  let added = 0;
  for (let first = 0; first < fresh.length; first += atOnce) {
    const part = fresh.slice(first, first + atOnce);
    const done = await Promise.all(part.map(register));
    for (const [place, device] of part.entries()) {
      if (done[place]) added += 1;
      else refuse(device);
    }
  }
  return { outcome: "imported", added, refused: refused.toSorted((a, b) => a.line - b.line) };
}
