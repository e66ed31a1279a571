import { fork } from "node:child_process";
import { once } from "node:events";

/** A process of its own that works when it is told to and answers once. */
export interface Forked<Answer> {
  /** Starts the work; resolves with what it came to. */
  go(): Promise<Answer>;
  /** Ends the process, whatever it does. */
  end(): Promise<void>;
}

/**
 * Starts a file of this project with Node and waits until it is ready. It ends with this process, if
 * not before.
 *
 * @throws Error where it ends without an answer
 */
export async function startForked<Answer>(
  file: URL,
  parameters: string[],
): Promise<Forked<Answer>> {
  const child = fork(file, parameters, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exit = once(child, "exit").finally(() => process.off("exit", kill));
  const failed = exit.then(([code]) => {
    throw new Error(`${file.pathname} ended with ${code} before it had answered.`);
  });
  // Whoever waits for an answer hears of it; an end after the answer is nobody's concern.
  failed.catch(() => {});
  const hear = async () => (await Promise.race([once(child, "message"), failed]))[0] as unknown;
  await hear();
  return {
    go: async () => {
      child.send("go");
      return (await hear()) as Answer;
    },
    end: async () => {
      kill();
      await exit;
    },
  };
}

/** The forked process's side: says that it is ready, works when told to, and answers. */
export async function answerWhenTold<Answer>(work: () => Promise<Answer>): Promise<void> {
  process.once("disconnect", () => process.exit(0));
  const told = once(process, "message");
  process.send?.("ready");
  await told;
  process.send?.(await work());
}
