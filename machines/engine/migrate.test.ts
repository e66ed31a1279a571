import { beforeEach, describe, expect, test } from "vitest";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { laterRelease, laterTerms } from "#test/helpers/later-release.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";
import { registry } from "../registry.ts";
import { apply, isRefusal, outcomeOf } from "./apply.ts";
import type { MachineState } from "./change.ts";
import type { Command } from "./command.ts";
import { NewerVersion } from "./migration.ts";
import type { MachineEvent } from "./outgoing.ts";
import { findVersionGap, replay, verifyChain } from "./verify.ts";
import { createWorld, resumeWorld, type World } from "./world.ts";

const ids = customerIds(1);
const { customerId, contractId, deviceId } = ids;
const counters = {
  customerId,
  number: 1,
  contractCounter: 0,
  invoiceCounter: 0,
  creditNoteCounter: 0,
};
const { version } = registry.definition("contract");
const startsAt = "2025-03-31T15:00:00.000Z";
const startsLater = "2025-04-01T15:00:00.000Z";

function send(world: World, sender: "owner" | "operations", day: string, event: MachineEvent) {
  const { length } = world.of(customerId).events;
  const command = { ...ids.contract, commandId: `${event.type} ${length}`, event };
  return world.send({ ...command, actor: actorOf(sender), receivedAt: moment(day) });
}

/** A contract with an option that starts on 2025-04-01, made by the present release. */
function ordered(): World {
  const world = createWorld(registry.definition, [counters]);
  const device = optionMenu(deviceId, "subscription", 240_000);
  send(world, "owner", "2025-03-03", { type: "openDraft" });
  send(world, "owner", "2025-03-03", submit("2025-04-01", [device]));
  for (const type of ["verifyMaintenance", "accept"]) {
    send(world, "operations", "2025-03-03", { type });
  }
  send(world, "operations", "2025-03-03", { type: "setStart", startDay: "2025-04-01" });
  return world;
}

/** The same customer under another release, with its history so far. */
function under(release: typeof registry, world: World) {
  const { customer, machines, timers, events } = world.of(customerId);
  const state = { customer, machines: [...machines.values()], timers: [...timers.values()].flat() };
  const next = resumeWorld(release.definition, [state]);
  return {
    next,
    machine: (id: string) => next.of(customerId).machines.get(id)!,
    timers: (id: string) => next.of(customerId).timers.get(id) ?? [],
    newEvents: () => next.of(customerId).events.map(({ event, seq }) => `${seq} ${event.type}`),
    historyOf: (id: string) =>
      [...events, ...next.of(customerId).events].filter(({ machineId }) => machineId === id),
  };
}

let upgraded: ReturnType<typeof under>;
beforeEach(() => {
  upgraded = under(laterRelease, ordered());
});

describe("a machine that an earlier release wrote", () => {
  test("is migrated by the command that meets it, which answers with its own event", () => {
    const answer = send(upgraded.next, "owner", "2025-03-10", { type: "cancel", wish: null });
    expect(answer).toMatchObject({ ok: true, seq: 7, state: "preparing" });
    expect(upgraded.newEvents()).toEqual(["6 engine.migrated", "7 cancel"]);
    const [migration, cancel] = upgraded.next.of(customerId).events;
    expect(migration).toMatchObject({
      commandId: `migration/${version + 1}`,
      actor: { kind: "engine" },
      at: moment("2025-03-10"),
      from: "preparing",
      to: "preparing",
      definitionVersion: version + 1,
      event: {
        fromVersion: version,
        toVersion: version + 1,
        day: "2025-03-10",
        machineId: contractId,
      },
    });
    expect(cancel).toMatchObject({ definitionVersion: version + 1, previousHash: migration?.hash });
    expect(upgraded.machine(contractId)).toMatchObject({
      definitionVersion: version + 1,
      snapshot: { context: { termsVersion: laterTerms } },
    });
  });

  test("is migrated once", () => {
    for (const day of ["2025-03-10", "2025-03-11"]) {
      send(upgraded.next, "owner", day, { type: "cancel", wish: "earliest" });
    }
    expect(upgraded.newEvents()).toEqual(["6 engine.migrated", "7 cancel"]);
  });

  test("has a history that is whole, and that replays from the migration", () => {
    send(upgraded.next, "owner", "2025-03-10", { type: "cancel", wish: null });
    const [history, machine] = [upgraded.historyOf(contractId), upgraded.machine(contractId)];
    expect(verifyChain(history, machine)).toBeNull();
    expect(findVersionGap(history)).toBeNull();
    expect(replay(laterRelease.definition("contract"), history)).toEqual(machine.snapshot);
    expect(findVersionGap(history.filter(({ seq }) => seq !== 6))).toBe(7);
  });

  test("is left alone where nothing is taken", () => {
    const before = upgraded.machine(contractId);
    expect(send(upgraded.next, "operations", "2025-03-10", { type: "accept" })).toMatchObject({
      refusal: { code: "notNow" },
    });
    expect(send(upgraded.next, "owner", "2025-03-10", { type: "accept" })).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(upgraded.machine(contractId)).toBe(before);
    expect(upgraded.newEvents()).toEqual([]);
  });

  test("is migrated, too, where another machine tells it something", () => {
    upgraded.next.advance(moment("2025-04-03"));
    expect(
      upgraded.next
        .of(customerId)
        .events.filter(({ machineId }) => machineId === deviceId)
        .map(({ event, commandId }) => [event.type, commandId]),
    ).toEqual([
      ["engine.migrated", `migration/${registry.definition("option").version + 1}`],
      ["start", `timer/start/${startsLater}/${contractId}.0`],
    ]);
    expect(upgraded.machine(deviceId).view["menuCode"]).toBe("OPTION-SUBSCRIPTION");
  });

  test("can't be migrated from outside", () => {
    const event = { type: "engine.migrated", fromVersion: 1, toVersion: 2, snapshot: {} };
    for (const actor of [actorOf("owner"), actorOf("engine"), actorOf("portal")]) {
      const receivedAt = moment("2025-03-10");
      const command: Command = { ...ids.contract, commandId: "x", actor, receivedAt, event };
      expect(upgraded.next.send(command)).toMatchObject({ refusal: { code: "invalid" } });
    }
  });
});

