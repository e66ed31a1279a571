import { writeAudit } from "#db/queries/audit.ts";
import type { Database, Handle } from "#db/client.ts";
import { lockCustomers } from "#db/queries/engine/lock-customers.ts";
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
import type { Clock } from "../clock.ts";
import { newIdentifier } from "../identifier.ts";
import type { Jobs } from "./jobs.ts";

/** What a use-case writes in the same transaction as its command, if the command is accepted. */
export type Alongside = (tx: Handle) => Promise<void>;

/** Sends one command to one machine. Nothing else changes the state of a machine. */
export type Dispatch = (command: Command, alongside?: Alongside) => Promise<Outcome>;

export interface DispatchParts {
  database: Database;
  jobs: Jobs;
  clock: Clock;
}

/** A person's command older than this is refused: its legal day might no longer be what was meant. */
const receiptHoldsSeconds = 10;

const refuse = (code: Refusal["code"], detail: string): Outcome => ({
  ok: false,
  refusal: { code, detail },
});

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
 * Applies and writes one command inside a transaction that holds its customer's lock. Refusals are
 * written to the audit log; they change nothing and do not use up the command's id.
 */
export async function commit(
  tx: Handle,
  jobs: Jobs,
  customer: CustomerState,
  command: Command,
  now: Date,
  alongside?: Alongside,
): Promise<{ outcome: Outcome; customer: CustomerState }> {
  const { customerId, machineId, commandId } = command;
  const earlier = await readResult(tx, { customerId, machineId }, commandId);
  if (earlier) return { outcome: { ok: true, ...earlier, repeated: true }, customer };
  const change = await applyReading(tx, customer, command);
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
    return { outcome: { ok: false, refusal: change }, customer };
  }
  await writeChange(tx, change, now, definitionHash);
  if (alongside) await alongside(tx);
  await jobs.enqueue(
    tx,
    "effect",
    change.effects.map(({ machineId: id, seq, n }) => ({ customerId, machineId: id, seq, n })),
  );
  const machine = change.machines.get(machineId);
  if (!machine) throw new Error("An accepted command left no machine behind.");
  const first = change.events[0];
  return {
    outcome: { ok: true, seq: first?.seq ?? machine.seq, state: first?.to, repeated: false },
    customer: change.customer,
  };
}

/** Builds the portal's one door for commands: one command, one transaction. */
export function createDispatch({ database, jobs, clock }: DispatchParts): Dispatch {
  return async (command, alongside) => {
    const now = await clock.now();
    const isPersons = command.actor.kind === "member" || command.actor.kind === "staff";
    const waited = now.getTime() - Date.parse(command.receivedAt);
    if (isPersons && waited > receiptHoldsSeconds * 1000) {
      return refuse("tooLate", `received ${Math.round(waited / 1000)} s ago; send it again`);
    }
    return database.transaction({ role: "portal_engine" }, async (tx) => {
      const customers = await lockCustomers(tx, [command.customerId]);
      const customer = customers.get(command.customerId);
      if (!customer) return refuse("notFound", `there is no customer ${command.customerId}`);
      return (await commit(tx, jobs, customer, command, now, alongside)).outcome;
    });
  };
}
