import { senderOf } from "../engine/actor.ts";
import type { EventRecord, MachineState } from "../engine/change.ts";
import type { View } from "../engine/definition.ts";
import { isBookkeeping } from "../invoice/bookkeeping.ts";
import { definitions } from "../registry.ts";
import { contractIdOf, optionIdOf } from "./command.ts";
import { inTokyo } from "./instants.ts";
import { customerIdOf, playScenario, type Played, type Refused } from "./play.ts";
import type { Scenario } from "./read.ts";

/** A transition: when, of what, by whose event, from and to which state, by which clauses. */
interface Transition {
  at: string;
  day: string;
  machine: string;
  event: string;
  by: string;
  from: unknown;
  to: unknown;
  clauses: string[];
}

/** A step that a machine did not take, with the engine's code. */
type Refusal = Omit<Transition, "from" | "to" | "clauses"> & { refused: string };

type Listed = Record<string, View[string]>;

/** Everything that a scenario led to, but for what is booked as earned. Times are in Tokyo, amounts in yen with what they are named. */
export interface ScenarioResult {
  until: string;
  /** In the order in which the machines took it. */
  timeline: (Transition | Refusal)[];
  invoices: Listed[];
  payments: Listed[];
  mails: {
    at: string;
    day: string;
    template: string;
    to: string;
    machine: string;
    clauses: string[];
  }[];
  /** What the machines still wait for, the next first. */
  deadlines: {
    at: string;
    day: string;
    machine: string;
    id: string;
    event: string;
    clause: string;
  }[];
}

type Naming = (machineId: string, kind: string) => string;

/** Names to read instead of ids: contract/main, option/main/1, invoice/000001-0001, payment/1. */
function namesOf({ customerNumber, commands }: Scenario, { customer }: Played): Naming {
  const names = new Map<string, string>();
  for (const contract of new Set(commands.map(({ members }) => String(members["contract"])))) {
    const contractId = contractIdOf(customerIdOf(customerNumber), contract);
    names.set(contractId, `contract/${contract}`);
    for (let n = 1; customer.machines.has(optionIdOf(contractId, n)); n += 1) {
      names.set(optionIdOf(contractId, n), `option/${contract}/${n}`);
    }
  }
  let payments = 0;
  for (const { machineId, kind, view } of customer.machines.values()) {
    if (kind === "invoice") names.set(machineId, `invoice/${String(view["number"])}`);
    if (kind === "payment") names.set(machineId, `payment/${(payments += 1)}`);
  }
  return (machineId, kind) => names.get(machineId) ?? kind;
}

function timelineOf({ customer, refused }: Played, nameOf: Naming): ScenarioResult["timeline"] {
  const taken = ({ machineId, event, actor, at, from, to, clauses }: EventRecord): Transition => {
    const kind = customer.machines.get(machineId)?.kind ?? "";
    const what = { machine: nameOf(machineId, kind), event: event.type, by: senderOf(actor) };
    return { ...inTokyo(at), ...what, from, to, clauses };
  };
  const declined = ({ step, at, code }: Refused): Refusal => {
    const { machineId, kind, event, sender } = step;
    const what = { machine: nameOf(machineId, kind), event: event.type, by: sender };
    return { ...inTokyo(at), ...what, refused: code };
  };
  const after = (count: number) =>
    refused.filter(({ afterEvents }) => afterEvents === count).map(declined);
  const events = customer.events.flatMap((record, n) => {
    const { kind } = customer.machines.get(record.machineId) ?? { kind: "" };
    const own = isBookkeeping(kind, record.event.type) ? [] : [taken(record)];
    return [...own, ...after(n + 1)];
  });
  return [...after(0), ...events];
}

function listOf(
  { customer }: Played,
  kind: MachineState["kind"],
  columns: readonly string[],
  named: (machineId: string, view: View) => Record<string, string>,
): Listed[] {
  return [...customer.machines.values()]
    .filter((machine) => machine.kind === kind)
    .map(({ machineId, view }) => ({
      ...named(machineId, view),
      ...Object.fromEntries(columns.map((column) => [column, view[column] ?? null])),
    }));
}

const invoiceColumns = [
  ...["status", "reason", "periodStart", "periodEnd", "issueDay", "dueDay"],
  ...["subtotal", "tax", "total", "paid"],
];
const paymentColumns = ["status", "method", "amount", "valueDay", "failureCode"];

function mailsOf({ customer }: Played, nameOf: Naming): ScenarioResult["mails"] {
  return customer.effects
    .filter(({ kind }) => kind === "mail")
    .map(({ at, params, machineId, seq }) => {
      const cause = customer.events.find(
        (event) => event.machineId === machineId && event.seq === seq,
      );
      return {
        ...inTokyo(at),
        ...{ template: String(params["template"]), to: String(params["to"]) },
        ...{ machine: nameOf(machineId, ""), clauses: cause?.clauses ?? [] },
      };
    });
}

function deadlinesOf({ customer }: Played, nameOf: Naming): ScenarioResult["deadlines"] {
  return [...customer.machines.values()]
    .flatMap(({ machineId, kind, snapshot }) =>
      definitions[kind]
        .deadlines(snapshot as never)
        .filter(({ event }) => !isBookkeeping(kind, event.type))
        .map(({ id, dueAt, event, clause }) => {
          const what = { machine: nameOf(machineId, kind), id, event: event.type, clause };
          return { ...inTokyo(dueAt), ...what };
        }),
    )
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** Runs a scenario and lists all that came of it; the same scenario always gives the same result. */
export function runScenario(scenario: Scenario): ScenarioResult {
  const played = playScenario(scenario);
  const nameOf = namesOf(scenario, played);
  return {
    until: scenario.until,
    timeline: timelineOf(played, nameOf),
    invoices: listOf(played, "invoice", invoiceColumns, (machineId, { contractId }) => ({
      invoice: nameOf(machineId, "invoice"),
      contract: nameOf(String(contractId), "contract"),
    })),
    payments: listOf(played, "payment", paymentColumns, (machineId, { invoiceId }) => ({
      payment: nameOf(machineId, "payment"),
      invoice: nameOf(String(invoiceId), "invoice"),
    })),
    mails: mailsOf(played, nameOf),
    deadlines: deadlinesOf(played, nameOf),
  };
}

/** A result as JSON, one line for each item of its lists. */
export function printResult(result: ScenarioResult): string {
  const members = Object.entries(result).map(([name, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `  "${name}": ${JSON.stringify(value)}`;
    const items = value.map((item) => `    ${JSON.stringify(item)}`);
    return `  "${name}": [\n${items.join(",\n")}\n  ]`;
  });
  return `{\n${members.join(",\n")}\n}\n`;
}
