import type { DeviceContext } from "#machines/device/context.ts";
import { deviceDefinition } from "#machines/device/definition.ts";
import type { Role } from "#machines/engine/actor.ts";
import { decide } from "#machines/engine/decide.ts";
import type { AnyDefinition, StoredSnapshot } from "#machines/engine/definition.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { acts, actNames, type Act, type ActName } from "./acts.ts";
import type { ActValues } from "./act-form.ts";

/** The ids under which an act's words and addresses are stored. */
export interface ActIds {
  noteId: string;
  siteId: string;
}

/** The event of an act with what was typed; the ids stand for words and addresses. */
export function eventOfAct(
  name: ActName,
  values: ActValues,
  { noteId, siteId }: ActIds,
): MachineEvent {
  const { fields, dayIn }: Act = acts[name];
  const direct = ["carrier", "trackingNumber", "wishedDay", "finding", "isDamaged"] as const;
  const members = direct.filter((field) => fields.includes(field));
  return {
    type: name,
    ...Object.fromEntries(members.map((field) => [field, values[field]])),
    ...(dayIn ? { [dayIn]: values.happenedOn } : {}),
    ...(fields.includes("note") ? { noteId } : {}),
    ...(fields.includes("siteName") ? { siteId } : {}),
    ...(name === "requestRelocation" ? { relocationId: siteId } : {}),
  };
}

const anyId = "00000000-0000-7000-8000-000000000000";

/** Something that an act's form might bring on a day, to see whether the machine would take it. */
const sample = (name: ActName, today: string) =>
  eventOfAct(
    name,
    {
      ...{ carrier: "-", trackingNumber: "0000", happenedOn: today, wishedDay: today },
      ...{ finding: "operator", isDamaged: false },
    },
    { noteId: anyId, siteId: anyId },
  );

/** Whether a loan takes an act today, whatever is typed. */
export function takesAct(
  snapshot: StoredSnapshot<DeviceContext>,
  name: ActName,
  { at, day }: { at: string; day: string },
): boolean {
  const stamp = { at, day, machineId: snapshot.context.loanId };
  const definition = deviceDefinition as unknown as AnyDefinition;
  return decide(definition, snapshot as never, { ...sample(name, day), ...stamp }) !== null;
}

/** What somebody with these roles may do with a loan today, in the order of a loan's life. */
export function actsOpen(
  snapshot: StoredSnapshot<DeviceContext>,
  roles: readonly Role[],
  now: { at: string; day: string },
): ActName[] {
  const may = (name: ActName) =>
    roles.some((role) => deviceDefinition.senders[name]?.includes(role));
  return actNames.filter((name) => may(name) && takesAct(snapshot, name, now));
}
