import type { WebhookTarget, WebhookTargets } from "./webhooks/targets.ts";

export interface Settings {
  /** 0 takes a free port. */
  port: number;
  state: string;
  targets: WebhookTargets;
  /** Stop when standard input ends, which it does when the starting process dies. */
  stopWithParent: boolean;
}

/** Reads the `SANDBOX_*` variables; throws when one is missing or makes no sense. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env["SANDBOX_PORT"] ?? "0");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error("SANDBOX_PORT is no port");
  const state = env["SANDBOX_STATE"];
  if (!state) throw new Error("SANDBOX_STATE must name the state folder");
  return {
    port,
    state,
    targets: {
      stripe: target(env, "SANDBOX_WEBHOOK"),
      resend: target(env, "SANDBOX_RESEND_WEBHOOK"),
    },
    stopWithParent: env["SANDBOX_STOP_WITH_PARENT"] === "1",
  };
}

function target(env: NodeJS.ProcessEnv, name: string): WebhookTarget | null {
  const url = env[`${name}_URL`];
  if (!url) return null;
  const secret = env[`${name}_SECRET`];
  if (!secret?.startsWith("whsec_")) throw new Error(`${name}_SECRET must begin with whsec_`);
  return { url, secret };
}
