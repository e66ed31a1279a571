import { sql } from "drizzle-orm";
import { createDispatch } from "#app/workflow/dispatch.ts";
import { sweep } from "#app/workflow/sweep.ts";
import type { Handle } from "#db/client.ts";
import type { Command, Outcome } from "#machines/engine/command.ts";
import type { TestEngine } from "#test/helpers/engine.ts";
import type { Answer } from "./answers.ts";
import { persist, type FailPoints } from "./fail-points.ts";
import type { Burst } from "./plan.ts";

/** A table that stands for what use-cases write in the same transaction as their command. */
export async function addBesideTable({ test }: TestEngine): Promise<void> {
  await test.asSuperuser("create table beside (machine_id uuid, command_id text)");
  await test.asSuperuser("grant insert on beside to portal_engine");
}

/** Half of the commands have something written beside them, always the same half. */
export const hasBeside = ({ commandId }: Pick<Command, "commandId">) => /[02468]$/.test(commandId);

const writeBeside =
  ({ machineId, commandId }: Command) =>
  async (tx: Handle) => {
    await tx.execute(sql`insert into beside values (${machineId}, ${commandId})`);
  };

/** The engine's processes, one after another: where one is broken off, the next takes over. */
export function createClients(engine: TestEngine, points: FailPoints) {
  const { jobs, clock } = engine;
  const start = () => {
    const { database, isAlive } = points.open();
    return { database, isAlive, dispatch: createDispatch({ database, jobs, clock }) };
  };
  let running = start();
  const recover = () => {
    if (!running.isAlive()) running = start();
  };
  const poisoned = new Set<Command>();
  /** A tenth of the commands fail at first by what is written beside them, and alone. */
  const poison = async (command: Command): Promise<Outcome | null> => {
    if (!command.commandId.endsWith("9") || poisoned.has(command)) return null;
    poisoned.add(command);
    const fail = () => Promise.reject(new Error("poison"));
    const answer = running.dispatch(command, fail);
    return answer.catch((error: unknown) => {
      if (!String(error).includes("poison")) throw error;
      return null;
    });
  };
  return async ({ at, sweeps, commands }: Burst): Promise<Answer[]> => {
    engine.setClock(at);
    const answers: Answer[] = [];
    const send = (command: Command) => async () => {
      const beside = hasBeside(command) ? writeBeside(command) : undefined;
      const outcome = (await poison(command)) ?? (await running.dispatch(command, beside));
      answers.push({ command, outcome });
    };
    const fire = async () => void (await sweep({ database: running.database, jobs, clock }));
    await persist(
      [...(sweeps ? [fire] : []), ...commands.map((command) => send(command))],
      recover,
    );
    return answers;
  };
}
