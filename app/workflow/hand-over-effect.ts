import type { Database, Handle } from "#db/client.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import type { OtherSide } from "#machines/consent-request/context.ts";
import { handedOver } from "#machines/consent-request/handed-over.ts";
import { successorOf } from "#machines/consent-request/successor.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { HandedOver } from "#machines/contract/take-over-event.ts";
import type { DeviceContext } from "#machines/device/context.ts";
import { loanIdOf } from "#machines/device/loan-id.ts";
import { presentSnapshot } from "#machines/engine/migration.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { definitions } from "#machines/registry.ts";
import { commandOfEffect, sendOnce } from "./command-effect.ts";
import type { Dispatch } from "./dispatch.ts";
import type { EffectHandler, EffectResult } from "./effect-handler.ts";

interface HandOverParts {
  database: Database;
  dispatch: Dispatch;
}

interface HandOverParams {
  contractId: string;
  other: OtherSide;
  maintenanceVerifiedOn: string;
}

/** What a machine knows, as the present version of its definition has it. */
async function readContext<Context>(
  tx: Handle,
  customerId: string,
  kind: "contract" | "option" | "device",
  machineId: string,
): Promise<Context | null> {
  const stored = await readMachineSnapshot(tx, customerId, { machineId, kind });
  return stored && (presentSnapshot(definitions[kind], stored).context as unknown as Context);
}

/** What passes to the assignee, or whether the contract still runs or ended in another way. */
async function readHandedOver(
  tx: Handle,
  customerId: string,
  { contractId, other, maintenanceVerifiedOn }: HandOverParams,
): Promise<HandedOver | "ended" | "running"> {
  const contract = await readContext<ContractContext>(tx, customerId, "contract", contractId);
  if (!contract?.ended) return "running";
  const { cause, ref, day: lastDay } = contract.ended;
  if (cause !== "assigned" || ref !== successorOf(other.requestId)) return "ended";
  const options = new Map<string, OptionContext>();
  const loans = new Map<string, DeviceContext>();
  for (const { optionId } of contract.options) {
    const option = await readContext<OptionContext>(tx, customerId, "option", optionId);
    if (option) options.set(optionId, option);
    const loan = await readContext<DeviceContext>(tx, customerId, "device", loanIdOf(optionId));
    if (loan) loans.set(optionId, loan);
  }
  const { requestId: takeOverId, customerId: assigneeId } = other;
  const to = { takeOverId, customerId: assigneeId, lastDay, maintenanceVerifiedOn };
  return handedOver(contract, { options, loans }, to) ?? "ended";
}

async function handOver(
  { database, dispatch }: HandOverParts,
  effect: EffectRow,
): Promise<EffectResult> {
  const { customerId, machineId } = effect;
  const params = effect.params as unknown as HandOverParams;
  const handed = await database.transaction({ role: "portal_engine" }, (tx) =>
    readHandedOver(tx, customerId, params),
  );
  // Its last day ends at the same moment as the assignee's first begins.
  if (handed === "running") return { outcome: "retry", reason: "the contract has not ended yet" };
  const kind = "consentRequest" as const;
  if (handed === "ended") {
    const event = { type: "fallThrough" };
    return sendOnce(dispatch, commandOfEffect(effect, { customerId, machineId, kind, event }));
  }
  const { customerId: assigneeId, requestId } = params.other;
  const event = { type: "receive", successorId: successorOf(requestId), ...handed };
  const to = { customerId: assigneeId, machineId: requestId, kind, event };
  return sendOnce(dispatch, commandOfEffect(effect, to));
}

/**
 * The effect that hands an assigned contract over (A31.1): it reads what the contract was when it ended with
 * the assignor and sends it to the assignee's side. No transaction holds both customers; broken off and
 * repeated, the assignee's side has heard it already.
 */
export function handOverEffect(parts: HandOverParts): EffectHandler {
  return { perform: (effect) => handOver(parts, effect) };
}
