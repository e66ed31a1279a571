import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhenResult,
  wrap,
} from "cockatiel";
import { log } from "../log.ts";
import type { GatewayAnswer } from "./gateway-answer.ts";

/**
 * What a call says of the way to Stripe itself, apart from its own matter.
 * - `outage`: nobody answers, or with errors of its own
 * - `key`: Stripe does not let us in: the key was revoked, or may not do this
 */
export type WayFault = "outage" | "key";

/** The outcome of a call that went out. */
export interface Attempt<Value> {
  answer: GatewayAnswer<Value>;
  fault: WayFault | null;
}

export type Circuit = <Value>(
  attempt: () => Promise<Attempt<Value>>,
) => Promise<GatewayAnswer<Value>>;

/** So many calls in a row that found an outage close the way; a single slow answer does not. */
const outagesInARow = 8;

const isFault = (fault: WayFault) => (result: unknown) =>
  (result as Attempt<unknown>).fault === fault;

/**
 * A circuit breaker (遮断器) before Stripe: while it is open no call goes out, each is answered at once
 * with `retry`, and what waits keeps waiting in its queue. After the pause one call tries the way.
 *
 * @param pauseSeconds how long the way stays closed after an outage
 * @param keyPauseSeconds how long after a refused key, which a person has to mend
 */
export function stripeCircuit(pauseSeconds: number, keyPauseSeconds: number): Circuit {
  const breaker = (fault: WayFault, times: number, seconds: number) => {
    const policy = circuitBreaker(handleWhenResult(isFault(fault)), {
      halfOpenAfter: seconds * 1000,
      breaker: new ConsecutiveBreaker(times),
    });
    policy.onBreak(() =>
      log.error({ alarm: "stripe", fault, seconds }, "no call goes to Stripe for a while"),
    );
    policy.onReset(() => log.warn({ fault }, "calls go to Stripe again"));
    return policy;
  };
  const policy = wrap(
    breaker("key", 1, keyPauseSeconds),
    breaker("outage", outagesInARow, pauseSeconds),
  );
  return async (attempt) => {
    try {
      return (await policy.execute(attempt)).answer;
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      return { outcome: "retry", reason: "no call goes to Stripe for a while" };
    }
  };
}
