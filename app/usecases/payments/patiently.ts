import { setTimeout as wait } from "node:timers/promises";
import type { GatewayAnswer } from "#app/gateways/gateway-answer.ts";

const pauseMilliseconds = [250, 750];

/**
 * Asks again, a moment later each time, while Stripe asks for patience: another tab may be opening
 * the same payment right now. A person waits for the answer, so the tries are few.
 */
export async function patiently<Value>(
  call: () => Promise<GatewayAnswer<Value>>,
): Promise<GatewayAnswer<Value>> {
  for (const pause of pauseMilliseconds) {
    const answer = await call();
    if (answer.outcome !== "retry") return answer;
    await wait(pause * (0.5 + Math.random()));
  }
  return call();
}
