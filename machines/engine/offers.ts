import { getNextTransitions } from "xstate";
import { restore } from "./decide.ts";
import type { Sender } from "./actor.ts";
import type { AnyDefinition, StoredSnapshot } from "./definition.ts";

/** The name of a guard, where a transition has one. */
const guardOf = (guard: unknown): string | null => {
  if (typeof guard === "string") return guard;
  const named = guard as { type?: string } | null | undefined;
  return named?.type ?? null;
};

/** An event that a machine has a place for in its present state. */
export interface Offer {
  type: string;
  /** Who may send it. */
  senders: readonly Sender[];
  /** The conditions of which one must hold; empty where it is taken in any case. */
  guards: string[];
}

/** The events that a machine may take in its present state, in the order of its chart. */
export function offersOf(definition: AnyDefinition, snapshot: StoredSnapshot): Offer[] {
  const transitions = getNextTransitions(restore(definition.machine, snapshot) as never) as {
    eventType: string;
    guard?: unknown;
  }[];
  const byType = Map.groupBy(transitions, ({ eventType }) => eventType);
  return [...byType].flatMap(([type, ways]): Offer[] => {
    const senders = definition.senders[type];
    if (!senders) return [];
    const guards = ways.map(({ guard }) => guardOf(guard));
    const isFree = guards.includes(null);
    const named = guards.filter((guard) => guard !== null);
    return [{ type, senders, guards: isFree ? [] : [...new Set(named)] }];
  });
}
