import { describeError } from "../log-error.ts";
import { log } from "../log.ts";
import type { EffectHandlers } from "../workflow/effect-handler.ts";
import type { Metrics } from "./metrics.ts";

type Handler = EffectHandlers[keyof EffectHandlers];

function measuredHandler(kind: string, handler: Handler, metrics: Metrics): Handler {
  return {
    ...handler,
    perform: async (row, rendered) => {
      const { attempts } = row;
      const began = performance.now();
      const tell = (outcome: string) => {
        const seconds = (performance.now() - began) / 1000;
        metrics.observeEffect({ kind, outcome }, seconds);
        const line = { kind, outcome, attempts, durationMs: Math.round(seconds * 1000) };
        if (outcome === "done" || outcome === "more") log.info(line, "effect");
        else log.warn(line, "effect");
      };
      try {
        const result = await handler.perform(row, rendered);
        tell(result.outcome);
        return result;
      } catch (error) {
        tell("error");
        throw error;
      }
    },
  };
}

/** The same handlers, with every attempt counted, timed and logged. */
export function measuredEffects(handlers: EffectHandlers, metrics: Metrics): EffectHandlers {
  const measured = Object.entries(handlers).map(([kind, handler]) => [
    kind,
    measuredHandler(kind, handler, metrics),
  ]);
  return Object.fromEntries(measured) as EffectHandlers;
}

/** The same work on a job, counted and timed; what fails is logged, since the queue only keeps it. */
export function measuredJob<Parameters extends unknown[]>(
  queue: string,
  work: (...parameters: Parameters) => Promise<void>,
  metrics: Metrics,
): (...parameters: Parameters) => Promise<void> {
  return async (...parameters) => {
    const began = performance.now();
    const tell = (outcome: "done" | "failed") =>
      metrics.observeJob({ queue, outcome }, (performance.now() - began) / 1000);
    try {
      await work(...parameters);
      tell("done");
    } catch (error) {
      tell("failed");
      log.warn({ problem: describeError(error).message }, "a job failed");
      throw error;
    }
  };
}
