import { dayOf, startOfDayInTokyo, tokyoDay } from "../calendar.ts";
import type { Command, Refusal } from "../engine/command.ts";
import { derivedId } from "../engine/hash.ts";
import { operatorCustomerId } from "../engine/operator.ts";
import { createWorld, type CustomerWorld } from "../engine/world.ts";
import { definitions } from "../registry.ts";
import { scenarioCommands } from "./commands.ts";
import { actorOf, passTime } from "./pass-time.ts";
import type { Scenario } from "./read.ts";
import type { Step } from "./step.ts";

/** A step that its machine did not take. */
export interface Refused {
  step: Step;
  /** ISO instant. */
  at: string;
  code: Refusal["code"];
  /** How many events had happened before. */
  afterEvents: number;
}

/** Where a scenario led. */
export interface Played {
  customer: Readonly<CustomerWorld>;
  refused: Refused[];
}

/** The customer that scenarios know by a number. */
export const customerIdOf = (number: number) =>
  derivedId(operatorCustomerId, `scenario/customer/${number}`);

/**
 * Runs a scenario with the real machines under a virtual clock. A step that is refused ends its
 * command, and the scenario goes on. The run ends like a sweep at 24:00 of the last day.
 *
 * @throws Error where a machine refuses its own deadline, a fault of ours
 */
export function playScenario({ customerNumber: number, until, commands }: Scenario): Played {
  const customerId = customerIdOf(number);
  const counters = { contractCounter: 0, invoiceCounter: 0, creditNoteCounter: 0 };
  const world = createWorld((kind) => definitions[kind], [{ customerId, number, ...counters }]);
  const customer = world.of(customerId);
  const refused: Refused[] = [];
  for (const [n, { at, name, members }] of commands.entries()) {
    passTime(world, customerId, at);
    const { machines } = customer;
    const scene = { customerId, at, day: tokyoDay(at).toString(), machines };
    const steps = scenarioCommands[name]?.stepsOf(members, scene) ?? [];
    for (const [m, step] of steps.entries()) {
      const { sender, kind, machineId, event } = step;
      const command: Command = {
        ...{ customerId, machineId, kind, event, receivedAt: at },
        ...{ commandId: `scenario/${n + 1}/${m + 1}`, actor: actorOf(customerId, sender) },
      };
      const outcome = world.send(command);
      if (outcome.ok) continue;
      const { code } = outcome.refusal;
      refused.push({ step, at, code, afterEvents: customer.events.length });
      break;
    }
  }
  passTime(world, customerId, startOfDayInTokyo(dayOf(until).add({ days: 1 })));
  const [lost] = customer.dropped;
  if (lost) throw new Error(`The ${lost.kind} refused its deadline ${lost.timerId}.`);
  return { customer, refused };
}
