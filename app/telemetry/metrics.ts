import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Seconds, from one round trip to the database up to a request's time limit. */
const durations = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const batchSizes = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** How a command ended: `accepted`, `repeated`, the code of its refusal, or `error`. */
export interface CommandLabels {
  kind: string;
  event: string;
  outcome: string;
}

export interface RequestLabels {
  method: string;
  /** The pattern of the page's address, or what stands for those without one. */
  route: string;
  status: string;
}

/**
 * What this process counts and measures. Durations are seconds. Labels name things of the program
 * (routes, machines, events, outcomes), never a customer or anything that came from outside, so that
 * their number is bounded.
 */
export interface Metrics {
  readonly registry: Registry;
  observeCommand(labels: CommandLabels, seconds: number): void;
  /** How many commands went in one transaction. */
  observeBatch(size: number): void;
  observeRequest(labels: RequestLabels, seconds: number): void;
  /** Requests that are being answered. */
  readonly requestsInFlight: Pick<Gauge, "inc" | "dec">;
  observeEffect(labels: { kind: string; outcome: string }, seconds: number): void;
  observeJob(labels: { queue: string; outcome: "done" | "failed" }, seconds: number): void;
  observeSweep(round: { outcome: SweepOutcome; timers: number; seconds: number }): void;
  /** What is only known by asking is asked before each scrape, and must not throw. */
  beforeScrape(refresh: () => Promise<void> | void): void;
  /** Everything in Prometheus's text format, of the type `contentType`. */
  scrape(): Promise<string>;
  readonly contentType: string;
  /** Adds what Node tells of itself: memory, garbage, event loop; once a process. */
  collectProcess(): void;
}

export type SweepOutcome = "done" | "failed" | "stopped";

/** Opens the counters of one portal, all at nothing. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    buckets = durations,
  ) => new Histogram({ name, help, labelNames, buckets, registers });
  const commands = histogram("portal_command_duration_seconds", "Commands to machines", [
    "kind",
    "event",
    "outcome",
  ]);
  const batches = histogram(
    "portal_command_batch_size",
    "Commands that shared a transaction",
    [],
    batchSizes,
  );
  const requests = histogram("portal_http_request_duration_seconds", "Requests answered", [
    "method",
    "route",
    "status",
  ]);
  const requestsInFlight = new Gauge({
    name: "portal_http_requests_in_flight",
    help: "Requests that are being answered",
    registers,
  });
  const effects = histogram("portal_effect_duration_seconds", "Attempts at calls outside", [
    "kind",
    "outcome",
  ]);
  const jobs = histogram("portal_job_duration_seconds", "Jobs worked", ["queue", "outcome"]);
  const sweeps = histogram("portal_sweep_duration_seconds", "Rounds of the sweep", ["outcome"]);
  const timers = new Counter({
    name: "portal_sweep_timers_fired_total",
    help: "Deadlines fired by the sweep",
    registers,
  });
  const lastSweep = new Gauge({
    name: "portal_sweep_last_finished_timestamp_seconds",
    help: "When the sweep last found nothing more to do",
    registers,
  });
  // Where nobody sweeps, nothing would be the wrong answer.
  lastSweep.remove();
  const refreshers: (() => Promise<void> | void)[] = [];
  return {
    ...{ registry, requestsInFlight, contentType: registry.contentType },
    beforeScrape: (refresh) => void refreshers.push(refresh),
    scrape: async () => {
      await Promise.all(refreshers.map(async (refresh) => refresh()));
      return registry.metrics();
    },
    observeCommand: (labels, seconds) => commands.observe({ ...labels }, seconds),
    observeBatch: (size) => batches.observe(size),
    observeRequest: (labels, seconds) => requests.observe({ ...labels }, seconds),
    observeEffect: (labels, seconds) => effects.observe(labels, seconds),
    observeJob: (labels, seconds) => jobs.observe(labels, seconds),
    observeSweep: ({ outcome, timers: fired, seconds }) => {
      sweeps.observe({ outcome }, seconds);
      timers.inc(fired);
      if (outcome === "done") lastSweep.setToCurrentTime();
    },
    collectProcess: () => collectDefaultMetrics({ register: registry }),
  };
}
