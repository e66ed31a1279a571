import { base } from "./base.ts";
import { nextChargeDay, type Collection } from "./collection.ts";
import { outstanding, type InvoiceContext } from "./context.ts";

const meta = { clause: "A12.2" } as const;

const change = (context: InvoiceContext, changes: Partial<Collection>) => ({
  collection: { ...context.collection, ...changes },
});

/** Has it found out whether the customer has a card that can be charged, and what follows. */
const ask = (step: "announce" | "charge") =>
  base.enqueueActions(({ context, enqueue }) => {
    const { collection, dueDay, invoiceId } = context;
    enqueue.assign(
      step === "charge"
        ? change(context, { asked: collection.asked + 1 })
        : change(context, { noticedFor: dueDay }),
    );
    const params = { invoiceId, step };
    enqueue({ type: "effect", params: { kind: "collectByCard", params } });
  });

/** Tells the customer of the charge to come, and how to stop it. */
const announce = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "announceCharge") return;
  const { invoiceId, contractId, number, dueDay } = context;
  const facts = { number, dueDay, amount: outstanding(context) };
  const ids = { invoiceId, contractId, cardId: event.cardId, at: event.at, day: event.day };
  const params = { template: "card-charge-announced", to: "customer", ...ids, facts };
  enqueue({ type: "effect", params: { kind: "mail", params } });
  enqueue.assign(change(context, { announcedFor: dueDay }));
});

/** Opens a payment of what is owed by the saved card. */
const start = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "startCharge") return;
  const { paymentId: machineId, cardId, day } = event;
  const collection = { ...context.collection, days: [...context.collection.days, day] };
  enqueue.assign({ openPayment: machineId, collection });
  const { invoiceId } = context;
  const retryDay = nextChargeDay({ ...context, collection });
  const create = {
    ...{ type: "create", invoiceId, amount: outstanding(context) },
    ...{ method: "savedCard", cardId, retryDay },
  };
  const tell = { kind: "payment" as const, machineId, event: create, required: true as const };
  enqueue({ type: "tell", params: tell });
});

const hold = base.assign(({ context, event }) =>
  change(context, { days: [...context.collection.days, event.day] }),
);

const stop = base.assign(({ context }) => change(context, { stopped: true }));

const resume = base.assign(({ context, event }) =>
  change(context, { stopped: false, freeSince: event.at }),
);

/** How the charge of an invoice that is not late is announced. */
export const announcing = {
  chargeNears: { meta, actions: ask("announce") },
  announceCharge: { guard: "mayAnnounce", meta, actions: announce },
} as const;

/** How an invoice that is owed is paid from a saved card. */
export const collecting = {
  chargeDue: { meta, actions: ask("charge") },
  startCharge: { guard: "mayCharge", meta, actions: start },
  holdCharge: { guard: "isAsked", meta, actions: hold },
  stopCharge: { guard: "isCollected", meta, actions: stop },
  resumeCharge: { guard: "isStopped", meta, actions: resume },
} as const;

/** What the end of a payment that came to nothing leaves behind for the next charge. */
export const freeAgain = base.assign(({ context, event }) => {
  if (event.type !== "paymentClosed") return {};
  const { asked, days, refused } = context.collection;
  const { again, cardId = null } = event;
  return change(context, {
    freeSince: event.at,
    ...(again === "now" ? { asked: asked - 1, days: days.slice(0, -1) } : {}),
    ...(again === "never" && cardId !== null ? { refused: [...refused, cardId] } : {}),
  });
});
