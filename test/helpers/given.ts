import { at, dayOf, tokyoDay } from "#machines/calendar.ts";
import { decide } from "#machines/engine/decide.ts";
import type { AnyDefinition, Definition, StoredSnapshot } from "#machines/engine/definition.ts";
import type { MachineEvent, Stamp } from "#machines/engine/outgoing.ts";

export type Stamped = MachineEvent & Stamp;

/** The machine that `given` speaks of. */
export const subjectId = "0199aaaa-0000-7000-8000-000000000001";

/** An event as it reaches a machine: received on an ISO day at a full hour in Tokyo. */
export function on(day: string, event: MachineEvent, hour = 12): Stamped {
  return stamped(at(dayOf(day), hour), event);
}

/** An event as it reaches a machine at an instant. */
export function stamped(instant: string, event: MachineEvent): Stamped {
  const day = tokyoDay(instant).toString();
  return { ...event, at: instant, day, machineId: subjectId, number: "000001-0001" };
}

/** What a machine did with an event, in a form that reads well in a test. */
export interface Told {
  to: unknown;
  clauses: string[];
  /** `kind.type` of every message to another machine. */
  tells: string[];
  /** Templates of the mails, and kinds of the other effects. */
  effects: unknown[];
}

/** Everything that one machine has been through. */
export function past(definition: AnyDefinition, events: readonly Stamped[]): StoredSnapshot | null {
  let snapshot: StoredSnapshot | null = null;
  for (const event of events) {
    const decision = decide(definition, snapshot, event);
    if (!decision) {
      throw new Error(`Given: ${JSON.stringify(snapshot?.value ?? null)} takes no ${event.type}`);
    }
    snapshot = decision.snapshot;
  }
  return snapshot;
}

/** Given what has happened, when an event comes, then: what the machine decides, null if nothing. */
export function given<Context>(kind: Definition<Context>, ...events: Stamped[]) {
  const definition = kind as unknown as AnyDefinition;
  const before = past(definition, events) as StoredSnapshot<Context> | null;
  const when = (event: Stamped) => {
    const { type: _, at: __, day: ___, machineId: ____, number: _____, ...members } = event;
    definition.events.parse({ type: event.type, ...members });
    const decision = decide(definition, before as StoredSnapshot | null, event);
    if (!decision) return null;
    const { to, clauses, tells, effects, rows } = decision;
    const told: Told = {
      to,
      clauses,
      tells: tells.map((tell) => `${tell.kind}.${tell.event.type}`),
      effects: effects.map(({ kind: effect, params }) => params["template"] ?? effect),
    };
    const snapshot = decision.snapshot as StoredSnapshot<Context>;
    return { told, tells, rows, effects, snapshot, deadlines: kind.deadlines(snapshot) };
  };
  return {
    snapshot: before as StoredSnapshot<Context>,
    deadlines: () => kind.deadlines(before as StoredSnapshot<Context>),
    when,
    /** As `when`, where the machine has to take the event. */
    whenTaken(event: Stamped) {
      const taken = when(event);
      if (!taken) throw new Error(`${event.type} was not taken.`);
      return taken;
    },
  };
}
