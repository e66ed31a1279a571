import type { StateValue } from "xstate";

/** The first name of a state: "active" of a contract whose service is suspended. */
export function topState(value: StateValue): string {
  return typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
}
