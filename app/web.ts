import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { join } from "node:path";
import express, { type NextFunction } from "express";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { addToLogContext } from "./log-context.ts";
import { log } from "./log.ts";
import { nonceContext, requestContext } from "./middleware/context.ts";
import { hasNul, isForm, isReadable } from "./middleware/form-text.ts";
import {
  BodyTooLarge,
  readBody,
  sendResponse,
  streamBody,
  toRequest,
} from "./middleware/http-request.ts";
import { boundaryOf } from "./middleware/multipart.ts";
import { isOwnOrigin, portalOrigin } from "./middleware/origin-check.ts";
import { newNonce, securityHeaders } from "./middleware/security-headers.ts";
import { mostUploadBytes, takesFiles } from "./middleware/upload.ts";
import type { Portal } from "./portal.ts";
import { observeRequest, requestIdOf } from "./telemetry/observe-request.ts";
import { recordDenial } from "./usecases/audit/record-denial.ts";

/** Bytes of a request's body; nothing that a page or a provider sends comes near it. */
const mostBodyBytes = 1024 * 1024;

export interface WebOptions {
  portal: Portal;
  build: ServerBuild;
  /** The folder of the built scripts, styles and pictures. */
  clientFolder: string;
  /** How many proxies before the portal are believed about the caller's address. */
  trustedProxies: number;
}

interface Arrival {
  requestId: string;
  nonce: string;
}

type Handler = (request: express.Request, response: express.Response, next: NextFunction) => void;

const arrivalOf = (response: express.Response) => response.locals as Arrival;

/** Ends a request with a short constant text. */
function refuse(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(`${text}\n`);
}

/** Gives each request a number and each response the headers that all have. */
function arrive({ appUrl, sandboxUrl, metrics, readiness }: Portal): Handler {
  const stripePages = ["https://checkout.stripe.com", "https://hooks.stripe.com"];
  const formTargets = [...stripePages, ...(sandboxUrl ? [sandboxUrl] : [])];
  const https = appUrl.startsWith("https:");
  return (request, response, next) => {
    const arrival: Arrival = { requestId: requestIdOf(request), nonce: newNonce() };
    Object.assign(response.locals, arrival);
    const headers = securityHeaders({ nonce: arrival.nonce, formTargets, https });
    response.setHeaders(new Map(Object.entries(headers)));
    response.setHeader("X-Request-Id", arrival.requestId);
    // The caller shall ask its next question of another process.
    if (readiness.isStopping()) response.setHeader("Connection", "close");
    observeRequest(metrics, arrival.requestId, request, response, next);
  };
}

/** Refuses what no page of ours sends: other methods, other origins, broken addresses. */
function checkRequest(portal: Portal): Handler {
  return (request, response, next) => {
    const { method, path } = request;
    if (!["GET", "HEAD", "POST"].includes(method)) {
      response.setHeader("Allow", "GET, HEAD, POST");
      return refuse(response, 405, "Method not allowed");
    }
    const hosts = request.headersDistinct.host ?? [];
    if (hosts.length !== 1 || !isReadable(request.url)) return refuse(response, 400, "Bad request");
    const own = portalOrigin(request.headers.host, portal.appUrl, portal.demo);
    const fetchSite = request.get("sec-fetch-site");
    if (isOwnOrigin({ method, path, origin: request.get("origin"), fetchSite }, own)) return next();
    const { requestId } = arrivalOf(response);
    void recordDenial(portal, { action: "origin", outcome: "refused: foreign origin", requestId });
    refuse(response, 403, "This request did not come from the portal's own pages.");
  };
}

/** Whether a form brings files to a page that takes them. */
function isUpload(request: express.Request): boolean {
  return boundaryOf(request.get("content-type")) !== null && takesFiles(request.path);
}

