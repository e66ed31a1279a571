import type { Command } from "#machines/engine/command.ts";
import type { CustomerWorld, World } from "#machines/engine/world.ts";
import { worldOf, type Plan } from "./plan.ts";

/** What a plan asks for, merged by the instant of receipt, as after downtime. */
function mergedCommands({ bursts }: Plan): Command[] {
  return bursts
    .flatMap(({ commands }) => commands)
    .filter(({ actor }) => actor.kind !== "timer")
    .toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
}

/** How the time between two commands passes: what sweeps while it does. */
type Passing = (world: World, from: number, to: number) => void;

const iso = (instant: number) => new Date(instant).toISOString();
const day = 24 * 3600 * 1000;

const passings: Record<string, Passing> = {
  /** Nothing sweeps until the end. */
  downtime: () => {},
  /** A worker sweeps at odd hours: some days several times, then for days not at all. */
  atOddHours: (world, from, to) => {
    for (let instant = from, n = 1; instant <= to; n += 1) {
      world.advance(iso(instant));
      instant += (n % 3 === 0 ? 9 : n % 3) * day + 5 * 3600 * 1000;
    }
  },
  /** The demo's clock is moved from one deadline to the next. */
  deadlineByDeadline: (world, _from, to) => {
    for (;;) {
      const due = world.nextDue();
      const fires = due === null ? Number.POSITIVE_INFINITY : Date.parse(due) + 30_000;
      if (fires > to) return;
      world.advance(iso(fires));
    }
  },
};

/**
 * The same commands in the same order, while time passes in each of these ways up to an end. Gives,
 * by way, the customers as they stand then.
 */
export function livesByDowntime(plan: Plan, end: string): Record<string, CustomerWorld[]> {
  const commands = mergedCommands(plan);
  const lived = Object.entries(passings).map(([name, pass]) => {
    const world = worldOf(plan.customers);
    let from = Date.parse(commands[0]?.receivedAt ?? end);
    for (const command of commands) {
      const to = Date.parse(command.receivedAt);
      pass(world, from, to);
      world.send(command);
      from = to;
    }
    pass(world, from, Date.parse(end));
    world.advance(end);
    return [name, plan.customers.map(({ customerId }) => world.of(customerId))] as const;
  });
  return Object.fromEntries(lived);
}
