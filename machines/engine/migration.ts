import { restore, stored } from "./decide.ts";
import type { AnyDefinition, StoredSnapshot } from "./definition.ts";
import type { MachineEvent, MachineKind } from "./outgoing.ts";

/** The type of a migration's event; no machine's own event is named with a full stop. */
const migrationType = "engine.migrated";

/** The event by which a machine came to a later version: it holds the snapshot that came of it. */
export interface MigrationEvent extends MachineEvent {
  type: typeof migrationType;
  fromVersion: number;
  toVersion: number;
  snapshot: StoredSnapshot;
}

/** A machine's snapshot with the version of the definition that made it. */
export interface VersionedSnapshot {
  machineId: string;
  kind: MachineKind;
  definitionVersion: number;
  snapshot: StoredSnapshot;
}

/** A machine was written by a later release than this one: reading it would be guessing. */
export class NewerVersion extends Error {
  constructor({ kind, machineId, definitionVersion }: VersionedSnapshot, known: number) {
    super(
      `The ${kind} ${machineId} is of version ${definitionVersion}, and this release knows ` +
        `version ${known}: start the release that wrote it, or a later one.`,
    );
    this.name = "NewerVersion";
  }
}

/** Whether an event of a history is a migration. */
export function isMigration(event: MachineEvent): event is MigrationEvent {
  return event.type === migrationType;
}

/**
 * A machine's snapshot as the present version of its definition has it.
 *
 * @throws NewerVersion where a later release wrote it
 * @throws Error where a migration is missing, or gives what is no state of the machine
 */
export function presentSnapshot(
  { version, migrations, machine }: Pick<AnyDefinition, "version" | "migrations" | "machine">,
  old: VersionedSnapshot,
): StoredSnapshot {
  if (old.definitionVersion === version) return old.snapshot;
  if (old.definitionVersion > version) throw new NewerVersion(old, version);
  let snapshot = structuredClone(old.snapshot);
  for (let from = old.definitionVersion; from < version; from += 1) {
    const migrate = migrations[from];
    if (!migrate) throw new Error(`The ${old.kind} has no migration from version ${from}.`);
    snapshot = migrate(snapshot);
  }
  return stored(restore(machine, snapshot));
}

/** The event that migrates a machine to the present version; null where it is there. Throws as above. */
export function migrationFor(
  definition: AnyDefinition,
  machine: VersionedSnapshot,
): MigrationEvent | null {
  const { definitionVersion: fromVersion } = machine;
  const { version: toVersion } = definition;
  const snapshot = presentSnapshot(definition, machine);
  return fromVersion === toVersion
    ? null
    : { type: migrationType, fromVersion, toVersion, snapshot };
}
