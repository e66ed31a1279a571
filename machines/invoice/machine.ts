import { setup } from "xstate";
import type { FeeLine } from "../contract/fees.ts";
import { outgoing, type Posting, type Stamp } from "../engine/outgoing.ts";
import type { InvoiceEvent } from "./events.ts";

export interface InvoiceContext {
  invoiceId: string;
  contractId: string;
  number: string | null;
  reason: "annualFee" | "optionFee";
  periodStart: string;
  periodEnd: string;
  issueDay: string | null;
  dueDay: string | null;
  lines: FeeLine[];
  taxes: { ratePercent: number; taxable: number; tax: number }[];
  /** Yen. */
  subtotal: number;
  tax: number;
  total: number;
  /** Yen received, also what came on top of the total, and bank fees that the operator bears. */
  paid: number;
  paidOn: string | null;
  /** The one payment that may be under way: a second one would charge twice. */
  openPayment: string | null;
  /** The day on which acceleration made it due (A16.2), where that came first. */
  acceleratedTo: string | null;
  reminded: string[];
}

type Stamped = InvoiceEvent & Stamp;
type Given = { context: InvoiceContext; event: Stamped };

/** Yen by which an event changes what is paid: less than nothing where a transfer is reversed. */
function movedBy(event: Stamped): number {
  if (event.type === "paymentReceived") return event.amount;
  if (event.type === "transferReceived") return event.amount + event.fee;
  return event.type === "transferReversed" ? -event.amount - event.fee : 0;
}

/** The operator bears a bank's fee only where it settles the invoice to the yen. */
const bearsNoFee = ({ context, event }: Given) =>
  event.type === "transferReceived" &&
  (event.fee === 0 || context.paid + movedBy(event) === context.total);

const leaves = ({ context, event }: Given) => context.paid + movedBy(event);

const base = setup({
  types: { context: {} as InvoiceContext, events: {} as Stamped },
  actions: outgoing,
  guards: {
    noPaymentOpen: ({ context }) => context.openPayment === null,
    isOpenPayment: ({ context, event }) =>
      event.type === "paymentClosed" && event.paymentId === context.openPayment,
    coversAll: ({ context, event }) =>
      event.type === "paymentReceived" && context.paid + event.amount >= context.total,
    settlesByTransfer: (given) => bearsNoFee(given) && leaves(given) >= given.context.total,
    bearsNoFee,
    staysCovered: (given) => leaves(given) >= given.context.total,
    isLate: (given) => leaves(given) >= 0 && (given.context.dueDay ?? "") < given.event.day,
    leavesNothing: (given) => leaves(given) === 0,
    leavesSome: (given) => leaves(given) >= 0,
    costsNothing: ({ event }) => event.type === "issue" && event.total === 0,
    isEarlier: ({ context, event }) =>
      (event.type === "limitDueDay" || event.type === "accelerate") &&
      event.dueDay < (context.dueDay ?? ""),
  },
});

/** Yen still owed. */
export const outstanding = ({ total, paid }: Pick<InvoiceContext, "total" | "paid">): number =>
  Math.max(0, total - paid);

const mail = (template: "invoice-issued" | "receipt" | "payment-reminder") =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { invoiceId, contractId } = context;
    const { number, issueDay, dueDay, total, tax, paid, paidOn, reminded } = context;
    const method = event.type === "transferReceived" ? { method: "bankTransfer" } : {};
    const facts = { number, issueDay, dueDay, total, tax, paid, paidOn, reminded, ...method };
    const ids = { invoiceId, contractId, at: event.at, day: event.day };
    const params = { template, to: "customer", ...ids, facts };
    enqueue({ type: "effect", params: { kind: "mail", params } });
  });

const issue = base.assign(({ event }) => {
  if (event.type !== "issue") return {};
  const { type: _type, at: _at, day, machineId, number, ...charge } = event;
  return { ...charge, invoiceId: machineId, number: number ?? null, issueDay: day };
});

