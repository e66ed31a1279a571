import type { StateValue } from "xstate";

/** The paths (`active.service.running`) of all states that a state value is in, parents included. */
export function activeStates(value: StateValue, parent = ""): string[] {
  const at = (key: string) => (parent ? `${parent}.${key}` : key);
  if (typeof value === "string") return value ? [at(value)] : [];
  return Object.entries(value).flatMap(([key, inner]) => [
    at(key),
    ...(inner === undefined ? [] : activeStates(inner, at(key))),
  ]);
}
