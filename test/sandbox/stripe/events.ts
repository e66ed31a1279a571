import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StripeEvent } from "../store/tables.ts";
import { oweWebhook, pendingWebhooks } from "../webhooks/outbox.ts";
import { endpoint } from "./call.ts";
import { noSuch } from "./errors.ts";
import { moment, PAGING, paginate } from "./pages.ts";
import { flag, list, optional, text } from "./parameters.ts";
import { API_VERSION } from "./version.ts";

const KEPT_FOR_SECONDS = 30 * 24 * 60 * 60;

/** Which API request caused an event; both null when Stripe itself or the payer did. */
export interface Cause {
  requestId: string | null;
  idempotencyKey: string | null;
}

export const NO_REQUEST: Cause = { requestId: null, idempotencyKey: null };

/**
 * Records an event with the object as it is now and owes its webhook. `previous` holds what an update
 * changed, with the values from before. Inside a transaction.
 */
export function emit(
  sandbox: Sandbox,
  cause: Cause,
  type: string,
  object: object,
  previous?: object,
): void {
  const event: StripeEvent = {
    id: newId("evt"),
    object: "event",
    api_version: API_VERSION,
    created: sandbox.clock.now(),
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  };
  sandbox.store.put("events", event);
  oweWebhook(sandbox, "stripe", event.id);
  if (sandbox.hostility?.happens("unannounced event", 8)) emitUnannounced(sandbox, event);
}

/** An event of a type that a later version of the API might bring, about a known or an unknown object. */
function emitUnannounced(sandbox: Sandbox, event: StripeEvent): void {
  const family = event.type.split(".", 1)[0] ?? "";
  const known = sandbox.hostility?.happens("unannounced event about a known object", 50);
  const unannounced: StripeEvent = {
    ...event,
    id: newId("evt"),
    type: known ? `${family}.reconsidered` : "shimmer.appeared",
    data: { object: known ? event.data.object : { id: newId("shim"), object: "shimmer" } },
  };
  sandbox.store.put("events", unannounced);
  oweWebhook(sandbox, "stripe", unannounced.id);
}

export const retrieveEvent = endpoint({}, ({ sandbox, id }) => {
  const event = sandbox.store.get("events", id("event"));
  if (!event) throw noSuch("event", id("event"), "id");
  return present(sandbox, event);
});

/** Events of the last 30 days; `delivery_success=false` gives those whose webhook is still owed. */
export const listEvents = endpoint(
  {
    ...PAGING,
    type: optional(text()),
    types: optional(list(text(), 20)),
    created: optional(moment),
    delivery_success: optional(flag),
  },
  ({ sandbox, path }, parameters) => {
    const oldest = sandbox.clock.now() - KEPT_FOR_SECONDS;
    const wanted = parameters.types ?? (parameters.type ? [parameters.type] : null);
    const events = sandbox.store.all("events").filter((event) => {
      const pending = pendingWebhooks(sandbox, event.id) > 0;
      return (
        event.created >= oldest &&
        (!wanted || wanted.some((pattern) => matches(event.type, pattern))) &&
        (parameters.created?.(event.created) ?? true) &&
        (parameters.delivery_success === undefined || parameters.delivery_success === !pending)
      );
    });
    const page = paginate(events, parameters, path, "event");
    return { ...page, data: page.data.map((event) => present(sandbox, event)) };
  },
);

function present(sandbox: Sandbox, event: StripeEvent): object {
  return { ...event, pending_webhooks: pendingWebhooks(sandbox, event.id) };
}

/** `charge.*` stands for every type that begins with `charge.`. */
function matches(type: string, pattern: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
