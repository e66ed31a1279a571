import type { Sandbox } from "../sandbox.ts";
import { sendWebhook } from "./send.ts";

/** How `times` simultaneous deliveries ended: HTTP status (or `unreachable`) to how many. */
export type ResendResult = Record<string, number>;

/**
 * Delivers an event or mail event again, `times` at once, whether or not it was delivered before.
 * Undefined when there is no such event.
 */
export async function resendEvent(
  sandbox: Sandbox,
  id: string,
  times: number,
): Promise<ResendResult | undefined> {
  const { store } = sandbox;
  const target = store.get("events", id) ? "stripe" : "resend";
  if (target === "resend" && !store.get("mailEvents", id)) return undefined;
  const attempts = await Promise.all(
    Array.from({ length: times }, () => sendWebhook(sandbox, target, id)),
  );
  const result: ResendResult = {};
  for (const attempt of attempts) {
    const name = attempt.kind === "unreachable" ? "unreachable" : String(attempt.status);
    result[name] = (result[name] ?? 0) + 1;
  }
  const delivery = store.get("deliveries", id);
  if (delivery) {
    const accepted = attempts.some((attempt) => attempt.kind === "accepted");
    store.transaction(() => {
      store.put("deliveries", {
        ...delivery,
        resends: delivery.resends + times,
        delivered: delivery.delivered || accepted,
      });
      if (accepted) store.remove("outbox", id);
    });
  }
  return result;
}
