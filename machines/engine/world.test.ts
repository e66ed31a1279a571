import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { randomLife, type Happening } from "#test/helpers/random-life.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { definitions } from "../registry.ts";
import type { Command } from "./command.ts";
import type { MachineEvent } from "./outgoing.ts";
import { replay, verifyChain } from "./verify.ts";
import { createWorld, type World } from "./world.ts";

const ids = customerIds(1);
const customer = {
  ...{ customerId: ids.customerId, number: 1 },
  ...{ contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 },
};
const newWorld = () => createWorld((kind) => definitions[kind], [customer]);

function live(world: World, life: readonly Happening[]): void {
  for (const { at, command } of life) {
    if (command) world.send(command);
    else world.advance(at);
  }
}

const order = (
  sender: "owner" | "operations",
  receivedAt: string,
  event: MachineEvent,
): Command => ({
  ...ids.contract,
  ...{ commandId: event.type, actor: actorOf(sender), receivedAt, event },
});

/** A world with one contract that starts on 2025-04-01. */
function orderedWorld(): World {
  const world = newWorld();
  const at = moment("2025-03-03");
  world.send(order("owner", at, { type: "openDraft" }));
  world.send(order("owner", at, submit("2025-04-01")));
  for (const type of ["verifyMaintenance", "accept"]) world.send(order("operations", at, { type }));
  world.send(order("operations", at, { type: "setStart", startDay: "2025-04-01" }));
  return world;
}

describe("a world", () => {
  test("goes from deadline to deadline", () => {
    const world = orderedWorld();
    const instants: string[] = [];
    for (let due = world.nextDue(); due && due < "2026-07"; due = world.nextDue()) {
      instants.push(due);
      world.advance(new Date(Date.parse(due) + 30_000).toISOString());
    }
    const deadlines = [
      ...["2025-03-31", "2025-06-02", "2025-06-03", "2025-06-09"],
      ...["2026-01-01", "2026-01-17", "2026-01-26", "2026-01-31", "2026-03-31"],
      ...["2026-06-01", "2026-06-02", "2026-06-08"],
    ];
    // A saved card would be announced a week before the due day, and charged on it.
    const collected = ["2025-05-26", "2025-06-02", "2026-05-25", "2026-06-01"];
    // A month's part of the fee is earned when the month is over, the last one as the term is renewed.
    const earned = [
      ...["2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30"],
      ...["2025-10-31", "2025-11-30", "2025-12-31", "2026-02-28", "2026-04-30", "2026-05-31"],
      ...["2026-06-30"],
    ];
    expect(instants.map((instant) => instant.slice(0, 10))).toEqual(
      [...deadlines, ...collected, ...earned].toSorted(),
    );
  });

  test("forks: what happens in one does not happen in the other", () => {
    const world = orderedWorld();
    world.advance(moment("2025-04-02"));
    const other = world.fork();
    const stateOf = (one: World) => {
      one.advance(moment("2026-05-01"));
      return one.of(ids.customerId).machines.get(ids.contractId)?.view["status"];
    };
    other.send(order("owner", moment("2025-05-01"), { type: "cancel", wish: null }));
    expect([stateOf(world), stateOf(other)]).toEqual(["active", "ended"]);
    expect(world.of(ids.customerId).events.map(({ event }) => event.type)).not.toContain("cancel");
  });

  test("answers a repeated command with the first result", () => {
    const world = orderedWorld();
    const again = order("owner", moment("2025-03-04"), { type: "openDraft" });
    expect(world.send(again)).toEqual({ ok: true, seq: 1, state: "draft", repeated: true });
  });

  test("knows its customers only", () => {
    const world = newWorld();
    const stranger = { ...order("owner", moment("2025-03-04"), { type: "openDraft" }) };
    expect(world.send({ ...stranger, customerId: ids.contractId })).toMatchObject({ ok: false });
    expect(() => world.of(ids.contractId)).toThrow(RangeError);
    expect(world.nextDue()).toBeNull();
  });
});

describe("in every random life", () => {
  const lives = (check: (life: Happening[]) => void) =>
    fc.assert(fc.property(randomLife(1), check), { numRuns: 100, seed: 20250401 });

  test("histories verify and replay, books balance, numbers have no gap, no timer is refused", () => {
    const seen = new Set<string>();
    lives((life) => {
      const world = newWorld();
      live(world, life);
      const { machines, events, rows, dropped, customer: counters } = world.of(ids.customerId);
      expect(dropped).toEqual([]);
      for (const [machineId, machine] of machines) {
        const history = events.filter((event) => event.machineId === machineId);
        expect(verifyChain(history, machine)).toBeNull();
        expect(replay(definitions[machine.kind], history)).toEqual(machine.snapshot);
        seen.add(`${machine.kind} ${machine.view["status"]}`);
      }
      for (const { row } of rows) {
        const total = row.postings.reduce((sum, { debit, credit }) => sum + debit - credit, 0);
        expect(total).toBe(0);
      }
      const numbers = [...machines.values()]
        .filter(({ kind }) => kind === "invoice")
        .map(({ view }) => view["number"]);
      const wanted = numbers.map((_, n) => `000001-000${n + 1}`);
      expect(numbers.toSorted()).toEqual(wanted);
      expect(counters.invoiceCounter).toBe(numbers.length);
    });
    // The lives are worth checking only while they come far.
    for (const status of ["active", "ended", "withdrawn", "accepted"]) {
      expect(seen).toContain(`contract ${status}`);
    }
    for (const far of [
      "invoice paid",
      "invoice overdue",
      "payment succeeded",
      "payment cancelled",
    ]) {
      expect(seen).toContain(far);
    }
  });

  test("it does not matter how often a sweep ran", () => {
    lives((life) => {
      const [often, never] = [newWorld(), newWorld()];
      for (const { at, command } of life) {
        often.advance(at);
        if (!command) continue;
        expect(never.send(command)).toEqual(often.send(command));
      }
      const end = moment("2031-01-01");
      often.advance(end);
      never.advance(end);
      expect(never.of(ids.customerId)).toEqual(often.of(ids.customerId));
    });
  });
});
