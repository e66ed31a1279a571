import { ZodError } from "zod";
import { catchUp } from "../due.ts";
import { type Exchange, json, type Reply } from "../http/exchange.ts";
import { matchRoute, type Route } from "../http/router.ts";
import { isRecipient } from "../mailbox/recipients.ts";
import type { Sandbox } from "../sandbox.ts";
import { ApiError } from "../stripe/errors.ts";
import { resendEvent } from "../webhooks/resend-event.ts";
import { disputeCharge, moveDispute } from "./disputes.ts";
import { armFault, disarmFaults } from "./faults.ts";
import { calm, makeHostile } from "./hostility.ts";
import { changeMethod } from "./payment-methods.ts";
import { enterRow, movePayout, payOut } from "./payouts.ts";
import { moveRefund, refundInDashboard } from "./refunds.ts";
import { setClock } from "./set-clock.ts";
import { describeDeeds, describeState } from "./state.ts";

type Handler = (sandbox: Sandbox, exchange: Exchange, id: string) => Reply | Promise<Reply>;

const MOST_RESENDS = 5_000;

const ROUTES: readonly Route<Handler>[] = [
  {
    method: "GET",
    path: "/_sandbox/state",
    handler: (sandbox) => json(200, describeState(sandbox)),
  },
  {
    method: "GET",
    path: "/_sandbox/deeds",
    handler: (sandbox) => json(200, describeDeeds(sandbox)),
  },
  { method: "GET", path: "/_sandbox/owed", handler: owed },
  { method: "GET", path: "/_sandbox/mails", handler: mails },
  { method: "POST", path: "/_sandbox/clock", handler: clock },
  {
    method: "GET",
    path: "/_sandbox/clock",
    handler: (sandbox) => json(200, { now: sandbox.clock.iso() }),
  },
  { method: "POST", path: "/_sandbox/payouts", handler: payout },
  { method: "POST", path: "/_sandbox/payouts/:id", handler: doing(movePayout) },
  { method: "POST", path: "/_sandbox/disputes", handler: doing(disputeCharge, 201) },
  { method: "POST", path: "/_sandbox/disputes/:id", handler: doing(moveDispute) },
  { method: "POST", path: "/_sandbox/refunds", handler: doing(refundInDashboard, 201) },
  { method: "POST", path: "/_sandbox/refunds/:id", handler: doing(moveRefund) },
  { method: "POST", path: "/_sandbox/balance", handler: doing(enterRow, 201) },
  { method: "POST", path: "/_sandbox/payment_methods/:id", handler: doing(changeMethod) },
  { method: "POST", path: "/_sandbox/events/:id/resend", handler: resend },
  {
    method: "POST",
    path: "/_sandbox/fault",
    handler: (sandbox, exchange) => json(201, armFault(sandbox, bodyOf(exchange))),
  },
  { method: "DELETE", path: "/_sandbox/fault", handler: noFaults },
  { method: "DELETE", path: "/_sandbox/keys", handler: noKeys },
  { method: "POST", path: "/_sandbox/hostile", handler: doing(makeHostile) },
  { method: "DELETE", path: "/_sandbox/hostile", handler: doing(calm) },
];

/** Answers a request below `/_sandbox/`; a wrong body is a 400 that says what is wrong. */
export async function answerControls(sandbox: Sandbox, exchange: Exchange): Promise<Reply> {
  const match = matchRoute(ROUTES, exchange.method, exchange.path);
  if (!match) return json(404, { error: `No control ${exchange.method} ${exchange.path}` });
  try {
    catchUp(sandbox);
    return await match.handler(sandbox, exchange, match.parameters["id"] ?? "");
  } catch (error) {
    if (error instanceof ZodError) return json(400, { error: error.issues });
    if (error instanceof ApiError) return json(error.status, { error: error.body });
    if (error instanceof SyntaxError) return json(400, { error: error.message });
    throw error;
  }
}

function mails({ store }: Sandbox, { query }: Exchange): Reply {
  const to = new URLSearchParams(query).get("to");
  return json(
    200,
    store.all("mails").filter((mail) => to === null || isRecipient(mail, to)),
  );
}

function owed({ store }: Sandbox): Reply {
  return json(200, { owed: store.all("outbox").length });
}

function clock(sandbox: Sandbox, exchange: Exchange): Reply {
  const answer = setClock(sandbox, bodyOf(exchange));
  return json(answer.kind === "set" ? 200 : 409, answer);
}

/** A control that changes something, as one transaction. */
function doing(
  change: (sandbox: Sandbox, body: unknown, id: string) => object,
  status = 200,
): Handler {
  return (sandbox, exchange, id) =>
    json(
      status,
      sandbox.store.transaction(() => change(sandbox, bodyOf(exchange), id)),
    );
}

function payout(sandbox: Sandbox, exchange: Exchange): Reply {
  const made = sandbox.store.transaction(() => payOut(sandbox, bodyOf(exchange)));
  return made ? json(201, made) : json(409, { error: "The balance holds nothing to pay out" });
}

async function resend(sandbox: Sandbox, { query }: Exchange, id: string): Promise<Reply> {
  const times = Number(new URLSearchParams(query).get("n") ?? "1");
  if (!Number.isInteger(times) || times < 1 || times > MOST_RESENDS) {
    return json(400, { error: `n must be a whole number from 1 to ${MOST_RESENDS}` });
  }
  const result = await resendEvent(sandbox, id, times);
  return result ? json(200, result) : json(404, { error: `No event ${id}` });
}

function noFaults(sandbox: Sandbox): Reply {
  disarmFaults(sandbox);
  return json(200, { faults: [] });
}

function noKeys({ store }: Sandbox): Reply {
  store.transaction(() => {
    for (const { id } of store.all("idempotency")) store.remove("idempotency", id);
  });
  return json(200, { keys: [] });
}

function bodyOf({ body }: Exchange): unknown {
  return JSON.parse(body === "" ? "{}" : body) as unknown;
}