/** The fee is owed at once but earned month by month, so it stands as deferred revenue (前受金). */
const postIssue = base.enqueueActions(({ context, event, enqueue }) => {
  const { total, subtotal, tax } = context;
  const postings: Posting[] = [
    { account: "receivables", debit: total, credit: 0 },
    { account: "deferredRevenue", debit: 0, credit: subtotal },
    { account: "taxPayable", debit: 0, credit: tax },
  ];
  const posted = postings.filter(({ debit, credit }) => debit > 0 || credit > 0);
  const row = { table: "ledger" as const, kind: "invoiceIssued", day: event.day, postings: posted };
  if (posted.length > 0) enqueue({ type: "row", params: row });
});

const startPayment = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== "startPayment") return;
  enqueue.assign({ openPayment: event.paymentId });
  const { invoiceId } = context;
  const create = { type: "create", invoiceId, amount: outstanding(context) };
  const { paymentId: machineId } = event;
  const tell = { kind: "payment" as const, machineId, event: create, required: true as const };
  enqueue({ type: "tell", params: tell });
});

/** Yen of what is paid that settle the invoice, and yen on top of it. */
const splitOf = ({ total }: InvoiceContext, paid: number) => ({
  settled: Math.min(total, paid),
  onTop: Math.max(0, paid - total),
});

/**
 * Books what came in, or that it was another's. More than what is owed becomes the customer's credit,
 * never income.
 */
const book = base.enqueueActions(({ context, event, enqueue }) => {
  const paid = context.paid + movedBy(event);
  const [before, after] = [splitOf(context, context.paid), splitOf(context, paid)];
  const isCard = event.type === "paymentReceived";
  if (!isCard && event.type !== "transferReceived" && event.type !== "transferReversed") return;
  const sign = event.type === "transferReversed" ? -1 : 1;
  const signed = {
    [isCard ? "stripeClearing" : "unappliedReceipts"]: sign * event.amount,
    bankFees: isCard ? 0 : sign * event.fee,
    receivables: before.settled - after.settled,
    credits: before.onTop - after.onTop,
  };
  const postings = Object.entries(signed)
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]): Posting => {
      const [debit, credit] = [Math.max(0, amount), Math.max(0, -amount)];
      return { account: account as Posting["account"], debit, credit };
    });
  const day = event.type === "transferReversed" ? event.day : event.valueDay;
  const row = { table: "ledger" as const, kind: event.type, day, postings };
  if (postings.length > 0) enqueue({ type: "row", params: row });
  enqueue.assign({ paid });
});

/** A session that asks for what has been paid by now must not take the money a second time. */
const closeOthers = base.enqueueActions(({ context, event, enqueue }) => {
  const own = event.type === "paymentReceived" ? event.paymentId : null;
  if (context.openPayment !== null && context.openPayment !== own) {
    const params = { paymentId: context.openPayment };
    enqueue({ type: "effect", params: { kind: "expireCheckout", params } });
  }
  if (context.openPayment === own) enqueue.assign({ openPayment: null });
});

const receive = [book, closeOthers] as const;

const tellContract = (type: "invoiceOverdue" | "invoiceSettled" | "invoiceReopened") =>
  base.enqueueActions(({ context, enqueue }) => {
    const { invoiceId, contractId: machineId } = context;
    const tell = { kind: "contract" as const, machineId, event: { type, invoiceId } };
    // A contract that has settled its money for good must not owe an invoice again unawares.
    const params = type === "invoiceReopened" ? { ...tell, required: true as const } : tell;
    enqueue({ type: "tell", params });
  });

const settle = [
  ...receive,
  base.assign({
    paidOn: ({ event }) =>
      event.type === "paymentReceived" || event.type === "transferReceived" ? event.valueDay : null,
  }),
  tellContract("invoiceSettled"),
  mail("receipt"),
];

const closePayment = base.assign({ openPayment: null });

