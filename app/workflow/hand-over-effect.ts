import type { Database, Handle } from "#db/client.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import type { OtherSide } from "#machines/consent-request/context.ts";
import { successorOf, successorOption } from "#machines/consent-request/successor.ts";
import type { ContractContext, SoldOption } from "#machines/contract/context.ts";
import type { PendingEnd } from "#machines/contract/ends.ts";
import type { HandedOver } from "#machines/contract/take-over-event.ts";
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

/** Ends that bind the assignee, too: all that were to come after the assignment. */
const stillPending = (ends: readonly PendingEnd[], lastDay: string) =>
  ends.filter(({ cause, endDay }) => cause !== "assigned" && endDay > lastDay);

/** What a machine knows, as the present version of its definition has it. */
async function readContext<Context>(
  tx: Handle,
  customerId: string,
  kind: "contract" | "option",
  machineId: string,
): Promise<Context | null> {
  const stored = await readMachineSnapshot(tx, customerId, { machineId, kind });
  return stored && (presentSnapshot(definitions[kind], stored).context as unknown as Context);
}

/** An option as it stood on its last day with the assignor; null for one that had ended before. */
async function readOption(
  tx: Handle,
  customerId: string,
  sold: SoldOption,
  ended: { day: string; takeOverId: string },
): Promise<HandedOver["options"][number] | null> {
  if (sold.endDay && sold.endDay <= ended.day) return null;
  const option = await readContext<OptionContext>(tx, customerId, "option", sold.optionId);
  if (!option) return null;
  const { ends, notices, startDay, restrictions } = option;
  return {
    ...sold,
    kind: sold.kind as OptionContext["kind"],
    optionId: successorOption(ended.takeOverId, sold.optionId),
    ...{ addedOn: sold.addedOn ?? null, endDay: sold.endDay ?? null },
    ...{ chargedUntil: sold.chargedUntil ?? null, startDay, notices, restrictions },
    ends: stillPending(ends, ended.day),
  };
}

/** What passes to the assignee, or whether the contract still runs or ended in another way. */
async function readHandedOver(
  tx: Handle,
  customerId: string,
  { contractId, other, maintenanceVerifiedOn }: HandOverParams,
): Promise<HandedOver | "ended" | "running"> {
  const context = await readContext<ContractContext>(tx, customerId, "contract", contractId);
  if (!context?.ended) return "running";
  const { ended, basic, start } = context;
  const successorId = successorOf(other.requestId);
  if (ended.cause !== "assigned" || ended.ref !== successorId || !basic || !start) return "ended";
  const options: HandedOver["options"] = [];
  for (const sold of context.options) {
    const one = { day: ended.day, takeOverId: other.requestId };
    const option = await readOption(tx, customerId, sold, one);
    if (option) options.push(option);
  }
  const idOf = (itemId: string) =>
    itemId === contractId ? successorId : successorOption(other.requestId, itemId);
  return {
    ...{ predecessorId: contractId, basic: { ...basic, kind: "basic" }, options, start },
    ...{ quoteId: null, termsVersion: context.termsVersion ?? "", maintenanceVerifiedOn },
    announcedTerms: context.announcedTerms,
    term: context.term,
    charged: context.charged.map((period) => ({ ...period, itemId: idOf(period.itemId) })),
    ...{ reminded: context.reminded, notices: context.notices },
    ends: stillPending(context.ends, ended.day),
    restrictions: context.restrictions,
  };
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
