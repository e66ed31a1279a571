import type { Command } from "#machines/engine/command.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import type { Dispatch } from "./dispatch.ts";
import type { EffectHandler, EffectResult } from "./effect-handler.ts";

/** A command to a machine of another customer, as an effect is stored with it. */
export interface CommandParams {
  customerId: string;
  machineId: string;
  kind: MachineKind;
  event: MachineEvent;
}

type Cause = Pick<EffectRow, "customerId" | "machineId" | "seq" | "n" | "at">;

/**
 * The command that follows from an effect: the same at every repetition, and from the moment at which the
 * machine decided.
 */
export function commandOfEffect(effect: Cause, to: CommandParams): Command {
  const { customerId, machineId, seq, n, at } = effect;
  return {
    ...to,
    commandId: ["effect", customerId, machineId, seq, n].join("/"),
    actor: { kind: "machine", machineId },
    receivedAt: at.toISOString(),
  };
}

/** Sends a command; a machine that takes no such event now has nothing to do, anything else is a fault. */
export async function sendOnce(dispatch: Dispatch, command: Command): Promise<EffectResult> {
  const outcome = await dispatch(command);
  if (outcome.ok || outcome.refusal.code === "notNow") return { outcome: "done" };
  return { outcome: "retry", reason: `${command.event.type}: ${outcome.refusal.code}` };
}

/** The effect by which a machine tells one of another customer something, after its own commit. */
export function commandEffect({ dispatch }: { dispatch: Dispatch }): EffectHandler {
  return {
    perform: (effect) =>
      sendOnce(dispatch, commandOfEffect(effect, effect.params as unknown as CommandParams)),
  };
}
