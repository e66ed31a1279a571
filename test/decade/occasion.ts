import type { Facts } from "#test/exploration/invariants/facts.ts";
import { machineOf } from "#test/helpers/commands.ts";
import type { Decade, Somebody } from "./life.ts";

/** An occasion on which somebody may act: what is there, and the hour. */
export interface Occasion {
  decade: Decade;
  who: Somebody;
  facts: Facts;
  hour: number;
}

export const contractTarget = ({ who }: Occasion, machineId: string) =>
  machineOf("contract", who.customerId, machineId);
