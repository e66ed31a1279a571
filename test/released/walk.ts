import { deviceOffers, devicePlace, stockDeviceOffers } from "./device-events.ts";
import { matterOffers } from "./matter-events.ts";
import { getAdjacencyMap } from "xstate/graph";
import type { AnyMachineSnapshot } from "xstate";
import { at, dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { DeviceContext } from "#machines/device/context.ts";
import type { AnyDefinition, StoredSnapshot } from "#machines/engine/definition.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { PaymentContext } from "#machines/payment/context.ts";
import type { OptionContext } from "#machines/option/context.ts";
import { stamped, subjectId, type Stamped } from "#test/helpers/given.ts";
import { consentRequestOffers } from "./consent-request-events.ts";
import {
  creditNoteOffers,
  creditOffers,
  isReduced,
  reducedOffers,
  reducedPlace,
  surplusOffers,
} from "./credit-events.ts";
import { contractOffers, contractPlace } from "./contract-events.ts";
import { optionOffers, optionPlace } from "./option-events.ts";
import { approvalOffers } from "./approval-events.ts";
import { breachCaseOffers } from "./breach-case-events.ts";
import {
  cardOffers,
  chargeOffers,
  collectionPlace,
  isCollected,
  savedCardOffers,
} from "./card-events.ts";
import { monthCloseOffers } from "./month-close-events.ts";
import { discontinuationOffers, maintenanceOffers, restrictionOffers } from "./notice-events.ts";
import {
  disputeOffers,
  refundOffers,
  returnedMoneyOffers,
  returnedOffers,
} from "./returned-events.ts";
import { termsVersionOffers } from "./terms-version-events.ts";

/** A machine that the walked one speaks of. */
export const otherId = "0199aaaa-0000-7000-8000-0000000000f1";
/** The day on which the walked contract starts. */
export const start = "2025-04-01";

/** What leads on in the walk is offered to an invoice with nothing else about it only, lest they multiply. */
const isPlain = ({ openPayment, dueDay, reminded, paid }: InvoiceContext) =>
  openPayment === null &&
  (dueDay === null || dueDay === "2025-06-02") &&
  reminded.length === 0 &&
  [0, 400, 1100].includes(paid);

/** Thirty days late: 13 yen of damages, which nobody has paid; eight days late it is 3. */
const latePayment = {
  type: "paymentReceived",
  paymentId: otherId,
  amount: 1100,
  valueDay: "2025-07-02",
};
const decisions = [13, 3].flatMap((amount) => [
  { type: "claimDamages", amount },
  { type: "waiveDamages", amount, reason: "r" },
]);
const dispute = { type: "dispute", reason: "r" };
/** No timer brings a reminder then; what else an invoice takes, it takes as if nobody disputed it. */
const inDispute = [
  ...[...decisions, dispute, { type: "endDispute", reason: "r" }],
  { type: "remind", id: "remind/first" },
];

const invoiceOffers = (context: InvoiceContext): MachineEvent[] => [
  ...[1100, 0].map((total) => ({
    type: "issue",
    contractId: otherId,
    reason: "annualFee",
    periodStart: start,
    periodEnd: "2026-03-31",
    dueDay: "2025-06-02",
    lines: [{ menuCode: "m", nameJa: "監視", nameEn: "M", amount: total, ratePercent: 0 }],
    taxes: total > 0 ? [{ ratePercent: 0, taxable: total, tax: 0 }] : [],
    subtotal: total,
    tax: 0,
    total,
    fees: total > 0 ? [{ itemId: otherId, amount: total, to: "2025-04-30", by: "month" }] : [],
  })),
  { type: "earn" },
  { type: "endEarning", itemId: null, lastDay: "2025-04-10", unearned: 0 },
  { type: "startPayment", paymentId: otherId },
  { type: "paymentClosed", paymentId: otherId },
  ...[400, 1100].flatMap((amount) =>
    [otherId, subjectId].map((paymentId) => {
      return { type: "paymentReceived", paymentId, amount, valueDay: start };
    }),
  ),
  ...[400, 1100, 1000].flatMap((amount) =>
    (amount === 1000 ? [100] : [0, 100]).flatMap((fee) => [
      { type: "transferReceived", receiptId: otherId, amount, fee, valueDay: start },
      { type: "transferReversed", receiptId: otherId, amount, fee },
    ]),
  ),
  { type: "limitDueDay", dueDay: "2025-05-30" },
  { type: "accelerate", dueDay: "2025-05-29", clause: "A16.2" },
  ...(isPlain(context) ? [latePayment, dispute, ...returnedMoneyOffers(context)] : []),
  ...(isCollected(context) ? chargeOffers : []),
  ...decisions,
  { type: "endDispute", reason: "r" },
];

/** Every event that a kind of machine may meet in the walk, in every state. */
const offered: Record<MachineKind, (context: never) => MachineEvent[]> = {
  contract: contractOffers,
  option: optionOffers,
  invoice: (context: InvoiceContext) => {
    if (context.dispute) return inDispute;
    if (isReduced(context)) return [...reducedOffers, ...returnedMoneyOffers(context)];
    if (context.chargebacks.length === 0) {
      return [
        ...invoiceOffers(context),
        ...(isPlain(context) ? creditOffers : surplusOffers(context)),
      ];
    }
    return [...returnedMoneyOffers(context), { type: "remind", id: "remind/first" }];
  },
  payment: (context: PaymentContext) => [
    { type: "create", invoiceId: otherId, amount: 1100 },
    { type: "sessionOpened", sessionId: "cs_1", expiresAt: "2025-04-01T04:00:00Z" },
    { type: "sessionRefused", code: "c" },
    { type: "attemptFailed", code: "c", intentId: "pi_1" },
    { type: "processing", intentId: "pi_1" },
    ...[1100, 900].map((amount) => {
      const ids = { intentId: "pi_1", chargeId: "ch_1" };
      return { type: "settle", ...ids, amount, valueDay: start };
    }),
    { type: "expire" },
    ...savedCardOffers,
    ...returnedOffers(context),
  ],
  card: () => [...cardOffers],
  refund: () => [...refundOffers],
  dispute: () => [...disputeOffers],
  bankReceipt: () => [
    ...[1100, 1000].flatMap((amount) =>
      [0, 1000, 1100].map((part) => {
        const allocations = part > 0 ? [{ invoiceId: otherId, amount: part, fee: 0 }] : [];
        return { type: "apply", receiptId: otherId, amount, valueDay: start, allocations };
      }),
    ),
    { type: "reverse" },
  ],
  maintenance: () => [...maintenanceOffers],
  restriction: () => [...restrictionOffers],
  discontinuation: () => [...discontinuationOffers],
  breachCase: () => [...breachCaseOffers],
  consentRequest: consentRequestOffers,
  termsVersion: () => [...termsVersionOffers],
  monthClose: () => [...monthCloseOffers],
  approval: () => [...approvalOffers],
  creditNote: () => [...creditNoteOffers],
  device: deviceOffers,
  stockDevice: () => [...stockDeviceOffers],
  ...matterOffers,
};

/** The days on which dated wishes are tried: before the start, in time for the notice day, too late. */
const days = ["2025-03-05", "2025-06-10", "2026-02-10"];
const dated = [
  "cancel",
  "setStart",
  "confirmStart",
  "transferReversed",
  "paymentRefunded",
  "disputeLost",
  "claimDamages",
  "waiveDamages",
  "callOff",
  "callOffByOperator",
];

/** What the engine would store of an XState snapshot. */
export const storedOf = (state: AnyMachineSnapshot): StoredSnapshot =>
  JSON.parse(JSON.stringify({ status: state.status, value: state.value, context: state.context }));
/** Whether a machine exists: before its first event there is nothing to restore. */
export const isBorn = ({ machine, value }: AnyMachineSnapshot) =>
  value !== machine.root.initial.target[0]?.key;

function eventsFor(definition: AnyDefinition, state: AnyMachineSnapshot): Stamped[] {
  const timed = isBorn(state)
    ? definition
        .deadlines(storedOf(state) as never)
        .map(({ dueAt, event }) => stamped(dueAt, event))
    : [];
  const wished = offered[definition.kind](state.context as never).flatMap((event) =>
    (dated.includes(event.type) ? days : days.slice(0, 1)).map((day) => {
      return stamped(at(dayOf(day), 12), event);
    }),
  );
  return [...timed, ...wished];
}

/** Members that only say how often and when something was revised. */
const countless = [
  ...["earned", "earnedUpTo", "unearned"],
  ...["damagesDecisions", "disputeEndedOn"],
  ...["revision", "revisedAt", "plannedAt", "begunAt", "liftedAt", "reachedOn"],
];

/** Of what came in, the walk knows no more than whether some of it came late. */
const lateness = (receipts: InvoiceContext["receipts"]) =>
  receipts.some(({ valueDay }) => valueDay > "2025-06-02");

/** The same text for two places that the walk takes for one. */
export function placeOf({ value, context }: AnyMachineSnapshot): string {
  const place =
    "openInvoices" in context
      ? contractPlace(value, context as ContractContext)
      : "isAddition" in context
        ? optionPlace(context as OptionContext)
        : "givenBack" in context && isReduced(context as InvoiceContext)
          ? reducedPlace(context as InvoiceContext)
          : "chargesArisen" in context
            ? devicePlace(context as DeviceContext)
            : context;
  return JSON.stringify({ value, place }, (key, member: unknown) => {
    if (countless.includes(key)) return undefined;
    // A month may be opened and closed again without end.
    if (key === "closings" && Array.isArray(member)) return Math.min(member.length, 1);
    if (key === "collection") return collectionPlace(context as InvoiceContext);
    if (key === "receipts") return lateness(member as InvoiceContext["receipts"]);
    if (key !== "paid") return member;
    // Paid is paid, but for one place where there is a surplus to pay back.
    return member === 1500 ? member : Math.min(Number(member), 1100);
  });
}

/** A place of the walk, with what each event offered there leads to. */
export interface Place {
  state: AnyMachineSnapshot;
  transitions: Record<string, { event: Stamped; state: AnyMachineSnapshot }>;
}

/** Every state that a machine can come to, as far as the events offered lead within two terms. */
export function walk(definition: AnyDefinition): Place[] {
  return Object.values(
    getAdjacencyMap(definition.machine as never, {
      events: ((state: AnyMachineSnapshot) => eventsFor(definition, state)) as never,
      serializeState: placeOf as never,
      serializeEvent: ((event: unknown) => JSON.stringify(event)) as never,
      stopWhen: ((state: AnyMachineSnapshot) =>
        ((state.context as Partial<ContractContext>).term?.start ?? "") > "2026-12-31") as never,
    }),
  ) as unknown as Place[];
}
