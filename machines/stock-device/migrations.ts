import type { Migration } from "../engine/definition.ts";

/** Version 1 knew the store only: no device had left it. */
export const fromVersion1: Migration = (stored) => ({
  ...stored,
  context: { ...stored.context, holder: null },
});
