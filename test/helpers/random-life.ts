import fc from "fast-check";
import { at, dayOf } from "#machines/calendar.ts";
import type { Sender } from "#machines/engine/actor.ts";
import type { Command } from "#machines/engine/command.ts";
import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { actorOf, customerIds, type CustomerIds } from "./commands.ts";
import { optionMenu, submit, settlements } from "./sample-events.ts";

/** One thing that happens: a command comes in, or a sweep runs. Instants never go back. */
export type Happening = { at: string; command: Command | null };

type Target = Pick<Command, "customerId" | "machineId" | "kind">;
/** What somebody tries, in time or not. */
type Wish = [sender: Exclude<Sender, "machine">, to: Target, event: MachineEvent];

const breachId = "0199aaaa-0000-7000-8000-0000000000b7";

/** What is ordered; each option raises the fee. */
interface Order {
  withDevice: boolean;
  withWork: boolean;
  /** How many steps the order takes of itself: most start, some wait, some are not accepted. */
  steps: number;
}

interface Step {
  pause: number;
  seconds: number;
  wish: number;
  attempt: string;
  term: string;
  isSweep: boolean;
}

const feeOf = ({ withDevice, withWork }: Order, term: string) =>
  1_320_000 + (withDevice ? 264_000 : 0) + (withWork && term === "2025-04-01" ? 550_000 : 0);

function ordering(ids: CustomerIds, { withDevice, withWork, steps }: Order): Wish[] {
  const options = [
    ...(withDevice ? [optionMenu(ids.deviceId, "device", 240_000)] : []),
    ...(withWork ? [optionMenu(ids.workId, "work", 500_000)] : []),
  ];
  const wishes: Wish[] = [
    ["owner", ids.contract, { type: "openDraft" }],
    ["owner", ids.contract, submit("2025-04-01", options)],
    ["operations", ids.contract, { type: "verifyMaintenance" }],
    ["operations", ids.contract, { type: "accept" }],
    ["operations", ids.contract, { type: "setStart", startDay: "2025-04-01" }],
  ];
  return wishes.slice(0, steps);
}

/** One wish of many, or the three that pay an invoice. */
function wishesOf(ids: CustomerIds, order: Order, { wish, attempt, term }: Step, day: string) {
  const { contract } = ids;
  const [invoice, payment] = [ids.invoiceOf(term), ids.payment(attempt)];
  const start: Wish = ["billing", invoice, { type: "startPayment", paymentId: payment.machineId }];
  const expiresAt = at(dayOf(day), 13);
  const open: Wish = ["portal", payment, { type: "sessionOpened", sessionId: "cs_1", expiresAt }];
  const settle = (amount: number): Wish => {
    const result = { intentId: "pi_1", chargeId: "ch_1", amount, valueDay: day };
    return ["stripe", payment, { type: "settle", ...result }];
  };
  const failed = { type: "attemptFailed", code: "card_declined", intentId: "pi_1" };
  const all: Wish[][] = [
    ...[null, "earliest", "2026-03-31", "2026-09-30"].map((end): Wish[] => [
      ["owner", contract, { type: "cancel", wish: end }],
    ]),
    ...[
      { kind: "nonPayment", ref: null },
      { kind: "breach", ref: breachId },
    ].flatMap((cause): Wish[][] => [
      [["operations", contract, { type: "suspend", cause }]],
      [["operations", contract, { type: "lift", cause }]],
    ]),
    ...["setStart", "setStart"].map((type): Wish[] => [
      ["operations", contract, { type, startDay: "2025-05-01" }],
      ["owner", contract, { type: "confirmStart" }],
    ]),
    [["owner", contract, { type: "withdraw" }]],
    [["viewer", contract, { type: "withdraw" }]],
    ...settlements.map((settled): Wish[] => [["operations", contract, settled]]),
    ...[[start], [open], [settle(1)], [settle(feeOf(order, term))]],
    [["stripe", payment, failed]],
    [["stripe", payment, { type: "expire" }]],
    ...Array.from({ length: 4 }, () => [start, open, settle(feeOf(order, term))]),
  ];
  return all[wish % all.length] ?? [];
}

const instantOf = (day: string, seconds: number) =>
  new Date(Date.parse(at(dayOf(day), 0)) + seconds * 1000).toISOString();

function lifeOf(ids: CustomerIds, order: Order, steps: readonly Step[]): Happening[] {
  const life: Happening[] = [];
  const say = (received: string, [sender, to, event]: Wish) => {
    const commandId = `command ${life.length}`;
    const command = { ...to, commandId, actor: actorOf(sender), receivedAt: received, event };
    life.push({ at: received, command });
  };
  let [day, seconds] = [dayOf("2025-03-03"), 36_000];
  for (const wish of ordering(ids, order)) say(instantOf(day.toString(), seconds), wish);
  for (const step of steps) {
    day = day.add({ days: step.pause });
    seconds = step.pause === 0 ? Math.max(seconds, step.seconds) : step.seconds;
    const instant = instantOf(day.toString(), seconds);
    if (step.isSweep) life.push({ at: instant, command: null });
    for (const wish of wishesOf(ids, order, step, day.toString())) say(instant, wish);
  }
  return life;
}

/**
 * What happens to customer `n` from an order on, at random: commands of all kinds, pauses of up to
 * eleven weeks, sweeps now and then or for a long time none. Much of it falls close to midnight,
 * where deadlines and commands meet.
 */
export function randomLife(n: number): fc.Arbitrary<Happening[]> {
  const order: fc.Arbitrary<Order> = fc.record({
    withDevice: fc.boolean(),
    withWork: fc.boolean(),
    steps: fc.constantFrom(5, 5, 5, 5, 4, 2),
  });
  const step: fc.Arbitrary<Step> = fc.record({
    pause: fc.oneof(fc.nat(3), fc.nat(80)),
    seconds: fc.oneof(fc.constantFrom(0, 5, 29, 30, 31, 43_200, 86_399), fc.nat(86_399)),
    wish: fc.nat(10_000),
    attempt: fc.constantFrom("p1", "p2", "p3"),
    term: fc.constantFrom("2025-04-01", "2025-04-01", "2026-04-01"),
    isSweep: fc.boolean(),
  });
  return fc
    .tuple(order, fc.array(step, { minLength: 5, maxLength: 25 }))
    .map(([ordered, steps]) => lifeOf(customerIds(n), ordered, steps));
}
