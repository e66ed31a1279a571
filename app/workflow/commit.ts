import type { Handle } from "#db/client.ts";
import { writeAudit } from "#db/queries/audit.ts";
import { readMachines, readResult } from "#db/queries/engine/read-machines.ts";
import { writeChange } from "#db/queries/engine/write-change.ts";
import {
  apply,
  isRefusal,
  MachineNotRead,
  type Change,
  type CustomerState,
  type MachineState,
} from "#machines/engine/apply.ts";
import type { Command, Outcome, Refusal } from "#machines/engine/command.ts";
import { definitionHash, definitions } from "#machines/registry.ts";
import { newIdentifier } from "../identifier.ts";
import type { Jobs } from "./jobs.ts";

/** What a use-case writes in the same transaction as its command, if the command is accepted. */
export type Alongside = (tx: Handle) => Promise<void>;

/** A transaction that holds the lock of one customer. */
export interface Locked {
  tx: Handle;
  jobs: Jobs;
  /** The counters as they stand now; `commit` draws from them. */
  customer: CustomerState;
  /** The portal's instant, read after the lock was given. */
  now: Date;
}

/** A person's command older than this is refused: its legal day might no longer be what was meant. */
const receiptHoldsSeconds = 10;

function waitedTooLong({ actor, receivedAt }: Command, now: Date): Refusal | null {
  const isPersons = actor.kind === "member" || actor.kind === "staff";
  const waited = (now.getTime() - Date.parse(receivedAt)) / 1000;
  if (!isPersons || waited <= receiptHoldsSeconds) return null;
  return { code: "tooLate", detail: `received ${Math.round(waited)} s ago; send it again` };
}

/** Applies a command under its customer's lock, reading the machines that it turns out to touch. */
async function applyReading(
  tx: Handle,
  customer: CustomerState,
  command: Command,
): Promise<Change | Refusal> {
  const read = new Map<string, MachineState | null>();
  const readOne = async (machineId: string) => {
    const [machine] = await readMachines(tx, [{ customerId: customer.customerId, machineId }]);
    read.set(machineId, machine ?? null);
  };
  await readOne(command.machineId);
  for (;;) {
    try {
      return apply(
        {
          customer,
          machine: (machineId) => read.get(machineId),
          definition: (kind) => definitions[kind],
        },
        command,
      );
    } catch (error) {
      if (!(error instanceof MachineNotRead)) throw error;
      await readOne(error.machineId);
    }
  }
}

/**
 * Applies and writes one command under its customer's lock. A repeated command gets the result of
 * the first. Refusals are written to the audit log; they change nothing and do not use up the
 * command's id.
 */
export async function commit(
  locked: Locked,
  command: Command,
  alongside?: Alongside,
): Promise<Outcome> {
  const { tx, jobs, customer, now } = locked;
  const { customerId, machineId, commandId } = command;
  const earlier = await readResult(tx, { customerId, machineId }, commandId);
  if (earlier) return { ok: true, ...earlier, repeated: true };
  const change = waitedTooLong(command, now) ?? (await applyReading(tx, customer, command));
  if (isRefusal(change)) {
    await writeAudit(tx, {
      customerId,
      auditId: newIdentifier(),
      at: now,
      actor: command.actor,
      action: `${command.kind}.${command.event.type}`,
      outcome: `refused: ${change.code}`,
      machineId,
      detail: { commandId },
    });
    return { ok: false, refusal: change };
  }
  await writeChange(tx, change, now, definitionHash);
  if (alongside) await alongside(tx);
  await jobs.enqueue(
    tx,
    "effect",
    change.effects.map(({ machineId: id, seq, n }) => ({ customerId, machineId: id, seq, n })),
  );
  const [first] = change.events;
  if (!first) throw new Error("An accepted command left no event behind.");
  locked.customer = change.customer;
  return { ok: true, seq: first.seq, state: first.to, repeated: false };
}
