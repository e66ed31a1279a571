import type { StateValue } from "xstate";
import { tokyoDayText } from "#machines/calendar.ts";
import type { BreachCaseContext } from "#machines/breach-case/context.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import type { DeviceContext } from "#machines/device/context.ts";
import type { StoredSnapshot } from "#machines/engine/definition.ts";
import type { Timer } from "#machines/engine/due.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import type { InvoiceContext } from "#machines/invoice/context.ts";
import type { OptionContext } from "#machines/option/context.ts";

/** A machine of a customer as it stands. */
export interface Live<Context> {
  machineId: string;
  /** The first name of its state: `active` of a contract that is suspended. */
  state: string;
  /** The states of the regions below it, by region; empty where there are none. */
  regions: Readonly<Record<string, StateValue>>;
  context: Context;
  snapshot: StoredSnapshot;
  timers: readonly Timer[];
}

/** What the invariants look at: one customer at an instant. */
export interface Facts {
  part: Readonly<CustomerWorld>;
  /** How many events there were by then. */
  happened: number;
  now: string;
  /** The day of `now` in Tokyo. */
  today: string;
  /** Whether everything that was due has fired; false in the moment between midnight and the sweep. */
  isSwept: boolean;
  contracts: Live<ContractContext>[];
  options: Live<OptionContext>[];
  invoices: Live<InvoiceContext>[];
  cases: Live<BreachCaseContext>[];
  loans: Live<DeviceContext>[];
}

function regionsOf(value: StateValue): [state: string, regions: Record<string, StateValue>] {
  if (typeof value === "string") return [value, {}];
  const [state = "", below] = Object.entries(value)[0] ?? [];
  return [state, typeof below === "object" ? (below as Record<string, StateValue>) : {}];
}

/** Reads a customer at an instant (ISO UTC). */
export function factsOf(part: Readonly<CustomerWorld>, now: string, isSwept: boolean): Facts {
  const facts: Facts = {
    ...{ part, happened: part.events.length, now, today: tokyoDayText(now), isSwept },
    ...{ contracts: [], options: [], invoices: [], cases: [], loans: [] },
  };
  const lists: Partial<Record<string, Live<never>[]>> = {
    contract: facts.contracts as Live<never>[],
    option: facts.options as Live<never>[],
    invoice: facts.invoices as Live<never>[],
    device: facts.loans as Live<never>[],
    breachCase: facts.cases as Live<never>[],
  };
  for (const [machineId, { kind, snapshot }] of part.machines) {
    const list = lists[kind];
    if (!list) continue;
    const [state, regions] = regionsOf(snapshot.value);
    const context = snapshot.context as never;
    list.push({
      ...{ machineId, state, regions, context, snapshot },
      timers: part.timers.get(machineId) ?? [],
    });
  }
  return facts;
}

/** The options that a contract holds, and those that were asked for and not decided. */
export const optionsOf = ({ options }: Facts, contractId: string) =>
  options.filter(({ context }) => context.contractId === contractId);

/** The invoices of a contract, by the first day of their periods. */
export const invoicesOf = ({ invoices }: Facts, contractId: string) =>
  invoices
    .filter(({ context }) => context.contractId === contractId)
    .toSorted((a, b) => (a.context.periodStart < b.context.periodStart ? -1 : 1));

/** States of a contract in which something is owed to the customer. */
export const isLive = (state: string) => ["accepted", "preparing", "active"].includes(state);
