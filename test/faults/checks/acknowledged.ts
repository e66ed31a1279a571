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

/** Looks for one acknowledged command; returns how often it is in the history. */
type Finder = (evidence: Evidence, entry: Acknowledged) => { times: number; shown: boolean };

const findCommand: Finder = (evidence, entry) => {
  if (!("contractId" in entry)) return { times: 0, shown: false };
  const { contractId, kind } = entry;
  const found = evidence.events.filter(
    ({ machineId, type, commandId }) =>
      machineId === contractId &&
      type === kind &&
      (!("clickId" in entry) || commandId.endsWith(`/${entry.clickId}`)),
  );
  const machine = evidence.machines.find(({ machineId }) => machineId === contractId);
  return { times: found.length, shown: machine !== undefined && showsContract(machine, kind) };
};

const findSavedStep: Finder = (evidence, entry) => {
  if (entry.kind !== "saveStep") return { times: 0, shown: false };
  const row = evidence.forms.find(({ contractId }) => contractId === entry.contractId);
  const kept = row?.form[entry.step] ?? {};
  const shown = Object.entries(entry.typed).every(([name, value]) => kept[name] === value);
  // Typed anew, a page shows what was typed last.
  const isLast = !evidence.acknowledged
    .slice(evidence.acknowledged.indexOf(entry) + 1)
    .some(
      (later) =>
        later.kind === "saveStep" &&
        later.contractId === entry.contractId &&
        later.step === entry.step,
    );
  return { times: 1, shown: shown || (!isLast && row !== undefined) };
};

const findPayment: Finder = (evidence, entry) => {
  const payments = evidence.payments.filter((payment) =>
    entry.kind === "paid"
      ? payment.paymentId === entry.paymentId
      : entry.kind === "startPayment"
        ? payment.sessionId === entry.sessionId && payment.invoiceId === entry.invoiceId
        : entry.kind === "charge" && payment.sessionId === entry.sessionId,
  );
  const [payment] = payments;
  const settles = entry.kind === "startPayment" ? undefined : "settle";
  const events = evidence.events.filter(
    ({ machineId, type }) =>
      machineId === payment?.paymentId && type === (settles ?? "sessionOpened"),
  );
  const shown = payments.length === 1 && (settles === undefined || payment?.status === "succeeded");
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
  for (const entry of evidence.acknowledged) {
    const { times, shown } = finders[entry.kind](evidence, entry);
    if (times === 0 || !shown) lost.push(JSON.stringify(entry));
    if (times > 1) doubled.push(`${times} times: ${JSON.stringify(entry)}`);
  }
  return { lost, doubled };
}
