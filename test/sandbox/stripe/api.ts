import { setTimeout as wait } from "node:timers/promises";
import { catchUp } from "../due.ts";
import { type Exchange, header, type Reply, type TextReply } from "../http/exchange.ts";
import { matchRoute } from "../http/router.ts";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Call, Prepared } from "./call.ts";
import { ApiError, type ApiErrorBody, errorBody } from "./errors.ts";
import { expandObject } from "./expand.ts";
import { fingerprint, recordId, storedAnswer } from "./idempotency.ts";
import { ROUTES } from "./routes.ts";
import { API_VERSION } from "./version.ts";

const SERVER_ERROR: ApiErrorBody = {
  type: "api_error",
  message: "An unknown error occurred",
};

/** Answers a request below `/v1/` as api.stripe.com would. */
export async function answerStripe(sandbox: Sandbox, exchange: Exchange): Promise<Reply> {
  const requestId = newId("req", 14);
  const key = exchange.method === "POST" ? header(exchange, "idempotency-key") : null;
  const headers = {
    "request-id": requestId,
    "stripe-version": API_VERSION,
    ...(key ? { "idempotency-key": key } : {}),
  };
  try {
    return withHeaders(await respond(sandbox, exchange, requestId, key), headers);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return withHeaders(asReply(error.status, errorBody(error.body, requestId)), headers);
  }
}

async function respond(
  sandbox: Sandbox,
  exchange: Exchange,
  requestId: string,
  key: string | null,
): Promise<Reply> {
  authenticate(exchange);
  checkVersion(exchange);
  checkContentType(exchange);
  if (exchange.fault?.kind === "rate_limit") throw rateLimited();
  catchUp(sandbox);
  const form = exchange.method === "GET" ? exchange.query : exchange.body;
  const endpoint = `${exchange.method} ${exchange.path}`;
  const stored = key ? storedAnswer(sandbox, key, endpoint, form) : undefined;
  if (stored) {
    return {
      status: stored.status,
      headers: { "idempotent-replayed": "true", "original-request": stored.request_id },
      body: stored.body,
    };
  }
  const prepared = prepare(sandbox, exchange, form, requestId, key);
  if (key) sandbox.inFlight.add(recordId(key));
  try {
    if (exchange.fault?.kind === "delay") await wait(exchange.fault.milliseconds);
    return carryOut(sandbox, exchange, prepared, { endpoint, form, requestId, key });
  } finally {
    if (key) sandbox.inFlight.delete(recordId(key));
  }
}

function prepare(
  sandbox: Sandbox,
  exchange: Exchange,
  form: string,
  requestId: string,
  idempotencyKey: string | null,
): Prepared {
  const match = matchRoute(ROUTES, exchange.method, exchange.path);
  if (!match) {
    throw new ApiError(404, {
      type: "invalid_request_error",
      message: `Unrecognized request URL (${exchange.method}: ${exchange.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    });
  }
  const id = (name: string): string => match.parameters[name] ?? "";
  const version = header(exchange, "stripe-version");
  const call: Call = { sandbox, id, path: exchange.path, requestId, idempotencyKey, version };
  return match.handler(call, form);
}

interface Request {
  endpoint: string;
  form: string;
  requestId: string;
  key: string | null;
}

/** Effects, events and the answer under the key become durable together, or none does. */
function carryOut(
  sandbox: Sandbox,
  exchange: Exchange,
  { work, expand }: Prepared,
  request: Request,
): Reply {
  const { store } = sandbox;
  try {
    if (exchange.fault?.kind === "error_500") throw new ApiError(500, SERVER_ERROR);
    return store.transaction(() => {
      const done = work();
      const reply =
        done instanceof ApiError
          ? asReply(done.status, errorBody(done.body, request.requestId))
          : asReply(200, expandObject(sandbox, done, expand));
      remember(sandbox, request, reply);
      return reply;
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const reply = asReply(error.status, errorBody(error.body, request.requestId));
    store.transaction(() => remember(sandbox, request, reply));
    return reply;
  }
}

function remember({ store }: Sandbox, request: Request, { status, body }: TextReply): void {
  if (!request.key) return;
  store.put("idempotency", {
    id: recordId(request.key),
    endpoint: request.endpoint,
    fingerprint: fingerprint(request.form),
    status,
    body,
    request_id: request.requestId,
    created: Date.now(),
  });
}

function authenticate(exchange: Exchange): void {
  const [scheme, credentials = ""] = (header(exchange, "authorization") ?? "").split(" ", 2);
  const key =
    scheme?.toLowerCase() === "basic"
      ? (Buffer.from(credentials, "base64").toString().split(":")[0] ?? "")
      : credentials;
  if (/^sk_test_[0-9A-Za-z_]+$/.test(key)) return;
  throw new ApiError(401, {
    type: "invalid_request_error",
    message:
      key === ""
        ? "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
        : `Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`,
  });
}

function checkVersion(exchange: Exchange): void {
  const version = header(exchange, "stripe-version");
  if (version === null || version === API_VERSION) return;
  throw new ApiError(400, {
    type: "invalid_request_error",
    message: `Invalid Stripe API version: ${version}. This sandbox speaks ${API_VERSION} only.`,
  });
}

function checkContentType(exchange: Exchange): void {
  const type = header(exchange, "content-type") ?? "";
  if (exchange.body === "" || type.startsWith("application/x-www-form-urlencoded")) return;
  throw new ApiError(400, {
    type: "invalid_request_error",
    message:
      "Invalid request (check that your POST content type is application/x-www-form-urlencoded).",
  });
}

function rateLimited(): ApiError {
  return new ApiError(429, {
    type: "invalid_request_error",
    code: "rate_limit",
    message: "Request rate limit exceeded. Please retry with an exponential backoff.",
  });
}

function asReply(status: number, value: object): TextReply {
  return { status, headers: {}, body: `${JSON.stringify(value, null, 2)}\n` };
}

function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return {
    ...reply,
    headers: { "content-type": "application/json", ...headers, ...reply.headers },
  };
}
