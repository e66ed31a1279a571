import { restrictionReasons, type RestrictionReason } from "#machines/terms/a19-restriction.ts";

/** The reasons among which staff choose, in the order of the terms. */
export function reasonsToChoose(): readonly RestrictionReason[] {
  return restrictionReasons;
}
