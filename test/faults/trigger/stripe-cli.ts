import { execFile } from "node:child_process";
import { existsSync } from "node:fs";

/** Stripe's tool as it is packed for this processor; of others the registry has none. */
const program = "node_modules/@stripe/cli-linux-x64/bin/stripe";

/** Whether the tool can be had on this machine. */
export const hasTool = process.arch === "x64" && existsSync(program);

/** Nothing listens there: whatever the tool would ask of the world ends on this machine. */
const nowhere = "http://127.0.0.1:9";

/** What a run of the tool came to. */
export interface Triggered {
  exitCode: number;
  output: string;
}

/** Every event that the tool can cause, as it lists them itself. */
export async function triggerableEvents(home: string): Promise<string[]> {
  const { output } = await run(["trigger", "--help"], home);
  const [, list = ""] = /Supported events:\n([^]*?)\n\n/.exec(output) ?? [];
  return list.split("\n").map((line) => line.trim());
}

/**
 * Runs `stripe trigger EVENT` of Stripe's own command line tool against another API than Stripe's. It keeps
 * nothing, reports nothing, and its look for a newer version of itself leads nowhere.
 *
 * @param event such as `charge.refunded`
 * @param api the address of the API
 * @param home a folder for its settings
 */
export function trigger(event: string, api: string, home: string): Promise<Triggered> {
  const args = ["trigger", event, "--api-base", api, "--api-key", "sk_test_trigger1234567890"];
  return run(args, home);
}

function run(args: readonly string[], home: string): Promise<Triggered> {
  const environment = {
    ...{ HOME: home, XDG_CONFIG_HOME: home, DO_NOT_TRACK: "1", STRIPE_CLI_TELEMETRY_OPTOUT: "1" },
    ...{ HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, NO_PROXY: "127.0.0.1" },
  };
  return new Promise((resolve) => {
    execFile(program, [...args], { env: environment, timeout: 30_000 }, (error, stdout, stderr) => {
      const exitCode = error ? (typeof error.code === "number" ? error.code : 1) : 0;
      resolve({ exitCode, output: `${stdout}${stderr}` });
    });
  });
}