describe("the timers of a machine that an earlier release wrote", () => {
  test("wait as they were until it is migrated, then as the present version says", () => {
    expect(upgraded.timers(contractId)).toMatchObject([{ timerId: "start", dueAt: startsAt }]);
    send(upgraded.next, "owner", "2025-03-10", { type: "cancel", wish: "2026-06-30" });
    expect(upgraded.timers(contractId)).toMatchObject([
      { timerId: "start", dueAt: startsLater },
      { timerId: "end", dueAt: "2026-06-30T15:00:00.000Z" },
    ]);
  });

  test("do nothing but migrate it where the present version has no such timer", () => {
    expect(upgraded.next.advance(moment("2025-04-01"))).toBe(1);
    expect(upgraded.newEvents()).toEqual(["6 engine.migrated"]);
    expect(upgraded.next.of(customerId).dropped).toEqual([]);
    expect(upgraded.next.of(customerId).events[0]?.at).toBe(startsAt);
    expect(upgraded.timers(contractId)).toMatchObject([{ dueAt: startsLater }]);
    upgraded.next.advance(moment("2025-04-02"));
    expect(upgraded.machine(contractId).view["status"]).toBe("active");
  });
});

test.each([
  ["as it was", {}, ["engine.migrated", "startReached"]],
  ["under another id", { timerId: "begin" }, ["engine.migrated"]],
  ["with another event", { event: { type: "startReached", once: true } }, ["engine.migrated"]],
])("a timer that the present version has %s", (_, change, taken) => {
  const { customer, machines } = ordered().of(customerId);
  const timer: Command = {
    ...{ ...ids.contract, commandId: "x", actor: { kind: "timer" }, timerId: "start" },
    ...{ receivedAt: startsLater, event: { type: "startReached" }, ...change },
  };
  const { definition } = laterRelease;
  const reader = { customer, machine: (id: string) => machines.get(id) ?? null, definition };
  const result = apply(reader, timer);
  if (isRefusal(result)) throw new Error(result.detail);
  const own = result.events.filter(({ machineId }) => machineId === contractId);
  expect(own.map(({ event }) => event.type)).toEqual(taken);
});

describe("all machines at once", () => {
  test("are migrated after what was due", () => {
    expect(upgraded.next.migrate(moment("2025-04-01"))).toBe(1);
    expect(upgraded.newEvents()).toEqual(["6 engine.migrated", "4 engine.migrated"]);
    expect(upgraded.next.of(customerId).events.map(({ at }) => at)).toEqual([
      startsAt,
      moment("2025-04-01"),
    ]);
    expect(upgraded.next.migrate(moment("2025-04-01"))).toBe(0);
    expect(upgraded.timers(contractId)).toMatchObject([{ dueAt: startsLater }]);
  });
});

test("a machine that a later release wrote is refused", () => {
  upgraded.next.migrate(moment("2025-03-10"));
  expect(() => under(registry, upgraded.next)).toThrow(NewerVersion);
  const machine = (id: string): MachineState => upgraded.machine(id);
  const { definition } = registry;
  const cancel = { type: "cancel", wish: null };
  const command: Command = {
    ...{ ...ids.contract, commandId: "x", actor: actorOf("owner"), event: cancel },
    receivedAt: moment("2025-03-11"),
  };
  expect(() => apply({ customer: counters, machine, definition }, command)).toThrow(
    `The contract ${contractId} is of version ${version + 1}, and this release knows version ${version}: start the release`,
  );
});

test("an answer is that of the command, and a change without events answers nothing", () => {
  const { customer, machines } = ordered().of(customerId);
  const machine = (id: string) => machines.get(id) ?? null;
  const event = { type: "cancel", wish: null };
  const command: Command = {
    ...{ ...ids.contract, commandId: "x", actor: actorOf("owner"), event },
    receivedAt: moment("2025-03-11"),
  };
  const { definition } = laterRelease;
  const change = apply({ customer, machine, definition }, command);
  if (isRefusal(change)) throw new Error(change.detail);
  expect(change.events[0]?.event.type).toBe("engine.migrated");
  expect(outcomeOf(change, command)).toMatchObject({ seq: 7, repeated: false });
  expect(() => outcomeOf({ ...change, events: [] }, command)).toThrow("left no event");
});
