import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerChallengePage } from "./checkout/challenge.ts";
import { answerCheckout } from "./checkout/pages.ts";
import { takeFault } from "./controls/faults.ts";
import { answerControls } from "./controls/routes.ts";
import {
  BodyTooLarge,
  type Exchange,
  json,
  readExchange,
  redirect,
  type Reply,
} from "./http/exchange.ts";
import { replyWithExtraFields } from "./hostile/extra-fields.ts";
import { answerFonts } from "./http/fonts.ts";
import { answerMailbox } from "./mailbox/pages.ts";
import { answerResend } from "./resend/api.ts";
import type { Sandbox } from "./sandbox.ts";
import { answerStripe } from "./stripe/api.ts";

/** What a balancer says when nobody behind it can. */
const UNAVAILABLE: Reply = {
  status: 503,
  headers: { "content-type": "text/html" },
  body: "<html><body><h1>503 Service Unavailable</h1></body></html>",
};

// 40 MB of attachments and the rest of the mail.
const LARGEST_BODY = 45 * 1024 * 1024;

/**
 * The sandbox as an HTTP server: `/v1/…` is Stripe's API, `/c/…` its hosted pages, `/emails…`
 * is Resend's API, `/mailbox` shows the mails. Tests and the demo steer it with these controls:
 *
 * - `POST /_sandbox/clock {"now": ISO}` moves the portal clock, which ticks on from there: sessions
 *   expire, and every Friday (00:00 UTC) what became available is paid out. 409 before the newest
 *   object. `GET /_sandbox/clock` tells the time.
 * - `POST /_sandbox/payouts` pays out the whole balance now, available or not, and with
 *   `{"negative": true}` takes from the bank what it lacks; 409 if there is nothing to do.
 *   `POST /_sandbox/payouts/:id {"status": "failed"|"reversed", "failure_code"}` sends one back.
 * - `POST /_sandbox/refunds {"charge"|"payment_intent", "amount", "reason", "pending"}` refunds as the
 *   Dashboard does; `POST /_sandbox/refunds/:id {"status": "succeeded"|"failed", "failure_reason"}` is the
 *   bank's word about any refund, also about one that was taken before.
 * - `POST /_sandbox/disputes {"charge"|"payment_intent", "amount", "reason", "inquiry"}` takes a charge
 *   back, with a fee; `POST /_sandbox/disputes/:id {"status": "won"|"lost"|"warning_closed"|
 *   "needs_response", "fee_returned"}` ends it, or turns an inquiry into a dispute.
 * - `POST /_sandbox/balance {"type", "amount", "fee", "description", "reporting_category"}` enters a row.
 * - `POST /_sandbox/payment_methods/:id {"behaves", "detach", "replaced": {"exp_month", "exp_year",
 *   "behaves"}}`: a saved card behaves otherwise (names in `stripe/test-cards.ts`), is detached in the
 *   Dashboard, or is replaced by the network.
 * - `POST /_sandbox/events/:id/resend?n=1` delivers an event (`evt_…` or Resend's `msg_…`) again,
 *   n times at once; answers how many got which HTTP status.
 * - `POST /_sandbox/fault {"kind", "match": "POST /v1/refunds", "times": 1, "milliseconds": 1000}`
 *   arms a fault for the next matching requests; `*` in `match` stands for one path segment. Kinds:
 *   `timeout_after` does the work and never answers, `lost_after` does it and drops the connection,
 *   `truncated` does it and answers half; `html_503` is a balancer's page; `reset` drops the connection before any work;
 *   `error_500` and `rate_limit` answer so (the 500 is stored under the idempotency key, as Stripe
 *   does); `quota` is Resend's word for a day's mails being used up; `delay` waits with the key in
 *   flight. `DELETE /_sandbox/fault` disarms all.
 * - `POST /_sandbox/hostile {"seed", "percent": 20}`: from now on so many of a hundred calls of Stripe's
 *   API run into one of these faults, answers and webhooks have unknown members, webhooks come late, in any
 *   order and several times, and events of unknown types come between; the same seed brings the same luck.
 *   `DELETE /_sandbox/hostile` ends it.
 * - `DELETE /_sandbox/keys` forgets all idempotency keys, as a day does: they age by the wall clock.
 * - `GET /_sandbox/state` is everything as JSON: sessions, payment_intents, charges, refunds,
 *   balance_transactions (with their payout), payouts, events and mail_events (with delivery),
 *   mails, faults. `GET /_sandbox/mails?to=` is the mails alone, oldest first.
 * - `GET /_sandbox/deeds` is the charges, disputes, payouts, and the mails without their HTML; `GET /_sandbox/owed` says
 *   how many webhooks are not delivered yet.
 */
export function createSandboxServer(sandbox: Sandbox): Server {
  return createServer((request, response) => {
    answer(sandbox, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent)
        send(response, json(500, { error: { type: "api_error", message: String(error) } }));
    });
  });
}

async function answer(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let exchange: Exchange;
  try {
    exchange = await readExchange(request, LARGEST_BODY);
  } catch (error) {
    if (error instanceof BodyTooLarge)
      send(response, json(413, { error: { message: error.message } }));
    else response.destroy();
    return;
  }
  exchange.fault = takeFault(sandbox, exchange.method, exchange.path);
  if (exchange.fault?.kind === "reset") {
    request.socket.resetAndDestroy();
    return;
  }
  if (exchange.fault?.kind === "html_503") {
    send(response, UNAVAILABLE);
    return;
  }
  const reply = await dispatch(sandbox, exchange);
  if (exchange.fault?.kind === "timeout_after") return;
  if (exchange.fault?.kind === "lost_after") request.socket.resetAndDestroy();
  else send(response, asHostile(sandbox, exchange, reply));
}

/** The answer cut off in the middle, or with members that nobody has heard of. */
function asHostile({ hostility }: Sandbox, { path, fault }: Exchange, reply: Reply): Reply {
  const { body } = reply;
  if (typeof body !== "string" || !path.startsWith("/v1/")) return reply;
  if (fault?.kind === "truncated") return { ...reply, body: body.slice(0, body.length / 2) };
  return hostility && reply.status === 200 ? replyWithExtraFields({ ...reply, body }) : reply;
}

function dispatch(sandbox: Sandbox, exchange: Exchange): Reply | Promise<Reply> {
  const [, first, second] = exchange.path.split("/");
  if (first === "v1") return answerStripe(sandbox, exchange);
  if (first === "emails") return answerResend(sandbox, exchange);
  if (first === "c" && second === "challenge") return answerChallengePage(sandbox, exchange);
  if (first === "c" && second === "pay") return answerCheckout(sandbox, exchange);
  if (first === "mailbox") return answerMailbox(sandbox, exchange);
  if (first === "fonts") return answerFonts(exchange.path);
  if (first === "_sandbox") return answerControls(sandbox, exchange);
  if (exchange.path === "/") return redirect("/mailbox");
  return json(404, {
    error: { type: "invalid_request_error", message: "Unrecognized request URL" },
  });
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
