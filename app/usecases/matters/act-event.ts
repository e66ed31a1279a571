import type { Role } from "#machines/engine/actor.ts";
import { decide } from "#machines/engine/decide.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import type { MatterContext } from "#machines/matters/context.ts";
import type { MatterKind } from "#machines/matters/kinds.ts";
import { definitions } from "#machines/registry.ts";
import type { MatterValues } from "./act-form.ts";
import { actsOf, type MatterAct, type MatterField } from "./acts.ts";

/** What lies outside the log and belongs to an act: the words' id, the files and the members that change. */
export interface MatterParts {
  /** Null where nothing was said. */
  noteId: string | null;
  files: readonly { fileId: string; sha256: string }[];
  changed: readonly string[];
}

const direct = ["contractId", "about", "ground", "happenedOn", "handledOn", "dueOn"] as const;
const ticks = ["grantsAuthority", "isPersonalData", "isBound"] as const;

/** The event of an act with what was typed. */
export function eventOfMatterAct(
  kind: MatterKind,
  type: string,
  act: MatterAct,
  values: MatterValues,
  { noteId, files, changed }: MatterParts,
): MachineEvent {
  const asks = (field: MatterField) => act.fields.includes(field);
  const members = direct.filter((field) => values[field] !== undefined);
  return {
    type,
    ...Object.fromEntries(members.map((field) => [field, values[field]])),
    ...Object.fromEntries(ticks.filter(asks).map((field) => [field, values[field] === true])),
    ...(asks("note") ? { noteId } : {}),
    ...(asks("files") ? { files } : {}),
    ...(asks("loanId") || asks("serialNumber") ? { loanId: values.loanId ?? null } : {}),
    ...(kind === "informationChange" && act.opens ? { fields: changed } : {}),
  };
}

const anyId = "00000000-0000-7000-8000-000000000000";

/** Something that an act's form might bring on a day, to see whether the machine would take it. */
const sample = (kind: MatterKind, type: string, act: MatterAct, today: string) =>
  eventOfMatterAct(
    kind,
    type,
    act,
    { handledOn: today, dueOn: today, ground: "outsideJapan" },
    { noteId: anyId, files: [], changed: [] },
  );

/** What somebody with these roles may do with a matter today, in the order of its life. */
export function matterActsOpen(
  kind: MatterKind,
  snapshot: StoredSnapshot<MatterContext>,
  roles: readonly Role[],
  { at, day }: { at: string; day: string },
): string[] {
  const definition = definitions[kind];
  const stamp = { at, day, machineId: snapshot.context.matterId };
  return Object.entries(actsOf(kind))
    .filter(([type, act]) => {
      if (act.opens || !roles.some((role) => definition.senders[type]?.includes(role)))
        return false;
      const event = { ...sample(kind, type, act, day), ...stamp };
      return decide(definition, snapshot as never, event) !== null;
    })
    .map(([type]) => type);
}
