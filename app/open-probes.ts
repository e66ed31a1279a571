import { createServer, type Server } from "node:http";
import { log } from "./log.ts";
import type { Portal } from "./portal.ts";
import { answerLive, answerReady, answerScrape, type ProbeAnswer } from "./telemetry/answers.ts";

/** A process that serves no pages answers here; one that does may answer here as well. */
function answer(portal: Portal, path: string, authorization: string | null): Promise<ProbeAnswer> {
  if (path === "/health/live") return Promise.resolve(answerLive());
  if (path === "/health/ready") return answerReady(portal);
  if (path === "/metrics") return answerScrape(portal, authorization);
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return Promise.resolve({ status: 404, headers, body: "not found\n" });
}

/** A small HTTP server for probes and metrics, not yet listening. */
export function createProbes(portal: Portal): Server {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5000 },
    (request, response) => {
      const isRead = request.method === "GET" || request.method === "HEAD";
      const path = isRead ? (request.url ?? "").replace(/\?.*$/s, "") : "";
      answer(portal, path, request.headers.authorization ?? null).then(
        ({ status, headers, body }) => {
          const common = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
          response.writeHead(status, { ...common, ...headers }).end(body);
        },
        (error: unknown) => {
          log.error({ err: error }, "a probe failed");
          response.writeHead(500).end();
        },
      );
    },
  );
  server.maxConnections = 50;
  return server;
}
