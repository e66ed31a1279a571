import { tokyoDayText } from "../calendar.ts";
import { personOf, senderOf, type Actor } from "./actor.ts";
import type { CustomerState, MachineState, Change } from "./change.ts";
import type { Command, Outcome, Refusal } from "./command.ts";
import { drawNumber } from "./draw-number.ts";
import { decide, type Decision } from "./decide.ts";
import type { AnyDefinition } from "./definition.ts";
import { canonicalJson, chainStart, derivedId, hashOf } from "./hash.ts";
import { migrationFor, type MigrationEvent } from "./migration.ts";
import type { MachineEvent, MachineKind, Stamp } from "./outgoing.ts";

/** What has been read so far; a machine that was never asked for is undefined, a missing one null. */
export interface Reader {
  customer: CustomerState;
  machine(machineId: string): MachineState | null | undefined;
  definition(kind: MachineKind): AnyDefinition;
}

/** Thrown where a machine must be read first and nobody is there to read it. */
export class MachineNotRead extends Error {
  readonly machineId: string;
  constructor(machineId: string) {
    super(`Machine ${machineId} has not been read yet.`);
    this.machineId = machineId;
  }
}

/** A told event travels with the command that caused it. */
interface Letter {
  kind: MachineKind;
  machineId: string;
  commandId: string;
  actor: Actor;
  event: MachineEvent;
  timerId?: string;
  required?: true;
}

/** Puts a decision into the change: the event with its hash, the machine's new row, what follows. */
function record(
  change: Change,
  definition: AnyDefinition,
  before: MachineState | null,
  letter: Pick<Letter, "machineId" | "commandId" | "actor">,
  event: MachineEvent & Stamp,
  decision: Decision,
): MachineState {
  const { customerId } = change.customer;
  const { machineId, commandId, actor } = letter;
  const seq = (before?.seq ?? 0) + 1;
  const body = {
    customerId,
    machineId,
    seq,
    commandId,
    event,
    actor,
    at: event.at,
    from: decision.from,
    to: decision.to,
    clauses: decision.clauses,
    definitionVersion: definition.version,
    previousHash: before?.headHash ?? chainStart,
  };
  const hash = hashOf(body);
  change.events.push({ ...body, hash });
  const after: MachineState = {
    customerId,
    machineId,
    kind: definition.kind,
    seq,
    definitionVersion: definition.version,
    snapshot: decision.snapshot,
    headHash: hash,
  };
  change.machines.set(machineId, {
    ...after,
    view: definition.view(decision.snapshot as never),
    deadlines: definition.deadlines(decision.snapshot as never),
  });
  decision.rows.forEach((row, n) => {
    const rowId = derivedId(machineId, `ledger/${seq}/${n}`);
    change.rows.push({ rowId, row, machineId, seq });
  });
  decision.effects.forEach((effect, n) =>
    change.effects.push({ ...effect, customerId, machineId, seq, n, at: event.at }),
  );
  return after;
}

/** Puts a machine's migration into the change: an event of its own, before the one that met it. */
function recordMigration(
  change: Change,
  definition: AnyDefinition,
  before: MachineState,
  migration: MigrationEvent,
  at: string,
): MachineState {
  const { machineId } = before;
  const { snapshot, toVersion } = migration;
  const letter = {
    machineId,
    commandId: `migration/${toVersion}`,
    actor: { kind: "engine" } as const,
  };
  return record(
    change,
    definition,
    before,
    letter,
    { ...migration, at, day: tokyoDayText(at), machineId },
    {
      snapshot,
      from: before.snapshot.value,
      to: snapshot.value,
      ...{ clauses: [], rows: [], tells: [], effects: [] },
    },
  );
}

/** Whether a timer is none of the migrated machine any more, or would bring it another event. */
function isGone(
  definition: AnyDefinition,
  { snapshot }: MigrationEvent,
  { timerId, event }: Letter,
  at: string,
): boolean {
  if (timerId === undefined) return false;
  const deadline = definition.deadlines(snapshot as never).find(({ id }) => id === timerId);
  if (!deadline || Date.parse(deadline.dueAt) !== Date.parse(at)) return true;
  return canonicalJson(deadline.event) !== canonicalJson(event);
}

