import { receive, tellContract } from "./actions.ts";
import { base } from "./base.ts";
import { forget } from "./chargebacks.ts";
import { book } from "./postings.ts";

const meta = { clause: "A12.2" } as const;

/** What goes back is taken out of the account; a dispute that is lost is over. */
const takeOut = [book, forget] as const;

/** What has happened to the money is a fact, also where the contract keeps account of it no more. */
const tellReopened = base.enqueueActions(({ context, enqueue }) => {
  const { invoiceId, contractId: machineId } = context;
  const event = { type: "invoiceReopened", invoiceId };
  enqueue({ type: "tell", params: { kind: "contract", machineId, event } });
});

const reopen = [...takeOut, base.assign({ paidOn: null }), tellReopened] as const;

/** More than the invoice asks for had been paid: the invoice stays paid. */
const fromTop = { guard: "staysPaid", meta, actions: takeOut } as const;

const fromPaid = [
  fromTop,
  {
    guard: "reopensLate",
    target: "overdue",
    meta: { clause: "A14.3" },
    actions: [...reopen, tellContract("invoiceOverdue")],
  },
  { guard: "reopensAll", target: "issued", meta, actions: reopen },
  { guard: "reopens", target: "partlyPaid", meta, actions: reopen },
] as const;

const less = { guard: "reopens", meta, actions: takeOut } as const;
const nothingLeft = { ...less, guard: "reopensAll", target: "issued" } as const;

const paidAgain = {
  guard: "coversAgain",
  target: "paid",
  meta,
  actions: [
    ...receive,
    base.assign({
      paidOn: ({ event }) => (event.type === "refundReturned" ? event.valueDay : null),
    }),
    tellContract("invoiceSettled"),
  ],
} as const;

const more = { meta, actions: receive } as const;

/** Money that goes back to the payer and money that comes back from there, state by state. */
export const returned = {
  issued: { refundReturned: [paidAgain, { ...more, target: "partlyPaid" }] },
  partlyPaid: {
    paymentRefunded: [nothingLeft, less],
    disputeLost: [nothingLeft, less],
    refundReturned: [paidAgain, more],
  },
  overdue: { paymentRefunded: less, disputeLost: less, refundReturned: [paidAgain, more] },
  paid: { paymentRefunded: fromPaid, disputeLost: fromPaid, refundReturned: more },
  void: { paymentRefunded: fromTop, disputeLost: fromTop, refundReturned: more },
} as const;
