import { setTimeout as wait } from "node:timers/promises";
import { type Exchange, header, json, type Reply } from "../http/exchange.ts";
import { matchRoute, type Route } from "../http/router.ts";
import type { Sandbox } from "../sandbox.ts";
import { acceptMail } from "./accept-mail.ts";
import { sendBatch } from "./batch.ts";
import { MailError } from "./errors.ts";
import { mailKeyId, rememberMailAnswer, storedMailAnswer } from "./idempotency.ts";
import { listMails } from "./list.ts";
import { parseJson } from "./parse-json.ts";
import { parseMail } from "./parse-mail.ts";

type Handler = (sandbox: Sandbox, exchange: Exchange, id: string, key: string | null) => object;

const ROUTES: readonly Route<Handler>[] = [
  { method: "POST", path: "/emails", handler: sendOne },
  { method: "POST", path: "/emails/batch", handler: sendBatch },
  { method: "GET", path: "/emails", handler: (sandbox, { query }) => listMails(sandbox, query) },
  { method: "GET", path: "/emails/:id", handler: retrieve },
];

/** Answers a request below `/emails` as api.resend.com would. */
export async function answerResend(sandbox: Sandbox, exchange: Exchange): Promise<Reply> {
  try {
    return await respond(sandbox, exchange);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const { status, code, message, headers } = error;
    return json(status, { statusCode: status, name: code, message }, headers);
  }
}

async function respond(sandbox: Sandbox, exchange: Exchange): Promise<Reply> {
  authenticate(exchange);
  injectFault(exchange);
  const match = matchRoute(ROUTES, exchange.method, exchange.path);
  if (!match) throw new MailError(404, "not_found", "The requested endpoint does not exist");
  const key = exchange.method === "POST" ? header(exchange, "idempotency-key") : null;
  const keyed = key === null ? null : { key, endpoint: match.path, body: exchange.body };
  const stored = keyed && storedMailAnswer(sandbox, keyed);
  if (stored) return { status: 200, headers: { "content-type": "application/json" }, body: stored };
  if (key !== null) sandbox.inFlight.add(mailKeyId(key));
  try {
    if (exchange.fault?.kind === "delay") await wait(exchange.fault.milliseconds);
    return sandbox.store.transaction(() => {
      const answer = match.handler(sandbox, exchange, match.parameters["id"] ?? "", key);
      const reply = json(200, answer);
      if (keyed) rememberMailAnswer(sandbox, keyed, reply.body);
      return reply;
    });
  } finally {
    if (key !== null) sandbox.inFlight.delete(mailKeyId(key));
  }
}

function sendOne(sandbox: Sandbox, exchange: Exchange, _id: string, key: string | null): object {
  return { id: acceptMail(sandbox, parseMail(parseJson(exchange.body)), key).id };
}

function retrieve({ store }: Sandbox, _exchange: Exchange, id: string): object {
  const mail = store.get("mails", id);
  if (!mail) throw new MailError(404, "not_found", "Email not found");
  const { headers: _headers, attachments: _attachments, idempotency_key: _key, ...shown } = mail;
  return { object: "email", ...shown, scheduled_at: null, topic_id: null };
}

function authenticate(exchange: Exchange): void {
  const [, key = ""] = (header(exchange, "authorization") ?? "").split(" ", 2);
  if (key === "") throw new MailError(401, "missing_api_key", "Missing API Key");
  if (!/^re_[0-9A-Za-z_]+$/.test(key))
    throw new MailError(403, "invalid_api_key", "API key is invalid");
}

function injectFault({ fault }: Exchange): void {
  if (fault?.kind === "rate_limit") {
    throw new MailError(
      429,
      "rate_limit_exceeded",
      "Too many requests. You can only make 5 requests per second. See rate limit response headers for more information.",
      {
        "retry-after": "1",
        "ratelimit-limit": "5",
        "ratelimit-remaining": "0",
        "ratelimit-reset": "1",
      },
    );
  }
  if (fault?.kind === "quota") {
    throw new MailError(
      429,
      "daily_quota_exceeded",
      "You have reached your daily email sending quota.",
    );
  }
  if (fault?.kind === "error_500") {
    throw new MailError(500, "internal_server_error", "Internal server error");
  }
}
