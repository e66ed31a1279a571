import type { Sandbox } from "../sandbox.ts";
import type { TargetName } from "./targets.ts";

/** Owes a webhook: `id` is that of the Stripe event or of the Resend message. Inside a transaction. */
export function oweWebhook(
  { store, targets, hostility }: Sandbox,
  target: TargetName,
  id: string,
): void {
  if (!targets[target]) return;
  store.put("deliveries", {
    id,
    target,
    attempts: 0,
    resends: 0,
    delivered: false,
    last_status: null,
    last_error: null,
  });
  store.put("outbox", { id, target, next_attempt_at: hostility?.firstAttempt() ?? 0 });
}

/** How many endpoints have not yet taken the event: 0 or 1, since a target is one endpoint. */
export function pendingWebhooks({ store }: Sandbox, id: string): number {
  return store.get("outbox", id) ? 1 : 0;
}
