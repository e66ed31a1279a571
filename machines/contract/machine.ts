import { setup } from "xstate";
import { dayOf } from "../calendar.ts";
import { outgoing, type Stamp } from "../engine/outgoing.ts";
import { termAfter, termFrom } from "../terms/a10-term.ts";
import { cancellationEnd, unpaidFeesDueDay } from "../terms/a17-cancellation.ts";
import { policyOn } from "../terms/policy.ts";
import { earliestEnd, emptyContract, type ContractContext, type PendingEnd } from "./context.ts";
import type { ContractEvent } from "./events.ts";
import { invoiceIdOf, issueInvoice } from "./fees.ts";
import { contractMailFacts } from "./mail-facts.ts";

type Stamped = ContractEvent & Stamp;
type Of<Type extends ContractEvent["type"]> = Extract<Stamped, { type: Type }>;

/** The end to which a customer's notice leads, given on the event's day (A17.1, A10.2). */
function noticedEnd(context: ContractContext, event: Of<"cancel">): PendingEnd {
  const wish = event.wish === null || event.wish === "earliest" ? event.wish : dayOf(event.wish);
  const { day, basis } = cancellationEnd({
    by: "customer",
    noticeOn: dayOf(event.day),
    termEnd: context.term ? dayOf(context.term.end) : null,
    wish,
  });
  return {
    cause: basis === "A10.2" ? "expired" : "cancelled",
    by: "customer",
    noticeDay: event.day,
    endDay: day.toString(),
    clause: basis,
  };
}

const base = setup({
  types: { context: {} as ContractContext, events: {} as Stamped },
  actions: outgoing,
  guards: {
    maintenanceVerified: ({ context }) => context.maintenanceVerifiedOn !== null,
    withdrawalAllowed: ({ event }) => policyOn(dayOf(event.day)).orderWithdrawalAllowed,
    startNotPast: ({ event }) => event.type === "setStart" && event.startDay >= event.day,
    asWished: ({ context, event }) =>
      event.type === "setStart" &&
      event.startDay >= event.day &&
      event.startDay === context.wishedStart,
    proposalNotPast: ({ context, event }) => (context.proposedStart ?? "") >= event.day,
    endsEarlier: ({ context, event }) => {
      const present = earliestEnd(context);
      if (event.type !== "cancel" || !present) return event.type === "cancel";
      return noticedEnd(context, event).endDay < present.endDay;
    },
    isLastCause: ({ context, event }) =>
      event.type === "lift" && context.suspensions.every((cause) => cause === event.cause),
    isCause: ({ context, event }) =>
      event.type === "lift" && context.suspensions.includes(event.cause),
    noDevices: ({ context }) => context.options.every(({ kind }) => kind !== "device"),
    noOpenInvoice: ({ context }) => context.openInvoices.length === 0,
    wasLastInvoice: ({ context, event }) =>
      event.type === "invoiceSettled" &&
      context.openInvoices.every((invoiceId) => invoiceId === event.invoiceId),
  },
});


type MailTemplate =
  | "order-received"
  | "order-withdrawn"
  | "order-accepted"
  | "order-rejected"
  | "start-date-proposed"
  | "start-date-fixed"
  | "service-started"
  | "renewal-reminder"
  | "renewed"
  | "cancellation-received"
  | "contract-ended";

/** A mail about this contract; the runner finds recipients and facts by the ids. */
const mail = (template: MailTemplate, to: "customer" | "finance" = "customer") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { contractId } = context;
    const facts = contractMailFacts(context);
    const params = { template, to, contractId, at: event.at, day: event.day, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });

const tellOptions = (type: string) =>
  base.enqueueActions(({ context, enqueue }) => {
    for (const { optionId } of context.options) {
      enqueue({ type: "tell", params: { kind: "option", machineId: optionId, event: { type } } });
    }
  });

const endOptions = base.enqueueActions(({ context, event, enqueue }) => {
  const endDay = context.ended?.day ?? event.day;
  for (const { optionId } of context.options) {
    const tell = { kind: "option" as const, machineId: optionId, event: { type: "end", endDay } };
    enqueue({ type: "tell", params: tell });
  }
});

const requestOptions = base.enqueueActions(({ context, enqueue }) => {
  for (const { optionId, ...sold } of context.options) {
    const event = { type: "request", contractId: context.contractId, ...sold };
    enqueue({ type: "tell", params: { kind: "option", machineId: optionId, event } });
  }
});

const invoiceTerm = base.enqueueActions(({ context, event, enqueue }) => {
  if (!context.term) return;
  enqueue({ type: "tell", params: issueInvoice(context, context.term, event.day) });
});