/** Delivers one letter: what its machine tells others next, or why it took nothing. */
function deliver(
  reader: Reader,
  change: Change,
  letter: Letter,
  found: MachineState | null,
  at: string,
): Refusal | Letter[] {
  const definition = reader.definition(letter.kind);
  const { type } = letter.event;
  const migration = found?.kind === letter.kind ? migrationFor(definition, found) : null;
  if (found && migration && isGone(definition, migration, letter, at)) {
    recordMigration(change, definition, found, migration, at);
    return [];
  }
  const parsed = definition.events.safeParse(letter.event);
  if (!parsed.success) return { code: "invalid", detail: parsed.error.message };
  if (!definition.senders[type]?.includes(senderOf(letter.actor))) {
    return { code: "notAllowed", detail: `${senderOf(letter.actor)} may not send ${type}` };
  }
  if (found && found.kind !== letter.kind) {
    return { code: "notFound", detail: `${letter.machineId} is no ${letter.kind}` };
  }
  const counter = definition.draws[type];
  const counters = { ...change.customer };
  const event = {
    ...parsed.data,
    at,
    day: tokyoDayText(at),
    machineId: letter.machineId,
    ...(counter ? { number: drawNumber(counters, counter) } : {}),
    ...(definition.signed?.includes(type) ? { sentBy: personOf(letter.actor) } : {}),
  };
  const decision = decide(definition, (migration ?? found)?.snapshot ?? null, event);
  if (!decision) {
    return found
      ? { code: "notNow", detail: `${letter.kind} takes no ${type} now` }
      : { code: "notFound", detail: `there is no ${letter.kind} ${letter.machineId}` };
  }
  change.customer = counters;
  const before =
    found && migration ? recordMigration(change, definition, found, migration, at) : found;
  record(change, definition, before, letter, event, decision);
  return decision.tells.map((tell, n) => ({
    ...tell,
    commandId: `${letter.commandId}/${letter.machineId}.${n}`,
    actor: { kind: "machine", machineId: letter.machineId } as const,
  }));
}

const emptyChange = ({ customer }: Reader): Change => ({
  customer: { ...customer },
  machines: new Map(),
  events: [],
  rows: [],
  effects: [],
});

/** One spelling of an instant, so that the hash stays true when the database gives it back. */
const spelled = (instant: string) => new Date(instant).toISOString();

/**
 * Applies one command, with all that its machine tells others, to what has been read. Pure: the
 * database path and the simulator both stand on it. Wherever a machine is met that was never asked
 * for, its id is yielded; the caller has it read and goes on.
 *
 * A machine of an earlier version is migrated where an event is taken: its migration comes first, as an
 * event of its own. A timer that the migrated machine no longer has does nothing but the migration.
 *
 * A told machine that takes no such event in its state is passed over: it has heard and has nothing
 * to do. Where the tell is required, the whole command is refused. A malformed or forbidden tell is a
 * fault of ours and throws.
 *
 * @throws NewerVersion where a later release wrote a machine that the command meets
 */
export function* applyInSteps(
  reader: Reader,
  command: Command,
): Generator<string, Change | Refusal, void> {
  const change = emptyChange(reader);
  const at = spelled(command.receivedAt);
  const letters: Letter[] = [command];
  for (let letter = letters.shift(); letter; letter = letters.shift()) {
    const { machineId } = letter;
    const isKnown = change.machines.has(machineId) || reader.machine(machineId) !== undefined;
    if (!isKnown) yield machineId;
    const found = change.machines.get(machineId) ?? reader.machine(machineId);
    if (found === undefined) throw new MachineNotRead(machineId);
    const answer = deliver(reader, change, letter, found, at);
    if (Array.isArray(answer)) letters.push(...answer);
    else if (letter === command) return answer;
    else if (answer.code === "invalid" || answer.code === "notAllowed") {
      throw new Error(`A ${letter.kind} was told something wrong: ${answer.detail}`);
    } else if (letter.required) return answer;
  }
  return change;
}

/**
 * Applies one command where every machine that it meets is at hand.
 *
 * @throws MachineNotRead where one is not
 * @throws NewerVersion where a later release wrote a machine that the command meets
 */
export function apply(reader: Reader, command: Command): Change | Refusal {
  const step = applyInSteps(reader, command).next();
  if (!step.done) throw new MachineNotRead(step.value);
  return step.value;
}

/**
 * Migrates machines to the present versions of their definitions, without any command. Machines that
 * are there already are left as they are; the change may be empty.
 *
 * @param instant when it happens
 * @throws NewerVersion where a later release wrote one of them
 */
export function migrate(
  reader: Reader,
  machines: readonly MachineState[],
  instant: string,
): Change {
  const change = emptyChange(reader);
  for (const machine of machines) {
    const definition = reader.definition(machine.kind);
    const migration = migrationFor(definition, machine);
    if (migration) recordMigration(change, definition, machine, migration, spelled(instant));
  }
  return change;
}

/**
 * What a change answers to its command: the number and the state of the command's own event, which
 * need not be the first. A timer that was gone after a migration has none; then it is the migration's.
 */
export function outcomeOf(
  { events }: Change,
  { machineId, commandId }: Command,
): Extract<Outcome, { ok: true }> {
  const own = events.filter((event) => event.machineId === machineId);
  const answer = own.find((event) => event.commandId === commandId) ?? own[0];
  if (!answer) throw new Error("An accepted command left no event behind.");
  return { ok: true, seq: answer.seq, state: answer.to, repeated: false };
}

/** Whether `apply` refused. */
export function isRefusal(result: Change | Refusal): result is Refusal {
  return "code" in result;
}
