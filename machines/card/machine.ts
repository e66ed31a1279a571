import { setup } from "xstate";
import { outgoing, type EffectRequest, type Stamp } from "../engine/outgoing.ts";
import { noCard, type CardContext } from "./context.ts";
import type { CardEvent } from "./events.ts";
import { lastDayOf } from "./validity.ts";

const base = setup({
  types: { context: {} as CardContext, events: {} as CardEvent & Stamp },
  actions: outgoing,
  guards: {
    /** A card whose new last day is over already is none that can be charged. */
    isValid: ({ event }) =>
      event.type === "change" && lastDayOf(event.face).toString() >= event.day,
  },
});

const meta = { clause: "A12.2" } as const;

const effect = (kind: EffectRequest["kind"]) =>
  base.enqueueActions(({ context, enqueue }) => {
    enqueue({ type: "effect", params: { kind, params: { cardId: context.cardId } } });
  });

const mail = (template: "card-saved" | "card-expiring" | "card-unusable", why?: string) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const ids = { cardId: context.cardId, at: event.at, day: event.day };
    const lastDay = context.face && lastDayOf(context.face).toString();
    const facts = { lastDay, ...(why === undefined ? {} : { why }) };
    const params = { template, to: "customer", ...ids, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });

const begin = base.assign(({ event }) =>
  event.type === "save"
    ? {
        cardId: event.machineId,
        consent: { version: event.consentVersion, at: event.at, by: event.sentBy ?? null },
      }
    : {},
);

const end = base.assign({ endedOn: ({ event }) => event.day });

/** A card saved is the customer's one card: whatever was saved before it gives way. */
const saved = {
  target: "active",
  meta,
  actions: [
    base.assign(({ event }) =>
      event.type === "saved"
        ? { methodId: event.methodId, face: event.face, savedAt: event.at }
        : {},
    ),
    effect("retireCards"),
    mail("card-saved"),
  ],
} as const;

const abandoned = { target: "abandoned", meta, actions: end } as const;

const detached = {
  target: "detached",
  meta,
  actions: [end, mail("card-unusable", "detached")],
} as const;

const removed = { target: "removed", meta, actions: [end, effect("detachCard")] } as const;

const replaced = {
  target: "replaced",
  meta,
  actions: [
    end,
    base.assign(({ event }) => (event.type === "replace" ? { replacedBy: event.by } : {})),
    effect("detachCard"),
  ],
} as const;

/** With a new last month its warnings begin anew. */
const takeFace = base.assign(({ event }) =>
  event.type === "change" ? { face: event.face, warned: [], savedAt: event.at } : {},
);

const change = [
  { guard: "isValid", target: "active", meta, actions: takeFace },
  { target: "expired", meta, actions: [takeFace, mail("card-unusable", "expired")] },
] as const;

const blocked = {
  target: "blocked",
  meta,
  actions: base.assign({
    code: ({ event }) => (event.type === "decline" ? event.code : null),
  }),
} as const;

const warn = {
  target: "expiring",
  meta,
  actions: [
    base.assign({
      warned: ({ context, event }) =>
        event.type === "warn" ? [...context.warned, event.id] : context.warned,
    }),
    mail("card-expiring"),
  ],
} as const;

const usable = {
  change,
  warn,
  lapse: { target: "expired", meta, actions: mail("card-unusable", "expired") },
  decline: blocked,
  detach: detached,
  remove: removed,
  replace: replaced,
} as const;

const unusable = {
  change: { guard: "isValid", target: "active", meta, actions: takeFace },
  detach: { ...detached, actions: end },
  remove: removed,
  replace: replaced,
} as const;

/**
 * A card that a customer saved at Stripe, with its consent to be charged on due days (A12.2). The number
 * never touches the portal.
 */
export const cardMachine = base.createMachine({
  id: "card",
  context: noCard,
  initial: "unopened",
  states: {
    unopened: { on: { save: { target: "saving", meta, actions: begin } } },
    saving: {
      on: {
        sessionOpened: {
          meta,
          actions: base.assign(({ event }) =>
            event.type === "sessionOpened"
              ? { sessionId: event.sessionId, expiresAt: event.expiresAt }
              : {},
          ),
        },
        sessionRefused: {
          ...abandoned,
          actions: [
            end,
            base.assign({
              code: ({ event }) => (event.type === "sessionRefused" ? event.code : null),
            }),
          ],
        },
        saved,
        expire: abandoned,
        abandon: abandoned,
        lookUp: { meta, actions: [base.assign({ lookedUp: true }), effect("lookUpCard")] },
      },
    },
    active: { on: usable },
    expiring: { on: usable },
    expired: { on: unusable },
    /** Its issuer refused it for good; the network may still put another number in its place. */
    blocked: { on: unusable },
    // A card that was entered after all, though nobody waited for it any more, is taken.
    abandoned: { on: { saved } },
    removed: {},
    replaced: {},
    detached: {},
  },
});
