import { menusToChoose } from "#app/usecases/notices/menus-to-choose.ts";
import { previewAffected, type Affected } from "#app/usecases/notices/preview-affected.ts";
import { readReason, type ReasonFaults } from "#app/usecases/notices/reason.ts";
import type { TypedFields } from "#app/usecases/notices/typed-fields.ts";
import { sendToOperatorMachine } from "#app/usecases/operator/send-to-operator-machine.ts";
import type { Principal } from "#app/usecases/principal.ts";
import {
  readMaintenanceForm,
  type AskedWindow,
  type MaintenanceFaults,
} from "./maintenance-form.ts";
import { readMaintenanceForStaff } from "./read-maintenance.ts";

/** What a form came to: something wrong, what would happen, or that it has happened. */
export type MaintenanceAnswer =
  | { outcome: "faults"; faults: MaintenanceFaults }
  | { outcome: "review"; window: AskedWindow; affected: Affected }
  | { outcome: "sent" };

/** Names the window and the click. */
interface MaintenanceTarget {
  maintenanceId: string;
  clickId: string;
}

async function answerForm(
  principal: Principal,
  typed: TypedFields,
  { maintenanceId, clickId }: MaintenanceTarget,
  { send, type, begunAt }: { send: boolean; type: "plan" | "change"; begunAt: string | null },
): Promise<MaintenanceAnswer> {
  const menus = await menusToChoose(principal);
  const read = readMaintenanceForm(typed, menus, principal.receivedAt, begunAt);
  if ("faults" in read) return { outcome: "faults", faults: read.faults };
  const { window } = read;
  if (!send) {
    const affected = await previewAffected(principal, [{ kind: "menus", menus: window.menus }]);
    return { outcome: "review", window, affected };
  }
  const target = { kind: "maintenance", machineId: maintenanceId, clickId } as const;
  await sendToOperatorMachine(principal, target, { type, ...window });
  return { outcome: "sent" };
}

/**
 * Plans a window of maintenance (計画メンテナンス, A22.5(4)) and tells the customers whom it touches.
 *
 * @param send false to learn first what would happen
 * @throws Problem `conflict` where the window exists already, `notAllowed` for other roles
 */
export async function planMaintenance(
  principal: Principal,
  target: MaintenanceTarget,
  typed: TypedFields,
  send: boolean,
): Promise<MaintenanceAnswer> {
  return answerForm(principal, typed, target, { send, type: "plan", begunAt: null });
}

/**
 * Moves or rewords a window and tells the customers whom it touches or touched. One that has begun
 * keeps its start.
 *
 * @param send false to learn first what would happen
 * @throws Problem `notFound`, or `conflict` where the window is over or was called off
 */
export async function changeMaintenance(
  principal: Principal,
  target: MaintenanceTarget,
  typed: TypedFields,
  send: boolean,
): Promise<MaintenanceAnswer> {
  const { window } = await readMaintenanceForStaff(principal, target.maintenanceId);
  const begunAt = window.status === "underWay" ? window.startsAt : null;
  return answerForm(principal, typed, target, { send, type: "change", begunAt });
}

/**
 * Calls off a window that has not begun and tells the customers.
 *
 * @throws Problem `notFound`, or `conflict` where it has begun or was called off already
 */
export async function callOffMaintenance(
  principal: Principal,
  { maintenanceId, clickId }: MaintenanceTarget,
  typed: TypedFields,
): Promise<{ outcome: "sent" } | { outcome: "faults"; faults: ReasonFaults }> {
  const read = readReason(typed);
  if ("faults" in read) return { outcome: "faults", faults: read.faults };
  const target = { kind: "maintenance", machineId: maintenanceId, clickId } as const;
  await sendToOperatorMachine(principal, target, { type: "callOff", ...read.reason });
  return { outcome: "sent" };
}