/** Unpaid fees fall due in one sum after the end (A17.2); a due day never moves later. */
const limitDueDays = base.enqueueActions(({ context, event, enqueue }) => {
  const end = dayOf(context.ended?.day ?? event.day);
  const dueDay = unpaidFeesDueDay(end, policyOn(end).dueDateRule).day.toString();
  for (const machineId of context.openInvoices) {
    const tell = { kind: "invoice" as const, machineId, event: { type: "limitDueDay", dueDay } };
    enqueue({ type: "tell", params: tell });
  }
});

const recordEnd = base.assign(({ context }) => {
  const end = earliestEnd(context);
  if (!end) return {};
  const { endDay: day, cause, by, clause } = end;
  return { ended: { day, cause, by, clause } };
});

const beginTerm = base.assign(({ context }) => {
  const next = context.term
    ? termAfter(dayOf(context.term.end))
    : termFrom(dayOf(context.start ?? ""));
  const term = { start: next.start.toString(), end: next.end.toString() };
  const invoiceId = invoiceIdOf(context.contractId, term.start);
  return { term, reminded: [], openInvoices: [...context.openInvoices, invoiceId] };
});

const noteEnd = base.assign(({ context, event }) =>
  event.type === "cancel" ? { ends: [...context.ends, noticedEnd(context, event)] } : {},
);

const settleInvoice = base.assign(({ context, event }) =>
  event.type === "invoiceSettled"
    ? { openInvoices: context.openInvoices.filter((id) => id !== event.invoiceId) }
    : {},
);

const endNow = {
  target: "#contract.ended",
  meta: { clause: "A17.1" },
  actions: [recordEnd, endOptions, limitDueDays, mail("contract-ended")],
} as const;

const giveNotice = { meta: { clause: "A17.1" }, actions: [noteEnd, mail("cancellation-received")] };

