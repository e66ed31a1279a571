import { expect, test } from "vitest";
import type { Command, Outcome } from "#machines/engine/command.ts";
import { definitions } from "#machines/registry.ts";
import { parseExposition, sampleOf } from "#test/helpers/exposition.ts";
import { measuredDispatch } from "./measured-dispatch.ts";
import { measuredEffects, measuredJob } from "./measured-jobs.ts";
import { createMetrics } from "./metrics.ts";

const command = (kind: string, type: string, commandId = "c"): Command =>
  ({
    customerId: "01900000-0000-7000-8000-000000000001",
    machineId: "01900000-0000-7000-8000-000000000002",
    actor: { kind: "system" },
    receivedAt: "2026-01-01T00:00:00.000Z",
    ...{ kind, commandId, event: { type } },
  }) as unknown as Command;

test("everything that is counted is written as Prometheus reads it", async () => {
  const metrics = createMetrics();
  metrics.collectProcess();
  metrics.observeBatch(7);
  metrics.observeRequest({ method: "GET", route: "/portal/:a", status: "200" }, 0.004);
  metrics.observeEffect({ kind: "mail", outcome: "done" }, 0.2);
  metrics.observeJob({ queue: "inbox", outcome: "failed" }, 20);
  metrics.observeSweep({ outcome: "done", timers: 3, seconds: 0.1 });
  metrics.requestsInFlight.inc();
  const families = parseExposition(await metrics.scrape());
  expect(sampleOf(families, "portal_command_batch_size_sum")).toBe(7);
  expect(
    sampleOf(families, "portal_http_request_duration_seconds_bucket", {
      ...{ method: "GET", route: "/portal/:a", status: "200", le: "0.005" },
    }),
  ).toBe(1);
  expect(sampleOf(families, "portal_job_duration_seconds_bucket", { le: "10" })).toBe(0);
  expect(sampleOf(families, "portal_sweep_timers_fired_total")).toBe(3);
  expect(sampleOf(families, "portal_sweep_last_finished_timestamp_seconds")).toBeGreaterThan(1e9);
  expect(sampleOf(families, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
  expect(families.get("nodejs_eventloop_lag_p99_seconds")?.type).toBe("gauge");
});

test.each([
  'a{b="1"} 1\n',
  "# TYPE a gauge\na 1\na 1\n",
  "# TYPE a gauge\na one\n",
  "# TYPE a gauge\nb 1\n",
  '# TYPE a gauge\na{b="1",b="2"} 1\n',
  "# TYPE a gauge\na 1",
  '# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
])("the reader of the test refuses %j", (text) => {
  expect(() => parseExposition(text)).toThrow();
});

test("a command is counted by machine, event and outcome", async () => {
  const metrics = createMetrics();
  const outcomes: (Outcome | Error)[] = [
    { ok: true, seq: 1, state: "x", repeated: false },
    { ok: true, seq: 1, state: "x", repeated: true },
    { ok: false, refusal: { code: "notNow", detail: "" } },
    new Error("the database is away"),
  ];
  const dispatch = measuredDispatch(async () => {
    const next = outcomes.shift();
    if (next instanceof Error || next === undefined) throw next ?? new Error("asked too often");
    return next;
  }, metrics);
  const event = definitions.contract.machine.events.find((name) => name === "accept") ?? "none";
  for (let n = 0; n < 3; n += 1) await dispatch(command("contract", event));
  await expect(dispatch(command("contract", event))).rejects.toThrow("the database is away");
  const families = parseExposition(await metrics.scrape());
  for (const outcome of ["accepted", "repeated", "notNow", "error"]) {
    const labels = { kind: "contract", event: "accept", outcome };
    expect(sampleOf(families, "portal_command_duration_seconds_count", labels)).toBe(1);
  }
});

test("names that a sender makes up don't add labels, and ids never become one", async () => {
  const metrics = createMetrics();
  const refused = { ok: false, refusal: { code: "invalid", detail: "" } } as const;
  const dispatch = measuredDispatch(async () => refused, metrics);
  for (let n = 0; n < 500; n += 1) {
    await dispatch(command(`kind${n}`, `event${n}`, `id${n}`));
    await dispatch(command("contract", `__proto__${n}`, `id${n}`));
  }
  await dispatch(command("contract", "constructor"));
  const text = await metrics.scrape();
  const samples = parseExposition(text).get("portal_command_duration_seconds")?.samples ?? [];
  const counts = samples.filter(({ name }) => name.endsWith("_count"));
  expect(counts.map(({ labels }) => labels)).toEqual([
    { kind: "other", event: "other", outcome: "invalid" },
    { kind: "contract", event: "other", outcome: "invalid" },
  ]);
  expect(text).not.toMatch(/01900000-0000|id\d/);
});

test("attempts at effects and jobs are counted by their outcome, thrown ones too", async () => {
  const metrics = createMetrics();
  const outcomes = [
    async () => ({ outcome: "done" as const }),
    async () => ({ outcome: "retry" as const, reason: "later" }),
    () => Promise.reject(new Error("broken")),
  ];
  const mail = {
    perform: () => (outcomes.shift() ?? (async () => ({ outcome: "done" as const })))(),
  };
  const handlers = measuredEffects({ mail } as never, metrics);
  const row = { attempts: 0 } as never;
  await handlers.mail.perform(row, null);
  await handlers.mail.perform(row, null);
  await expect(handlers.mail.perform(row, null)).rejects.toThrow("broken");
  const job = measuredJob("inbox", () => Promise.reject(new Error("later")), metrics);
  await expect(job()).rejects.toThrow("later");
  const families = parseExposition(await metrics.scrape());
  for (const outcome of ["done", "retry", "error"]) {
    const labels = { kind: "mail", outcome };
    expect(sampleOf(families, "portal_effect_duration_seconds_count", labels)).toBe(1);
  }
  const failed = { queue: "inbox", outcome: "failed" };
  expect(sampleOf(families, "portal_job_duration_seconds_count", failed)).toBe(1);
});
