import type { StoredSnapshot } from "#machines/engine/definition.ts";
import { presentSnapshot, type VersionedSnapshot } from "#machines/engine/migration.ts";
import { definitions } from "#machines/registry.ts";

/**
 * A machine's snapshot for reading, as the present version of its definition has it: nothing that an
 * earlier release wrote is misread before its migration is stored.
 *
 * @throws NewerVersion where a later release wrote it
 */
export function presentState<Context>(stored: VersionedSnapshot): StoredSnapshot<Context> {
  return presentSnapshot(definitions[stored.kind], stored) as unknown as StoredSnapshot<Context>;
}
