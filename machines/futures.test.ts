import { describe, expect, test } from "vitest";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { laterRelease } from "#test/helpers/later-release.ts";
import { optionMenu, submit } from "#test/helpers/sample-events.ts";
import { loanIdOf } from "./device/loan-id.ts";
import type { MachineEvent } from "./engine/outgoing.ts";
import { createWorld, type StoredCustomer, type World } from "./engine/world.ts";
import { futuresOf } from "./futures.ts";
import { registry } from "./registry.ts";

const ids = customerIds(1);
const { customerId, contractId } = ids;
const until = moment("2026-07-01");

/** A contract with a device that starts on 2025-04-01. */
function ordered(): World {
  const counters = {
    customerId,
    number: 1,
    contractCounter: 0,
    invoiceCounter: 0,
    creditNoteCounter: 0,
  };
  const world = createWorld(registry.definition, [counters]);
  const send = (sender: "owner" | "operations", event: MachineEvent) => {
    const command = { ...ids.contract, commandId: event.type, actor: actorOf(sender), event };
    expect(world.send({ ...command, receivedAt: moment("2025-03-03") }).ok).toBe(true);
  };
  send("owner", { type: "openDraft" });
  send("owner", submit("2025-04-01", [optionMenu(ids.deviceId, "device", 240_000)]));
  send("operations", { type: "verifyMaintenance" });
  send("operations", { type: "accept" });
  send("operations", { type: "setStart", startDay: "2025-04-01" });
  return world;
}

function stored(world: World): StoredCustomer {
  const { customer, machines, timers } = world.of(customerId);
  return { customer, machines: [...machines.values()], timers: [...timers.values()].flat() };
}

/** The one contract's future, after a way through JSON as between processes. */
function future(customer: StoredCustomer, release = registry) {
  const sent = JSON.parse(JSON.stringify(customer)) as StoredCustomer;
  const futures = futuresOf(sent, until, release);
  expect(futures).toMatchObject([{ customerId, contractId, number: "C000001-01" }]);
  return futures[0]!.facts;
}

describe("a contract's future", () => {
  test("names the days of what happens, and its invoices' days and amounts", () => {
    expect(future(stored(ordered()))).toEqual({
      startReached: "2025-04-01",
      "option option-device start": "2025-04-01",
      [`device ${loanIdOf(ids.deviceId)} serviceStarted`]: "2025-04-01",
      "invoice 2025-04-01 issue": "2025-04-01",
      "invoice 2025-04-01 dueDayPassed": "2025-06-03",
      "invoice 2025-04-01 remind remind/first": "2025-06-03",
      "invoice 2025-04-01 remind remind/second": "2025-06-09",
      invoiceOverdue: "2025-06-03",
      "remindRenewal remind/customer/30": "2026-01-01",
      "remindRenewal remind/finance/30": "2026-01-01",
      "remindRenewal remind/customer/14": "2026-01-17",
      "remindRenewal remind/customer/5": "2026-01-26",
      fixRenewal: "2026-02-01",
      renew: "2026-04-01",
      "option option-device termBegun": "2026-04-01",
      "invoice 2026-04-01 issue": "2026-04-01",
      "invoice 2026-04-01 dueDayPassed": "2026-06-02",
      "invoice 2026-04-01 remind remind/first": "2026-06-02",
      "invoice 2026-04-01 remind remind/second": "2026-06-08",
      "invoiceOverdue (2)": "2026-06-02",
      "start day": "2025-04-01",
      "term end": "2027-03-31",
      ...invoice("2025-04-01", "2025-06-02"),
      ...invoice("2026-04-01", "2026-06-01"),
    });
  });

  test("moves with the release under which it is told", () => {
    const later = future(stored(ordered()), laterRelease);
    expect(later).toMatchObject({ startReached: "2025-04-02", renew: "2026-04-01" });
    expect(Object.keys(later).some((name) => name.includes("remindRenewal"))).toBe(false);
    expect(Object.keys(later).some((name) => name.includes("migrated"))).toBe(false);
  });

  test("is a problem where the machines can't tell it", () => {
    const world = ordered();
    const present = stored(world);
    const { version } = registry.definition("contract");
    const later = { definitionVersion: version + 1 };
    const machines = present.machines.map((machine) => ({ ...machine, ...later }));
    expect(future({ ...present, machines })).toEqual({
      problem: expect.stringContaining(
        `is of version ${version + 1}, and this release knows version ${version}`,
      ),
    });
  });

  test("is not told of a contract that is over", () => {
    const present = stored(ordered());
    const machines = present.machines.map((machine) => {
      return { ...machine, snapshot: { ...machine.snapshot, status: "done" as const } };
    });
    expect(futuresOf({ ...present, machines, timers: [] }, until)).toEqual([]);
  });
});

/** A yearly fee of 1,440,000 yen with the tax on it. */
function invoice(term: string, due: string) {
  const name = `invoice ${term}`;
  const amounts = { subtotal: 1_440_000, tax: 144_000, total: 1_584_000 };
  const facts = { issued: term, due, ...amounts };
  return Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [`${name} ${fact}`, value]),
  );
}