const whileOwed = {
  startPayment: {
    guard: "noPaymentOpen",
    meta: { clause: "A12.2" },
    actions: startPayment,
  },
  paymentClosed: { guard: "isOpenPayment", meta: { clause: "A12.2" }, actions: closePayment },
  limitDueDay: {
    guard: "isEarlier",
    meta: { clause: "A17.2" },
    actions: base.assign({
      dueDay: ({ context, event }) =>
        event.type === "limitDueDay" ? event.dueDay : context.dueDay,
    }),
  },
  accelerate: {
    guard: "isEarlier",
    meta: { clause: "A16.2" },
    actions: base.assign(({ event }) =>
      event.type === "accelerate" ? { dueDay: event.dueDay, acceleratedTo: event.dueDay } : {},
    ),
  },
} as const;

const dueDayPassed = {
  target: "overdue",
  meta: { clause: "A14.3" },
  actions: tellContract("invoiceOverdue"),
} as const;

const toPaid = {
  guard: "coversAll",
  target: "paid",
  meta: { clause: "A12.2" },
  actions: settle,
} as const;

const byTransfer = {
  guard: "settlesByTransfer",
  target: "paid",
  meta: { clause: "A12.2" },
  actions: settle,
} as const;

const partByTransfer = {
  guard: "bearsNoFee",
  meta: { clause: "A12.2" },
  actions: receive,
} as const;

const lessPaid = { guard: "leavesSome", meta: { clause: "A12.2" }, actions: book } as const;

const reopen = [book, base.assign({ paidOn: null }), tellContract("invoiceReopened")] as const;

/** An invoice (請求書) for the fees of one term. */
export const invoiceMachine = base.createMachine({
  id: "invoice",
  context: {
    invoiceId: "",
    contractId: "",
    number: null,
    reason: "annualFee",
    periodStart: "",
    periodEnd: "",
    issueDay: null,
    dueDay: null,
    lines: [],
    taxes: [],
    subtotal: 0,
    tax: 0,
    total: 0,
    paid: 0,
    paidOn: null,
    openPayment: null,
    acceleratedTo: null,
    reminded: [],
  },
  initial: "draft",
  states: {
    draft: {
      on: {
        issue: [
          {
            guard: "costsNothing",
            target: "paid",
            meta: { clause: "A12.2" },
            actions: [issue, tellContract("invoiceSettled")],
          },
          {
            target: "issued",
            meta: { clause: "A12.2" },
            actions: [issue, postIssue, mail("invoice-issued")],
          },
        ],
      },
    },
    issued: {
      on: {
        ...whileOwed,
        paymentReceived: [
          toPaid,
          { target: "partlyPaid", meta: { clause: "A12.2" }, actions: receive },
        ],
        transferReceived: [byTransfer, { ...partByTransfer, target: "partlyPaid" }],
        dueDayPassed,
      },
    },
    partlyPaid: {
      on: {
        ...whileOwed,
        paymentReceived: [toPaid, { meta: { clause: "A12.2" }, actions: receive }],
        transferReceived: [byTransfer, partByTransfer],
        transferReversed: [{ ...lessPaid, guard: "leavesNothing", target: "issued" }, lessPaid],
        dueDayPassed,
      },
    },
    overdue: {
      on: {
        ...whileOwed,
        paymentReceived: [toPaid, { meta: { clause: "A12.2" }, actions: receive }],
        transferReceived: [byTransfer, partByTransfer],
        transferReversed: lessPaid,
        remind: {
          meta: { clause: "A14.3" },
          actions: [
            base.assign({
              reminded: ({ context, event }) =>
                event.type === "remind" ? [...context.reminded, event.id] : context.reminded,
            }),
            mail("payment-reminder"),
          ],
        },
      },
    },
    paid: {
      on: {
        paymentReceived: { meta: { clause: "A12.2" }, actions: receive },
        transferReceived: partByTransfer,
        transferReversed: [
          { ...lessPaid, guard: "staysCovered" },
          {
            guard: "isLate",
            target: "overdue",
            meta: { clause: "A14.3" },
            actions: [...reopen, tellContract("invoiceOverdue")],
          },
          { ...lessPaid, guard: "leavesNothing", target: "issued", actions: reopen },
          { ...lessPaid, target: "partlyPaid", actions: reopen },
        ],
        paymentClosed: {
          guard: "isOpenPayment",
          meta: { clause: "A12.2" },
          actions: closePayment,
        },
      },
    },
  },
});
