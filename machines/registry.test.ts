import { getAdjacencyMap } from "xstate/graph";
import type { AnyMachineSnapshot } from "xstate";
import { describe, expect, test } from "vitest";
import { declaredEdges, edgesTaken } from "#test/helpers/chart.ts";
import { stamped, subjectId, type Stamped } from "#test/helpers/given.ts";
import { basicMenu, optionMenu, submit } from "#test/helpers/sample-events.ts";
import { at, dayOf } from "./calendar.ts";
import { earliestEnd, type ContractContext } from "./contract/context.ts";
import { decide, restore } from "./engine/decide.ts";
import type { AnyDefinition, StoredSnapshot } from "./engine/definition.ts";
import type { MachineEvent, MachineKind } from "./engine/outgoing.ts";
import { definitionHash, definitions } from "./registry.ts";
import { articleOf, type Clause } from "./terms/articles.ts";

const otherId = "0199aaaa-0000-7000-8000-0000000000f1";
const start = "2025-04-01";

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
};

/** The days on which dated wishes are tried: before the start, in time for the notice day, too late. */
const days = ["2025-03-05", "2025-06-10", "2026-02-10"];
const dated = ["cancel", "setStart", "confirmStart"];

const definitionOf = (kind: string) => definitions[kind as MachineKind];
const storedOf = (state: AnyMachineSnapshot): StoredSnapshot =>
  JSON.parse(JSON.stringify({ status: state.status, value: state.value, context: state.context }));
const isBorn = ({ machine, value }: AnyMachineSnapshot) =>
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

function summary({ value, context }: AnyMachineSnapshot): string {
  const place = "openInvoices" in context ? contractPlace(context as ContractContext) : context;
  return JSON.stringify({ value, place }, (key, member: unknown) =>
    key === "paid" ? Math.min(Number(member), 1100) : member,
  );
}

/** Every state that a machine can come to, as far as the events offered lead within two terms. */
function walk(definition: AnyDefinition) {
  return Object.values(
    getAdjacencyMap(definition.machine as never, {
      events: ((state: AnyMachineSnapshot) => eventsFor(definition, state)) as never,
      serializeState: summary as never,
      serializeEvent: ((event: unknown) => JSON.stringify(event)) as never,
      stopWhen: ((state: AnyMachineSnapshot) =>
        ((state.context as Partial<ContractContext>).term?.start ?? "") > "2026-12-31") as never,
    }),
  ) as unknown as { state: AnyMachineSnapshot; transitions: Record<string, { event: Stamped }> }[];
}

describe.each(Object.keys(definitions))("the %s, walked through every state", (kind) => {
  const definition = definitionOf(kind);
  const places = walk(definition);

  test("comes through every edge of its chart, one an event, each with its clause", () => {
    const reached = new Set<string>();
    for (const { state, transitions } of places) {
      const branches = new Set<unknown>();
      for (const { event } of Object.values(transitions)) {
        const [edge, ...others] = definition.machine.getTransitionData(state, event);
        expect(others).toEqual([]);
        if (!edge || branches.has(edge)) continue;
        branches.add(edge);
        expect(articleOf((edge.meta as { clause: Clause }).clause)).toBeDefined();
        const before = isBorn(state) ? storedOf(state) : null;
        for (const name of edgesTaken(definition.machine, before, event).flat()) reached.add(name);
      }
    }
    expect([...reached].toSorted()).toEqual(declaredEdges(definition.machine));
  });

  test("keeps its context through JSON, and every deadline is one that it takes", () => {
    for (const { state } of places) {
      const snapshot = storedOf(state);
      const restored = restore(definition.machine, snapshot);
      expect(storedOf(restored)).toEqual(snapshot);
      expect(restored.context).toEqual(state.context);
      if (!isBorn(state)) continue;
      for (const { dueAt, event, clause } of definition.deadlines(snapshot as never)) {
        expect(new Date(dueAt).toISOString()).toBe(dueAt);
        expect(articleOf(clause)).toBeDefined();
        expect(definition.events.safeParse(event).success).toBe(true);
        expect(definition.senders[event.type]).toContain("timer");
        expect(decide(definition, snapshot, stamped(dueAt, event))).not.toBeNull();
      }
    }
  });

  test("lists the senders of exactly the events that it takes", () => {
    const taken = declaredEdges(definition.machine)
      .map((edge) => edge.split(" ")[1] ?? "")
      .filter((type) => type !== "always" && !type.startsWith("xstate."));
    expect(Object.keys(definition.senders).toSorted()).toEqual([...new Set(taken)].toSorted());
    expect(Object.keys(definition.draws).every((type) => taken.includes(type))).toBe(true);
  });
});

describe("an event from outside", () => {
  const order = submit(start, [optionMenu(otherId, "device", 1000)]);
  const parses = (kind: MachineKind, event: unknown) =>
    definitions[kind].events.safeParse(event).success;

  test("is taken as it should be", () => {
    expect(parses("contract", order)).toBe(true);
    expect(parses("contract", { type: "cancel", wish: "2026-06-30" })).toBe(true);
  });

  test.each([
    ["an unknown type", { type: "close" }],
    ["no type", { wish: null }],
    ["NUL in a text", { ...order, termsVersion: "a\0b" }],
    ["a lone surrogate", { ...order, basic: { ...basicMenu, nameJa: "\ud83d" } }],
    ["a fraction of a yen", { ...order, basic: { ...basicMenu, annualPrice: 0.5 } }],
    ["a negative price", { ...order, basic: { ...basicMenu, annualPrice: -1 } }],
    ["a price beyond exact numbers", { ...order, basic: { ...basicMenu, annualPrice: 2 ** 60 } }],
    ["a price as text", { ...order, basic: { ...basicMenu, annualPrice: "1000" } }],
    ["an option as basic menu", { ...order, basic: { ...basicMenu, kind: "device" } }],
    ["a day that does not exist", { ...order, wishedStart: "2025-02-29" }],
    ["a day with a time", { ...order, wishedStart: "2025-03-01T00:00:00Z" }],
    ["a day beyond the calendar", { type: "setStart", startDay: "2100-01-01" }],
    ["a day before the calendar", { type: "setStart", startDay: "2019-12-31" }],
    ["an id that is none", { ...order, quoteId: "1" }],
    ["an id in capitals", { ...order, quoteId: otherId.toUpperCase() }],
    ["a text of a megabyte", { ...order, termsVersion: "x".repeat(1_000_000) }],
    ["a reason that is none of the nine", { type: "reject", reason: "dislike" }],
  ])("is refused with %s", (_, event) => {
    expect(parses("contract", event)).toBe(false);
  });

  test("loses what the machine does not know", () => {
    const event = { type: "withdraw", at: "2020-01-01T00:00:00Z", note: "x" };
    expect(definitions.contract.events.parse(event)).toEqual({ type: "withdraw" });
  });
});

test("every kind has a hash of its own, and no other kind has one", () => {
  const hashes = Object.keys(definitions).map((kind) => definitionHash(kind));
  expect(new Set(hashes).size).toBe(4);
  expect(() => definitionHash("device")).toThrow("no machine of the kind device");
});
