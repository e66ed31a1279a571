import { describe, expect, test } from "vitest";
import { actorOf, customerIds, moment } from "#test/helpers/commands.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { definitions } from "../registry.ts";
import type { EventRecord } from "./change.ts";
import { hashOf } from "./hash.ts";
import { replay, verifyChain } from "./verify.ts";
import { createWorld } from "./world.ts";

const ids = customerIds(1);

/** The history of a contract that is submitted, verified and accepted. */
function history() {
  const { customerId } = ids;
  const counters = {
    customerId,
    number: 1,
    contractCounter: 0,
    invoiceCounter: 0,
    creditNoteCounter: 0,
  };
  const world = createWorld((kind) => definitions[kind], [counters]);
  const receivedAt = moment("2025-03-03");
  for (const event of [
    ...[{ type: "openDraft" }, submit("2025-04-01")],
    ...[{ type: "verifyMaintenance" }, { type: "accept" }],
  ]) {
    const actor = actorOf(
      event.type === "openDraft" || event.type === "submit" ? "owner" : "operations",
    );
    world.send({ ...ids.contract, commandId: event.type, actor, receivedAt, event });
  }
  const { events, machines } = world.of(ids.customerId);
  const machine = machines.get(ids.contractId);
  if (!machine) throw new Error("The world has no contract.");
  return { events, machine };
}

const { events, machine } = history();
const changed = (index: number, change: Partial<EventRecord>) =>
  events.map((event, n) => (n === index ? { ...event, ...change } : event));
const without = (index: number) => events.filter((_, n) => n !== index);

/** An event with its hash made to fit. */
function forged(event: EventRecord): EventRecord {
  const { hash: _, ...body } = event;
  return { ...body, hash: hashOf(body) };
}

describe("the chain of a machine's history", () => {
  test("holds as it was written", () => {
    expect(events).toHaveLength(4);
    expect(verifyChain(events, machine)).toBeNull();
    expect(verifyChain([])).toBeNull();
  });

  test("holds after a round trip through JSON with members in another order", () => {
    const turned = events.map(
      (event) => Object.fromEntries(Object.entries(event).toReversed()) as unknown as EventRecord,
    );
    expect(verifyChain(JSON.parse(JSON.stringify(turned)) as EventRecord[], machine)).toBeNull();
  });

  test.each<[string, Partial<EventRecord>]>([
    ["day", { event: { ...events[1]?.event, day: "2025-03-04" } as EventRecord["event"] }],
    ["actor", { actor: { kind: "portal" } }],
    ["command", { commandId: "another" }],
    ["instant", { at: "2025-03-03T03:00:01.000Z" }],
    ["state", { to: "accepted" }],
    ["clause", { clauses: [] }],
    ["definition", { definitionVersion: 99 }],
    ["customer", { customerId: ids.contractId }],
    ["hash", { hash: "0".repeat(64) }],
  ])("breaks where the %s of an event was changed", (_, change) => {
    expect(verifyChain(changed(1, change), machine)).toEqual({ seq: 2, problem: "changed" });
  });

  test("breaks where an event was changed and its hash made to fit", () => {
    const { [1]: second } = events;
    if (!second) throw new Error("There is no second event.");
    const rewritten = changed(1, forged({ ...second, commandId: "another" }));
    expect(verifyChain(rewritten, machine)).toEqual({ seq: 3, problem: "notFollowing" });
  });

  test.each([0, 1, 2])("breaks where event %i is missing", (index) => {
    expect(verifyChain(without(index), machine)).toEqual({ seq: index + 1, problem: "missing" });
  });

  test("breaks where the last event is missing", () => {
    expect(verifyChain(without(3))).toBeNull();
    expect(verifyChain(without(3), machine)).toEqual({ seq: 4, problem: "tailMissing" });
  });

  test("breaks where an event was inserted", () => {
    const { [1]: second } = events;
    if (!second) throw new Error("There is no second event.");
    const inserted = [...events.slice(0, 2), forged({ ...second, seq: 3 }), ...events.slice(2)];
    expect(verifyChain(inserted, machine)).toEqual({ seq: 3, problem: "notFollowing" });
    const twice = [...events.slice(0, 2), ...events.slice(1)];
    expect(verifyChain(twice, machine)).toEqual({ seq: 3, problem: "missing" });
  });

  test("breaks where an event was added at the end", () => {
    const last = events.at(-1);
    if (!last) throw new Error("There is no last event.");
    const added = [...events, forged({ ...last, seq: 5, previousHash: last.hash })];
    expect(verifyChain(added, machine)).toEqual({ seq: 4, problem: "notFollowing" });
  });
});

describe("a replay", () => {
  test("leads to the snapshot", () => {
    expect(replay(definitions.contract, events)).toEqual(machine.snapshot);
    expect(replay(definitions.contract, [])).toBeNull();
  });

  test("stops where the machine would not have taken an event", () => {
    expect(() => replay(definitions.contract, without(1))).toThrow("Event 3 (verifyMaintenance)");
  });
});