/** The contract (利用契約), from the order form to the last thing settled after its end. */
export const contractMachine = base.createMachine({
  id: "contract",
  context: emptyContract,
  initial: "draft",
  on: { invoiceSettled: { meta: { clause: "A12.2" }, actions: settleInvoice } },
  states: {
    draft: {
      on: {
        openDraft: {
          meta: { clause: "A5.1" },
          actions: base.assign({ contractId: ({ event }) => event.machineId }),
        },
        submit: {
          target: "submitted",
          meta: { clause: "A5.1" },
          actions: [
            base.assign(({ event }) => {
              if (event.type !== "submit") return {};
              const { basic, options, quoteId, termsVersion, wishedStart, number } = event;
              return { basic, options, quoteId, termsVersion, wishedStart, number: number ?? null };
            }),
            requestOptions,
            mail("order-received"),
          ],
        },
      },
    },
    submitted: {
      on: {
        withdraw: {
          guard: "withdrawalAllowed",
          target: "withdrawn",
          meta: { clause: "A10.1" },
          actions: [tellOptions("withdraw"), mail("order-withdrawn")],
        },
        verifyMaintenance: {
          meta: { clause: "A5.2" },
          actions: base.assign({ maintenanceVerifiedOn: ({ event }) => event.day }),
        },
        accept: {
          guard: "maintenanceVerified",
          target: "accepted",
          meta: { clause: "A5.1" },
          actions: [tellOptions("accept"), mail("order-accepted")],
        },
        reject: {
          target: "rejected",
          meta: { clause: "A5.4" },
          actions: [
            base.assign({
              rejectionReason: ({ event }) => (event.type === "reject" ? event.reason : null),
            }),
            tellOptions("reject"),
            mail("order-rejected"),
          ],
        },
      },
    },
    rejected: { type: "final" },
    withdrawn: { type: "final" },
    accepted: {
      initial: "startOpen",
      on: {
        cancel: { ...giveNotice, guard: "endsEarlier" },
        endReached: endNow,
      },
      states: {
        startOpen: {
          on: {
            setStart: [
              {
                guard: "asWished",
                target: "#contract.preparing",
                meta: { clause: "A5.5" },
                actions: [
                  base.assign({
                    start: ({ event }) => (event.type === "setStart" ? event.startDay : null),
                  }),
                  tellOptions("provision"),
                  mail("start-date-fixed"),
                ],
              },
              {
                guard: "startNotPast",
                target: "startProposed",
                meta: { clause: "A5.5" },
                actions: [
                  base.assign({
                    proposedStart: ({ event }) =>
                      event.type === "setStart" ? event.startDay : null,
                  }),
                  mail("start-date-proposed"),
                ],
              },
            ],
          },
        },
        startProposed: {
          on: {
            confirmStart: {
              guard: "proposalNotPast",
              target: "#contract.preparing",
              meta: { clause: "A5.5" },
              actions: [
                base.assign({ start: ({ context }) => context.proposedStart }),
                tellOptions("provision"),
                mail("start-date-fixed"),
              ],
            },
            declineStart: {
              target: "startOpen",
              meta: { clause: "A5.5" },
              actions: base.assign({ proposedStart: null }),
            },
            setStart: {
              guard: "startNotPast",
              reenter: true,
              target: "startProposed",
              meta: { clause: "A5.5" },
              actions: [
                base.assign({
                  proposedStart: ({ event }) => (event.type === "setStart" ? event.startDay : null),
                }),
                mail("start-date-proposed"),
              ],
            },
          },
        },
      },
    },
    preparing: {
      on: {
        startReached: {
          target: "active",
          meta: { clause: "A10.1" },
          actions: [beginTerm, tellOptions("start"), invoiceTerm, mail("service-started")],
        },
        cancel: { ...giveNotice, guard: "endsEarlier" },
        endReached: endNow,
      },
    },
    active: {
      type: "parallel",
      on: { endReached: endNow },
      states: {
        service: {
          initial: "running",
          states: {
            running: {
              on: {
                suspend: {
                  target: "suspended",
                  meta: { clause: "A16.1" },
                  actions: base.assign({
                    suspensions: ({ event }) => (event.type === "suspend" ? [event.cause] : []),
                  }),
                },
              },
            },
            suspended: {
              on: {
                suspend: {
                  meta: { clause: "A16.1" },
                  actions: base.assign({
                    suspensions: ({ context, event }) =>
                      event.type === "suspend"
                        ? [...new Set([...context.suspensions, event.cause])]
                        : context.suspensions,
                  }),
                },
                lift: [
                  {
                    guard: "isLastCause",
                    target: "running",
                    meta: { clause: "A16.1" },
                    actions: base.assign({ suspensions: [] }),
                  },
                  {
                    guard: "isCause",
                    meta: { clause: "A16.1" },
                    actions: base.assign({
                      suspensions: ({ context, event }) =>
                        context.suspensions.filter(
                          (cause) => event.type !== "lift" || cause !== event.cause,
                        ),
                    }),
                  },
                ],
              },
            },
          },
        },
        term: {
          initial: "open",
          states: {
            open: {
              on: {
                remindRenewal: {
                  meta: { clause: "A10.2" },
                  actions: [
                    base.assign({
                      reminded: ({ context, event }) =>
                        event.type === "remindRenewal"
                          ? [...context.reminded, event.id]
                          : context.reminded,
                    }),
                    base.enqueueActions(({ context, event, enqueue }) => {
                      if (event.type !== "remindRenewal") return;
                      const { contractId } = context;
                      const params = {
                        template: "renewal-reminder",
                        to: event.to,
                        contractId,
                        at: event.at,
                        day: event.day,
                        facts: contractMailFacts(context),
                      };
                      enqueue({ type: "effect", params: { kind: "mail", params } });
                    }),
                  ],
                },
                fixRenewal: { target: "renewalFixed", meta: { clause: "A10.2" } },
              },
            },
            renewalFixed: {
              on: {
                renew: {
                  target: "open",
                  meta: { clause: "A10.2" },
                  actions: [beginTerm, invoiceTerm, mail("renewed")],
                },
              },
            },
          },
        },
        exit: {
          initial: "none",
          states: {
            none: { on: { cancel: { ...giveNotice, target: "pending" } } },
            pending: { on: { cancel: { ...giveNotice, guard: "endsEarlier" } } },
          },
        },
      },
    },
    ended: {
      type: "parallel",
      onDone: { target: "closed" },
      states: {
        devices: {
          initial: "outstanding",
          states: {
            outstanding: {
              always: { guard: "noDevices", target: "settled" },
              on: { devicesSettled: { target: "settled", meta: { clause: "A8.1" } } },
            },
            settled: { type: "final" },
          },
        },
        data: {
          initial: "stored",
          states: {
            stored: { on: { dataErased: { target: "erased", meta: { clause: "A18.1" } } } },
            erased: { type: "final" },
          },
        },
        money: {
          initial: "open",
          states: {
            open: {
              always: { guard: "noOpenInvoice", target: "settled" },
              on: {
                invoiceSettled: [
                  {
                    guard: "wasLastInvoice",
                    target: "settled",
                    meta: { clause: "A17.2" },
                    actions: settleInvoice,
                  },
                  { meta: { clause: "A17.2" }, actions: settleInvoice },
                ],
              },
            },
            settled: { type: "final" },
          },
        },
        materials: {
          initial: "held",
          states: {
            held: { on: { materialsSettled: { target: "returned", meta: { clause: "A25.5" } } } },
            returned: { type: "final" },
          },
        },
      },
    },
    closed: { type: "final" },
  },
});
