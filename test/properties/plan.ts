import { at as instantAt, dayOf, tokyoDay } from "#machines/calendar.ts";
import type { CustomerState } from "#machines/engine/change.ts";
import type { Command, Outcome } from "#machines/engine/command.ts";
import { createWorld, type World } from "#machines/engine/world.ts";
import { definitions } from "#machines/registry.ts";
import { customerIds } from "#test/helpers/commands.ts";
import { wishesOf } from "./intents.ts";
import type { Step } from "./steps.ts";
import { choose, type Wish } from "./wish.ts";

/** What happens at one instant, all at once: commands, and a sweep or none. */
export interface Burst {
  at: string;
  sweeps: boolean;
  commands: Command[];
}

/** A planned run: whom it is about and what happens to them, in the order of time. */
export interface Plan {
  customers: CustomerState[];
  bursts: Burst[];
  /** What came of it where everything was done one after another. */
  world: World;
}

/** A world of customers without machines. */
export const worldOf = (customers: readonly CustomerState[]): World =>
  createWorld((kind) => definitions[kind], customers);

/** Customers with the numbers from `first` on. */
export function newCustomers(first: number, count: number): CustomerState[] {
  return Array.from({ length: count }, (_, n) => ({
    customerId: customerIds(first + n).customerId,
    number: first + n,
    contractCounter: 0,
    invoiceCounter: 0,
    creditNoteCounter: 0,
  }));
}

/** What people send waits no longer than this; later it is refused. */
const receiptHoldsSeconds = 10;

const isPerson = ({ actor }: Pick<Command, "actor">) =>
  actor.kind === "member" || actor.kind === "staff";

const plus = (instant: string, seconds: number) =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** When each step happens; what joins the step before happens at the same instant. */
function instantsOf(steps: readonly Step[]): string[] {
  let [day, second] = [dayOf("2025-01-06"), 0];
  return steps.map((step, n) => {
    if (!step.joins || n === 0) {
      day = day.add({ days: step.pause });
      second = step.pause === 0 ? Math.max(second, step.second) : step.second;
    }
    return plus(instantAt(day, 0), second);
  });
}

/** People's commands come in within seconds, but for a few; the provider's words up to days late. */
function commandFrom(wish: Wish, step: Step, at: string, commandId: string): Command {
  const isLate = !isPerson(wish) || step.late <= receiptHoldsSeconds || step.pick % 4 === 0;
  return { commandId, receivedAt: plus(at, isLate ? -step.late : 0), ...wish };
}

/**
 * Turns steps into dated commands, by what a world would know then.
 *
 * @param heard told of each command and what the planning world said to it
 */
export function planOf(
  customers: CustomerState[],
  steps: readonly Step[],
  heard: (command: Command, outcome: Outcome) => void = () => {},
): Plan {
  const world = worldOf(customers);
  const bursts: Burst[] = [];
  const sent: Command[] = [];
  const others = customers.map(({ customerId }) => customerId);
  const start = (at: string, sweeps: boolean): Burst => {
    const burst = { at, sweeps, commands: [] };
    bursts.push(burst);
    if (sweeps) world.advance(at);
    return burst;
  };
  for (const [n, at] of instantsOf(steps).entries()) {
    const step = steps[n] as Step;
    const [customerId] = choose(others, step.customer);
    if (step.sweep === "before" && !step.joins) start(at, true);
    let burst = (step.joins && bursts.at(-1)) || start(at, step.sweep === "together");
    const day = tokyoDay(at).toString();
    const occasion = { part: world.of(customerId), customerId, pick: step.pick, day, at };
    for (const wish of wishesOf(step.intent, occasion, { sent, others })) {
      const command = commandFrom(wish, step, at, `command ${sent.length}`);
      // Who is impatient asks for the next thing before the last is answered.
      const isPatient = !step.joins && step.pick % 3 > 0;
      if (isPatient && burst.commands.length > 0) burst = start(at, false);
      burst.commands.push(command);
      sent.push(command);
      const waited = (Date.parse(at) - Date.parse(command.receivedAt)) / 1000;
      if (isPerson(command) && waited > receiptHoldsSeconds) continue;
      heard(command, world.send(command));
    }
  }
  return { customers, bursts, world };
}
