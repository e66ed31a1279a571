import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { withLogContext, type LogContext } from "../log-context.ts";
import { log } from "../log.ts";
import type { Metrics } from "./metrics.ts";

/** Hexadecimal digits, as proxies make them: nothing in which a person's words would fit. */
const wellFormed = /^[0-9a-f][0-9a-f-]{15,63}$/i;
const methods = ["GET", "HEAD", "POST"];
const probes = /^\/(health\/|metrics$)/;

/** The request's number: what stands before us has given it one, else a new one. */
export function requestIdOf(message: IncomingMessage): string {
  const [given, ...others] = message.headersDistinct["x-request-id"] ?? [];
  return given !== undefined && others.length === 0 && wellFormed.test(given)
    ? given
    : randomUUID();
}

/**
 * Answers one request under its number: every line that is logged on the way carries it, and at the
 * end the request is counted, timed and logged, by its route and never by its address.
 *
 * Requests that reach no page are counted as `none`.
 */
export function observeRequest(
  metrics: Metrics,
  requestId: string,
  { method = "" }: IncomingMessage,
  response: ServerResponse,
  work: () => void,
): void {
  const context: LogContext = { requestId };
  const began = performance.now();
  metrics.requestsInFlight.inc();
  response.once("close", () => {
    metrics.requestsInFlight.dec();
    const seconds = (performance.now() - began) / 1000;
    const { route = "none" } = context;
    const wasAnswered = response.writableFinished;
    const status = wasAnswered ? String(response.statusCode) : "aborted";
    const known = methods.includes(method) ? method : "other";
    metrics.observeRequest({ method: known, route, status }, seconds);
    const line = {
      ...context,
      method: known,
      route,
      status,
      durationMs: Math.round(seconds * 1000),
    };
    log[probes.test(route) || route === "file" ? "debug" : "info"](line, "request");
  });
  withLogContext(context, work);
}
