import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
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
import { answerFonts } from "./http/fonts.ts";
import { answerMailbox } from "./mailbox/pages.ts";
import { answerResend } from "./resend/api.ts";
import type { Sandbox } from "./sandbox.ts";
import { answerStripe } from "./stripe/api.ts";

// 40 MB of attachments and the rest of the mail.
const LARGEST_BODY = 45 * 1024 * 1024;

/**
 * The sandbox as an HTTP server: `/v1/…` is Stripe's API, `/c/pay/…` its hosted page, `/emails…`
 * is Resend's API, `/mailbox` shows the mails. Tests and the demo steer it with these controls:
 *
 * - `POST /_sandbox/clock {"now": ISO}` moves the portal clock, which ticks on from there: sessions
 *   expire, and every Friday (00:00 UTC) what became available is paid out. 409 before the newest
 *   object. `GET /_sandbox/clock` tells the time.
 * - `POST /_sandbox/payouts` pays out the whole balance now, available or not; 409 if it is empty.
 * - `POST /_sandbox/events/:id/resend?n=1` delivers an event (`evt_…` or Resend's `msg_…`) again,
 *   n times at once; answers how many got which HTTP status.
 * - `POST /_sandbox/fault {"kind", "match": "POST /v1/refunds", "times": 1, "milliseconds": 1000}`
 *   arms a fault for the next matching requests; `*` in `match` stands for one path segment. Kinds:
 *   `timeout_after` does the work and never answers; `reset` drops the connection before any work;
 *   `error_500` and `rate_limit` answer so (the 500 is stored under the idempotency key, as Stripe
 *   does); `quota` is Resend's word for a day's mails being used up; `delay` waits with the key in
 *   flight. `DELETE /_sandbox/fault` disarms all.
 * - `DELETE /_sandbox/keys` forgets all idempotency keys, as a day does: they age by the wall clock.
 * - `GET /_sandbox/state` is everything as JSON: sessions, payment_intents, charges, refunds,
 *   balance_transactions (with their payout), payouts, events and mail_events (with delivery),
 *   mails, faults. `GET /_sandbox/mails?to=` is the mails alone, oldest first.
 * - `GET /_sandbox/deeds` is the charges, and the mails without their HTML; `GET /_sandbox/owed` says
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
  const reply = await dispatch(sandbox, exchange);
  if (exchange.fault?.kind === "timeout_after") return;
  send(response, reply);
}

function dispatch(sandbox: Sandbox, exchange: Exchange): Reply | Promise<Reply> {
  const [, first, second] = exchange.path.split("/");
  if (first === "v1") return answerStripe(sandbox, exchange);
  if (first === "emails") return answerResend(sandbox, exchange);
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
