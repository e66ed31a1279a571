import type { Evidence, StoredMachine } from "../evidence.ts";
import type { Acknowledged } from "../journal.ts";

/** What was acknowledged and can't be found, and what happened more often than once. */
export interface Losses {
  lost: string[];
  doubled: string[];
}

/** States of a contract that come after each command; being further on shows its effect, too. */
const later: Record<string, readonly string[]> = {
  accept: ["accepted", "preparing", "active", "ended", "closed"],
  confirmStart: ["preparing", "active", "ended", "closed"],
};

const topState = (state: unknown): string =>
  typeof state === "string" ? state : (Object.keys(state as object)[0] ?? "");

function showsContract(machine: StoredMachine, kind: string): boolean {
  const { context, state } = machine;
  if (kind === "openDraft") return context["contractId"] === machine.machineId;
  if (kind === "submit") return context["number"] !== null && context["basic"] !== null;
  if (kind === "verifyMaintenance") return context["maintenanceVerifiedOn"] !== null;
  if (kind === "setStart") return context["start"] !== null || context["proposedStart"] !== null;
  return later[kind]?.includes(topState(state)) ?? false;
}

/** The evidence by what each entry asks for, worked out once: there are tens of thousands of each. */
interface Shelves {
  /** By machine and type. */
  events: Map<string, Evidence["events"]>;
  machines: Map<string, StoredMachine>;
  forms: Map<string, Evidence["forms"][number]>;
  /** By id, and by the session at the provider. */
  payments: Map<string, Evidence["payments"]>;
  /** The last time that each page of each order was saved. */
  lastSaved: Map<string, Acknowledged>;
}

const pageKey = (entry: { contractId: string; step: string }) =>
  `${entry.contractId}/${entry.step}`;

function add<Item>(map: Map<string, Item[]>, key: string | null, item: Item): void {
  if (key === null) return;
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

function shelve(evidence: Evidence): Shelves {
  const shelves: Shelves = {
    events: new Map(),
    machines: new Map(evidence.machines.map((machine) => [machine.machineId, machine])),
    forms: new Map(evidence.forms.map((row) => [row.contractId, row])),
    payments: new Map(),
    lastSaved: new Map(),
  };
  for (const event of evidence.events) {
    add(shelves.events, `${event.machineId}/${event.type}`, event);
  }
  for (const payment of evidence.payments) {
    add(shelves.payments, payment.paymentId, payment);
    add(shelves.payments, payment.sessionId, payment);
  }
  for (const entry of evidence.acknowledged) {
    if (entry.kind === "saveStep") shelves.lastSaved.set(pageKey(entry), entry);
  }
  return shelves;
}

/** Looks for one acknowledged command; returns how often it is in the history. */
type Finder = (shelves: Shelves, entry: Acknowledged) => { times: number; shown: boolean };

const findCommand: Finder = ({ events, machines }, entry) => {
  if (!("contractId" in entry)) return { times: 0, shown: false };
  const { contractId, kind } = entry;
  const found = (events.get(`${contractId}/${kind}`) ?? []).filter(
    ({ commandId }) => !("clickId" in entry) || commandId.endsWith(`/${entry.clickId}`),
  );
  const machine = machines.get(contractId);
  return { times: found.length, shown: machine !== undefined && showsContract(machine, kind) };
};

const findSavedStep: Finder = ({ forms, lastSaved }, entry) => {
  if (entry.kind !== "saveStep") return { times: 0, shown: false };
  const row = forms.get(entry.contractId);
  const kept = row?.form[entry.step] ?? {};
  const shown = Object.entries(entry.typed).every(([name, value]) => kept[name] === value);
  // Typed anew, a page shows what was typed last.
  const isLast = lastSaved.get(pageKey(entry)) === entry;
  return { times: 1, shown: shown || (!isLast && row !== undefined) };
};

const findPayment: Finder = (shelves, entry) => {
  const id = entry.kind === "paid" ? entry.paymentId : "sessionId" in entry ? entry.sessionId : "";
  const payments = (shelves.payments.get(id) ?? []).filter(
    ({ invoiceId }) => entry.kind !== "startPayment" || invoiceId === entry.invoiceId,
  );
  const [payment] = payments;
  const settles = entry.kind !== "startPayment";
  const type = settles ? "settle" : "sessionOpened";
  const events = payment ? (shelves.events.get(`${payment.paymentId}/${type}`) ?? []) : [];
  const shown = payments.length === 1 && (!settles || payment?.status === "succeeded");
  return { times: events.length, shown };
};

const finders: Record<Acknowledged["kind"], Finder> = {
  openDraft: findCommand,
  submit: findCommand,
  verifyMaintenance: findCommand,
  accept: findCommand,
  setStart: findCommand,
  confirmStart: findCommand,
  saveStep: findSavedStep,
  startPayment: findPayment,
  charge: findPayment,
  paid: findPayment,
};

/** Every acknowledged command must be in its machine's history once, and its effect in the machine. */
export function checkAcknowledged(evidence: Evidence): Losses {
  const lost: string[] = [];
  const doubled: string[] = [];
  const shelves = shelve(evidence);
  for (const entry of evidence.acknowledged) {
    const { times, shown } = finders[entry.kind](shelves, entry);
    if (times === 0 || !shown) lost.push(JSON.stringify(entry));
    if (times > 1) doubled.push(`${times} times: ${JSON.stringify(entry)}`);
  }
  return { lost, doubled };
}
