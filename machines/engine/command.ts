import type { Actor } from "./actor.ts";
import type { MachineEvent, MachineKind } from "./outgoing.ts";

/** One wish to change one machine; accepted or refused as a whole. */
export interface Command {
  customerId: string;
  machineId: string;
  kind: MachineKind;
  /** Unique per machine: the same id again gives the first result again. */
  commandId: string;
  actor: Actor;
  /** The instant that counts for the legal day: receipt at the web edge, or when a timer was due. */
  receivedAt: string;
  event: MachineEvent;
  /** Names the timer that fired: where its machine is migrated first, it may be none any more. */
  timerId?: string;
}

/**
 * Why a command did nothing.
 * - `notFound`: no such machine of this customer
 * - `notAllowed`: the sender may not send this event
 * - `notNow`: the machine takes no such event in its present state
 * - `invalid`: the event is malformed
 * - `tooLate`: it waited longer than its receipt allows; send it again
 */
export interface Refusal {
  code: "notFound" | "notAllowed" | "notNow" | "invalid" | "tooLate";
  detail: string;
}

/** What a command led to: the machine's new place in its history, or why nothing happened. */
export type Outcome =
  | { ok: true; seq: number; state: unknown; repeated: boolean }
  | { ok: false; refusal: Refusal };
