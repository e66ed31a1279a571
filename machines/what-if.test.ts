import { describe, expect, test } from "vitest";
import { at, dayOf } from "./calendar.ts";
import { noticeIdOf } from "./contract/ends.ts";
import type { MachineEvent } from "./engine/outgoing.ts";
import { createWorld, type CustomerWorld, type StoredCustomer } from "./engine/world.ts";
import { definitions } from "./registry.ts";
import { actorOf, customerIds } from "#test/helpers/commands.ts";
import { submit } from "#test/helpers/sample-events.ts";
import { whatIf, type Trial } from "./what-if.ts";

const ids = customerIds(1);
const noon = (day: string) => at(dayOf(day), 12);

/** What is stored of a contract of 2025-04-01 that has been lived up to a day. */
function storedOn(today: string, given: [day: string, event: MachineEvent][] = []): StoredCustomer {
  const counters = { contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 };
  const world = createWorld(
    (kind) => definitions[kind],
    [{ customerId: ids.customerId, number: 1, ...counters }],
  );
  const send = (sender: "owner" | "operations", event: MachineEvent) =>
    world.send({
      ...ids.contract,
      ...{ commandId: event.type, actor: actorOf(sender), receivedAt: noon("2025-03-03"), event },
    });
  send("owner", { type: "openDraft" });
  send("owner", submit("2025-04-01"));
  for (const type of ["verifyMaintenance", "accept"]) send("operations", { type });
  send("operations", { type: "setStart", startDay: "2025-04-01" });
  for (const [day, event] of given) {
    const receivedAt = noon(day);
    const command = { ...ids.contract, commandId: `given/${day}`, actor: actorOf("owner") };
    if (!world.send({ ...command, receivedAt, event }).ok) throw new Error("refused");
  }
  world.advance(noon(today));
  const { customer, machines, timers } = world.of(ids.customerId);
  return {
    customer,
    machines: [...machines.values()].map(({ view: _, ...machine }) => machine),
    timers: [...timers.values()].flat(),
  };
}

const trial = (event: MachineEvent, day: string, sender: "owner" | "operations" = "owner") =>
  ({
    ...{ machineId: ids.contractId, kind: "contract", actor: actorOf(sender), event, day },
  }) satisfies Trial;

const terms = (now: string, paysWhenDue = true) => ({ now: noon(now), months: 24, paysWhenDue });
const types = (world: Readonly<CustomerWorld> | null) =>
  world?.events
    .filter(({ machineId }) => machineId === ids.contractId)
    .map(({ event }) => `${event.day} ${event.type}`) ?? [];
const statusOf = (world: Readonly<CustomerWorld>, termStart: string) =>
  world.machines.get(ids.invoiceOf(termStart).machineId)?.view["status"];

describe("what if", () => {
  const stored = storedOn("2025-07-01");

  test("tells both futures from the same day on, and leaves what is stored alone", () => {
    const before = structuredClone(stored);
    const found = whatIf(
      stored,
      trial({ type: "cancel", wish: null }, "2025-07-01"),
      terms("2025-07-01"),
    );
    expect(found.until).toBe("2027-07-01");
    expect(types(found.without)).toContain("2026-04-01 renew");
    expect(types(found.with)).not.toContain("2026-04-01 renew");
    expect(types(found.with)).toContain("2026-04-01 endReached");
    expect(found.refusal).toBeNull();
    expect(stored).toEqual(before);
  });

  test("sends the command on the day that was chosen, after what falls due before it", () => {
    const late = trial({ type: "cancel", wish: null }, "2026-02-01");
    const found = whatIf(stored, late, terms("2025-07-01"));
    expect(types(found.with).filter((type) => type < "2026-03")).toEqual(
      expect.arrayContaining(["2026-02-01 fixRenewal", "2026-02-01 cancel"]),
    );
    expect(types(found.with)).toContain("2026-04-01 renew");
  });

  test("gives the engine's reason where the command is refused, and one future only", () => {
    const attempts = [
      [trial({ type: "lift", cause: "x" }, "2025-07-01", "operations"), "invalid"],
      [trial({ type: "cancel", wish: null }, "2025-07-01", "operations"), "notAllowed"],
      [trial({ type: "accept" }, "2025-07-01", "operations"), "notNow"],
    ] as const;
    for (const [tried, code] of attempts) {
      const found = whatIf(stored, tried, terms("2025-07-01"));
      expect(found).toMatchObject({ with: null, refusal: { code } });
      expect(types(found.without)).toContain("2026-04-01 renew");
    }
  });

  test("lets a notice of the operator arrive on the day on which it is sent", () => {
    const notice = { type: "cancelByOperator", wish: "earliest" };
    const found = whatIf(stored, trial(notice, "2025-07-01", "operations"), terms("2025-07-01"));
    expect(types(found.with)).toEqual(
      expect.arrayContaining(["2025-07-01 noticeDelivered", "2025-09-02 endReached"]),
    );
    const context = found.with?.machines.get(ids.contractId)?.snapshot.context;
    // 154 of 365 days were used; the odd yen is the customer's.
    const net = 1_200_000 - Math.floor((1_200_000 * 154) / 365);
    expect(context?.["refunds"]).toMatchObject([{ lastDay: "2025-09-01", net }]);
  });

  test("lets others answer at once, and stops where an answer is refused", () => {
    const noticed = storedOn("2025-08-01", [["2025-07-01", { type: "cancel", wish: null }]]);
    const noticeId = noticeIdOf(ids.contractId, 1);
    const ask = trial({ type: "requestWithdrawal", noticeId }, "2025-08-01");
    const actor = actorOf("operations");
    const agree = { actor, event: { type: "agreeToWithdrawal", noticeId } };
    const agreed = whatIf(noticed, { ...ask, answers: [agree] }, terms("2025-08-01"));
    expect(types(agreed.without)).not.toContain("2026-04-01 renew");
    expect(types(agreed.with)).toContain("2026-04-01 renew");
    const twice = whatIf(noticed, { ...ask, answers: [agree, agree] }, terms("2025-08-01"));
    expect(twice).toMatchObject({ with: null, refusal: { code: "notNow" } });
  });

  test("has what falls due from now on paid on its day, if asked to, and nothing that is late", () => {
    const cancel = trial({ type: "cancel", wish: null }, "2025-07-01");
    const paid = whatIf(stored, cancel, terms("2025-07-01")).without;
    expect(statusOf(paid, "2025-04-01")).toBe("overdue");
    expect(statusOf(paid, "2026-04-01")).toBe("paid");
    const unpaid = whatIf(stored, cancel, terms("2025-07-01", false)).without;
    expect(statusOf(unpaid, "2026-04-01")).toBe("overdue");
  });
});