/** Hands a request to the pages. */
function servePages({ portal, build }: WebOptions): Handler {
  const handle = createRequestHandler(build, "production");
  const answer = async (request: express.Request, response: express.Response) => {
    const { nonce, requestId } = arrivalOf(response);
    // The demo's clock is in the database, without which a process still says how it is.
    const isProbe = /^\/(health\/|metrics$)/.test(request.path);
    const receivedAt = isProbe ? new Date() : await portal.clock.now();
    const hasBody = request.method === "POST";
    const hasFiles = hasBody && isUpload(request);
    const body = hasBody && !hasFiles ? await readBody(request, mostBodyBytes) : null;
    const isWebhook = request.path.startsWith("/webhooks/");
    if (hasBody && !isWebhook && !hasFiles) {
      if (!isForm(request.get("content-type"))) return refuse(response, 415, "Not a form");
      if (hasNul(Buffer.from(body ?? []).toString("latin1")))
        return refuse(response, 400, "Bad request");
    }
    // Files are read by their page alone, once the guard has let their sender through.
    const content = hasFiles ? streamBody(request, mostUploadBytes) : body;
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const context = new RouterContextProvider();
    context.set(nonceContext, nonce);
    context.set(requestContext, { requestId, ipAddress: request.ip ?? "", receivedAt });
    const origin = portalOrigin(request.headers.host, portal.appUrl, portal.demo);
    const page = await handle(toRequest(request, origin, content, gone.signal), context);
    if (!page.headers.has("Cache-Control")) page.headers.set("Cache-Control", "no-store");
    const type = page.headers.get("Content-Type") ?? "";
    if (/^text\/[\w-]+$/.test(type)) page.headers.set("Content-Type", `${type}; charset=utf-8`);
    await sendResponse(page, response);
  };
  return (request, response) => {
    answer(request, response).catch((error: unknown) => fail(error, request, response));
  };
}

/** The last resort: nothing of the error reaches the caller. */
function fail(error: unknown, request: IncomingMessage, response: express.Response): void {
  if (error instanceof BodyTooLarge) {
    response.setHeader("Connection", "close");
    refuse(response, 413, "Too large");
    // Cutting the line while the sender still writes would lose the answer on its way.
    request.resume();
    setTimeout(() => request.socket.destroy(), 500).unref();
    return;
  }
  if (request.errored ?? request.destroyed) return void response.destroy();
  log.error({ err: error, requestId: arrivalOf(response).requestId }, "request failed");
  if (response.headersSent) response.destroy();
  else refuse(response, 500, "Internal error");
}

/**
 * The portal's HTTP server, not yet listening. Its time limits end connections that send their
 * headers or bodies drop by drop.
 */
export function createWeb(options: WebOptions): Server {
  const { portal, clientFolder, trustedProxies } = options;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", trustedProxies);
  app.use(arrive(portal));
  const setHeaders = () => addToLogContext({ route: "file" });
  const files = { index: false, redirect: false, dotfiles: "ignore", setHeaders } as const;
  app.use(
    "/assets",
    express.static(join(clientFolder, "assets"), { ...files, immutable: true, maxAge: "1y" }),
  );
  app.use(express.static(clientFolder, { ...files, maxAge: "1h" }));
  app.use(checkRequest(portal));
  app.use(servePages(options));
  app.use((error: unknown, request: express.Request, response: express.Response, _: NextFunction) =>
    fail(error, request, response),
  );
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app);
  server.keepAliveTimeout = 10_000;
  server.timeout = 60_000;
  return server;
}

/** How long kept-alive connections may still bring a request before they are closed. */
const lingerMilliseconds = 1000;
const mostStopMilliseconds = 10_000;

/**
 * Stops taking connections, lets the requests under way end, and cuts them off after ten seconds.
 * Kept-alive connections are closed with their next answer, or when none is asked for within a second:
 * a request that was already on its way is answered.
 */
export async function stopWeb(server: Server): Promise<void> {
  // The HTTP server's own `close` would cut idle connections at once.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  const linger = setTimeout(() => server.close(), lingerMilliseconds);
  const sweeper = setInterval(() => server.closeIdleConnections(), lingerMilliseconds);
  const deadline = setTimeout(() => server.closeAllConnections(), mostStopMilliseconds);
  await closed;
  clearTimeout(linger);
  clearInterval(sweeper);
  clearTimeout(deadline);
}
