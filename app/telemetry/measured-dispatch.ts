import type { Command, Outcome } from "#machines/engine/command.ts";
import { definitions } from "#machines/registry.ts";
import { log } from "../log.ts";
import type { Dispatch } from "../workflow/dispatch.ts";
import type { Metrics } from "./metrics.ts";

const known = new Map(
  Object.entries(definitions).map(([kind, { machine }]) => [kind, new Set<string>(machine.events)]),
);

/** The names of a command, as far as they are the program's own: a sender may write anything. */
function namesOf({ kind, event }: Command): { kind: string; event: string } {
  const events = known.get(kind);
  return {
    kind: events ? kind : "other",
    event: events?.has(event.type) ? event.type : "other",
  };
}

function outcomeOf(outcome: Outcome): string {
  if (!outcome.ok) return outcome.refusal.code;
  return outcome.repeated ? "repeated" : "accepted";
}

/** The same door, with every command counted, timed and logged. */
export function measuredDispatch(dispatch: Dispatch, metrics: Metrics): Dispatch {
  return async (command, alongside) => {
    const names = namesOf(command);
    const began = performance.now();
    const tell = (outcome: string, error?: unknown) => {
      const seconds = (performance.now() - began) / 1000;
      metrics.observeCommand({ ...names, outcome }, seconds);
      const { customerId, machineId, commandId } = command;
      const ids = { customerId, machineId, commandId: commandId.slice(0, 200) };
      const line = { ...ids, ...names, outcome, durationMs: Math.round(seconds * 1000) };
      if (error === undefined) log.info(line, "command");
      else log.error({ ...line, err: error }, "command");
    };
    try {
      const outcome = await dispatch(command, alongside);
      tell(outcomeOf(outcome));
      return outcome;
    } catch (error) {
      tell("error", error);
      throw error;
    }
  };
}
