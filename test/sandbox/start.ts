import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

export interface SandboxOptions {
  /** State folder; start again with the same one to go on where it was. */
  state: string;
  /** 0 or nothing takes a free port. */
  port?: number;
  webhook?: { url: string; secret: string };
  resendWebhook?: { url: string; secret: string };
}

export interface RunningSandbox {
  /** `http://127.0.0.1:PORT` */
  url: string;
  pid: number;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts the sandbox as a process of its own and resolves once it listens. It stops when this
 * process dies. Rejects when it ends before that.
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { PATH: process.env["PATH"], ...environment(options) },
  });
  const url = await ready(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  return {
    url,
    pid: child.pid ?? 0,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

function environment({ state, port, webhook, resendWebhook }: SandboxOptions): NodeJS.ProcessEnv {
  return {
    SANDBOX_PORT: String(port ?? 0),
    SANDBOX_STATE: state,
    SANDBOX_STOP_WITH_PARENT: "1",
    ...(webhook && { SANDBOX_WEBHOOK_URL: webhook.url, SANDBOX_WEBHOOK_SECRET: webhook.secret }),
    ...(resendWebhook && {
      SANDBOX_RESEND_WEBHOOK_URL: resendWebhook.url,
      SANDBOX_RESEND_WEBHOOK_SECRET: resendWebhook.secret,
    }),
  };
}

async function ready(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The sandbox has no standard output");
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as { ready?: boolean; url?: string };
    if (message.ready && message.url) {
      child.stdout.resume();
      return message.url;
    }
  }
  throw new Error("The sandbox ended before it was ready");
}
