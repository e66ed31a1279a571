import { z } from "zod";
import { Hostility } from "../hostile/hostility.ts";
import type { Sandbox } from "../sandbox.ts";

const HOSTILITY = z.strictObject({
  seed: z.number().int().min(0),
  percent: z.number().int().min(0).max(100).default(20),
});

/** Everything goes wrong that may, until `calm`. It does not outlive this process. */
export function makeHostile(sandbox: Sandbox, body: unknown): object {
  const { seed, percent } = HOSTILITY.parse(body);
  sandbox.hostility = new Hostility(seed, percent);
  return { seed, percent };
}

/** Nothing goes wrong any more, and webhooks that were held back are due. Inside a transaction. */
export function calm(sandbox: Sandbox): object {
  sandbox.hostility = null;
  for (const row of sandbox.store.all("outbox")) {
    if (row.next_attempt_at > 0) sandbox.store.put("outbox", { ...row, next_attempt_at: 0 });
  }
  return { seed: null };
}
