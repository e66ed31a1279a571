import type { Command } from "#machines/engine/command.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import type { FactOutcome, PaymentParts } from "./fact-outcome.ts";

/** A machine that learns what happened at Stripe. */
export interface FactTarget {
  customerId: string;
  machineId: string;
  kind: MachineKind;
}

/**
 * Tells a machine a fact of Stripe's, as one command however often it is told.
 *
 * @param commandId comes from the fact
 * @param receivedAt ISO instant that counts for what was learned
 */
export async function tellStripeFact(
  { dispatch }: PaymentParts,
  target: FactTarget,
  commandId: string,
  event: MachineEvent,
  receivedAt: string,
): Promise<FactOutcome> {
  const command: Command = { ...target, commandId, actor: { kind: "stripe" }, receivedAt, event };
  const answer = await dispatch(command);
  if (answer.ok) {
    return { outcome: "applied", detail: answer.repeated ? `${event.type} again` : event.type };
  }
  const { code, detail } = answer.refusal;
  if (code !== "notNow" && code !== "notFound") {
    throw new Error(`A fact of Stripe was refused (${code}): ${detail}`);
  }
  return { outcome: "nothing", detail: `${event.type} is outgrown: ${detail}` };
}

/**
 * Tells what brings a machine to life. Where its payment or its invoice can't take it, it is told again, until it is
 * laid before staff: money that moved must not be forgotten.
 */
export async function tellBirth(...told: Parameters<typeof tellStripeFact>): Promise<FactOutcome> {
  const { outcome, detail } = await tellStripeFact(...told);
  return { outcome: outcome === "nothing" ? "retry" : outcome, detail };
}
