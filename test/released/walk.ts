import { getAdjacencyMap } from "xstate/graph";
import type { AnyMachineSnapshot } from "xstate";
import { at, dayOf } from "#machines/calendar.ts";
import { earliestEnd, type ContractContext } from "#machines/contract/context.ts";
import type { AnyDefinition, StoredSnapshot } from "#machines/engine/definition.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { stamped, subjectId, type Stamped } from "#test/helpers/given.ts";
import { breachCaseOffers } from "./breach-case-events.ts";
import { termsVersionOffers } from "./terms-version-events.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";

/** A machine that the walked one speaks of. */
export const otherId = "0199aaaa-0000-7000-8000-0000000000f1";
/** The day on which the walked contract starts. */
export const start = "2025-04-01";

/** Every event that a kind of machine may meet in the walk, in every state. */
const offered: Record<MachineKind, (context: never) => MachineEvent[]> = {
  contract: (context: ContractContext) => [
    { type: "openDraft" },
    submit(start),
    submit(start, [optionMenu(otherId, "device", 1000)]),
    ...["withdraw", "verifyMaintenance", "accept", "confirmStart", "declineStart"].map((type) => ({
      type,
    })),
    { type: "reject", reason: "notFeasible" },
    { type: "setStart", startDay: start },
    { type: "setStart", startDay: "2025-05-01" },
    ...[null, "earliest", "2026-06-30"].map((wish) => ({ type: "cancel", wish })),
    ...["nonPayment", "breach"].flatMap((cause) => [
      { type: "suspend", cause },
      { type: "lift", cause },
    ]),
    ...context.openInvoices.flatMap((invoiceId) => [
      ...(context.overdueInvoices.includes(invoiceId)
        ? []
        : [{ type: "invoiceOverdue", invoiceId }]),
      { type: "invoiceSettled", invoiceId },
    ]),
    ...["invoiceOverdue", "invoiceSettled"].map((type) => ({ type, invoiceId: otherId })),
    ...["devicesSettled", "dataErased", "materialsSettled"].map((type) => ({ type })),
  ],
  option: () => [
    ...(["work", "device"] as const).map((kind) => {
      const { optionId: _, ...menu } = optionMenu(otherId, kind, 1000);
      return { type: "request", contractId: otherId, ...menu };
    }),
    ...["withdraw", "accept", "reject", "provision", "start"].map((type) => ({ type })),
    { type: "end", endDay: start },
  ],
  invoice: () => [
    ...[1100, 0].map((total) => ({
      type: "issue",
      contractId: otherId,
      reason: "annualFee",
      periodStart: start,
      periodEnd: "2026-03-31",
      dueDay: "2025-06-02",
      lines: [{ menuCode: "m", nameJa: "監視", nameEn: "M", amount: total, ratePercent: 0 }],
      taxes: [],
      subtotal: total,
      tax: 0,
      total,
    })),
    { type: "startPayment", paymentId: otherId },
    { type: "paymentClosed", paymentId: otherId },
    ...[400, 1100].flatMap((amount) =>
      [otherId, subjectId].map((paymentId) => {
        return { type: "paymentReceived", paymentId, amount, valueDay: start };
      }),
    ),
    { type: "limitDueDay", dueDay: "2025-05-30" },
  ],
  payment: () => [
    { type: "create", invoiceId: otherId, amount: 1100 },
    { type: "sessionOpened", sessionId: "cs_1", expiresAt: "2025-04-01T04:00:00Z" },
    { type: "sessionRefused", code: "c" },
    { type: "attemptFailed", code: "c", intentId: "pi_1" },
    { type: "processing", intentId: "pi_1" },
    ...[1100, 1].map((amount) => {
      const ids = { intentId: "pi_1", chargeId: "ch_1" };
      return { type: "settle", ...ids, amount, valueDay: start };
    }),
    { type: "expire" },
  ],
  maintenance: () => {
    const menus = [{ code: "m", nameJa: "監視", nameEn: "M" }];
    const words = { titleJa: "点検", titleEn: "Check", textJa: "", textEn: "" };
    const windows = [
      ["2025-03-06T13:00:00.000Z", "2025-03-06T15:00:00.000Z"],
      ["2025-03-06T13:00:00.000Z", "2025-03-06T17:00:00.000Z"],
      ["2025-03-08T13:00:00.000Z", "2025-03-08T15:00:00.000Z"],
      ["2025-03-04T13:00:00.000Z", "2025-03-04T15:00:00.000Z"],
    ];
    return [
      ...windows.flatMap(([startsAt, endsAt]) =>
        ["plan", "change"].map((type) => ({ type, startsAt, endsAt, menus, ...words })),
      ),
      { type: "callOff", reasonJa: "延期", reasonEn: "Postponed" },
    ];
  },
  breachCase: () => [...breachCaseOffers],
  termsVersion: () => [...termsVersionOffers],
};

/** The days on which dated wishes are tried: before the start, in time for the notice day, too late. */
const days = ["2025-03-05", "2025-06-10", "2026-02-10"];
const dated = ["cancel", "setStart", "confirmStart"];

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

/** What tells two places of a contract apart, so that the walk comes to an end. */
function contractPlace(context: ContractContext): unknown {
  const end = earliestEnd(context);
  return [
    [context.options.length, context.maintenanceVerifiedOn !== null, context.suspensions.length],
    [context.start, context.proposedStart, context.term && context.term.start < "2026-04-01"],
    [context.openInvoices.length, context.overdueInvoices.length],
    end && [end.clause, context.term && end.endDay > context.term.end],
  ];
}

/** Members that only say how often and when something was revised. */
const countless = ["revision", "revisedAt", "plannedAt"];

/** The same text for two places that the walk takes for one. */
export function placeOf({ value, context }: AnyMachineSnapshot): string {
  const place = "openInvoices" in context ? contractPlace(context as ContractContext) : context;
  return JSON.stringify({ value, place }, (key, member: unknown) => {
    if (countless.includes(key)) return undefined;
    return key === "paid" ? Math.min(Number(member), 1100) : member;
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
