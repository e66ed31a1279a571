import { Clock } from "./clock.ts";
import type { Hostility } from "./hostile/hostility.ts";
import { Store } from "./store/store.ts";
import type { WebhookTargets } from "./webhooks/targets.ts";

/** What every handler works with. */
export interface Sandbox {
  store: Store;
  clock: Clock;
  /** Where webhooks go; a target without an address gets none. */
  targets: WebhookTargets;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
  /** Idempotency keys of requests that are being worked on. */
  inFlight: Set<string>;
  /** Null while nothing goes wrong by itself. */
  hostility: Hostility | null;
}

/** Opens the state folder (created when missing) and replays what lies there. */
export function openSandbox(folder: string, targets: WebhookTargets): Sandbox {
  const store = new Store(folder);
  const sandbox: Sandbox = {
    store,
    clock: new Clock(store),
    targets,
    origin: "",
    inFlight: new Set(),
    hostility: null,
  };
  if (!store.get("clock", "clock")) {
    const now = sandbox.clock.now();
    store.transaction(() => store.put("clock", { id: "clock", offset_ms: 0, payouts_until: now }));
  }
  return sandbox;
}
