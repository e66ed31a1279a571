import type { Sender } from "../engine/actor.ts";
import type { MachineState } from "../engine/change.ts";
import type { View } from "../engine/definition.ts";
import type { MachineEvent, MachineKind } from "../engine/outgoing.ts";

/** Who sends what to which machine. */
export interface Step {
  sender: Exclude<Sender, "timer">;
  kind: MachineKind;
  machineId: string;
  event: MachineEvent;
}

/** How things stand when a command comes in. */
export interface Scene {
  customerId: string;
  /** ISO instant. */
  at: string;
  /** ISO day in Tokyo. */
  day: string;
  machines: ReadonlyMap<string, MachineState & { view: View }>;
}
