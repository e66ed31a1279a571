import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { currentPortal } from "#app/portal.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readBreachEvents, readBreachNotes, type BreachNoteRow } from "#db/queries/breach-cases.ts";
import { readContracts } from "#db/queries/contracts.ts";
import { readCustomer, readPersonNames } from "#db/queries/operations/people.ts";
import { listStoredFiles } from "#db/queries/stored-files.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { BreachCaseContext } from "#machines/breach-case/context.ts";
import { isMigration } from "#machines/engine/migration.ts";
import {
  accelerationBy,
  demandOverAt,
  terminationWay,
  type BreachItem,
} from "#machines/terms/a16-termination.ts";
import { debtsDue, type DebtDue } from "./debts-due.ts";
import { mayTerminate } from "./terminate-contracts.ts";

/** A contract of the customer, as far as the case goes. */
export interface CaseContract {
  contractId: string;
  number: string;
  status: string;
  concerned: boolean;
  /** Whether this case suspends its service. */
  suspended: boolean;
}

/** A file of evidence; `sha256` is the digest that the log holds. */
export interface Evidence {
  fileId: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** ISO instant. */
  storedAt: string;
  storedBy: string;
}

export interface CaseNote {
  kind: BreachNoteRow["kind"];
  text: string;
  by: string;
  /** ISO instant. */
  at: string;
}

/** Something that happened to the case: an event's type, when, by whom, by which clauses. */
export interface CaseEvent {
  seq: number;
  type: string;
  at: string;
  /** A person's name; null for a deadline. */
  by: string | null;
  clauses: string[];
}

/** What staff can do with a case now. */
export interface CaseActions {
  record: boolean;
  addEvidence: boolean;
  suspend: boolean;
  lift: boolean;
  demand: boolean;
  cure: boolean;
  recordUncured: boolean;
  terminate: boolean;
  close: boolean;
}

export interface BreachCaseView {
  customerName: string;
  status: string;
  item: BreachItem;
  /** ISO days. */
  today: string;
  happenedOn: string;
  recordedOn: string | null;
  demand: { day: string; until: string; overAt: string } | null;
  acceleratedOn: string | null;
  terminatedOn: string | null;
  endedContracts: string[];
  contracts: CaseContract[];
  notes: CaseNote[];
  evidence: Evidence[];
  events: CaseEvent[];
  can: CaseActions;
  /** The debts that fall due today if it is recorded, or recorded as uncured, now (A16.2). */
  debts: DebtDue[];
}

const open = ["opened", "demanded", "periodOver", "uncured", "terminated"];
const formed = ["accepted", "preparing", "active", "ended", "closed"];

function actionsOf(
  status: string,
  item: BreachItem,
  contracts: readonly CaseContract[],
): CaseActions {
  const isOpen = open.includes(status);
  const running = contracts.filter(({ status: of, suspended }) => of === "active" && !suspended);
  return {
    record: status === "draft",
    addEvidence: isOpen || status === "draft",
    suspend: isOpen && running.length > 0,
    lift: isOpen && contracts.some(({ suspended }) => suspended),
    demand: status === "opened" && terminationWay(item).when === "afterDemand",
    cure: status === "demanded" || status === "periodOver",
    recordUncured: status === "periodOver",
    terminate: mayTerminate(status, item) && contracts.some(isLiving),
    close: isOpen,
  };
}

const isLiving = ({ status }: CaseContract) => ["accepted", "preparing", "active"].includes(status);

/**
 * A breach case with all that is known of it, for operations.
 *
 * @throws Problem `notFound` where there is none, `notAllowed` for other roles
 */
export async function readCase(
  principal: Principal,
  customerId: string,
  caseId: string,
): Promise<BreachCaseView> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, caseId);
  const today = tokyoDay(principal.receivedAt).toString();
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const stored = await readMachineSnapshot(tx, customerId, {
      machineId: caseId,
      kind: "breachCase",
    });
    const customer = await readCustomer(tx, customerId);
    if (!stored || !customer) throw new Problem("notFound", `no case ${caseId}`);
    const { value, context } = presentState<BreachCaseContext>(stored);
    const { item, happenedOn, demand, evidence, suspended, contractIds } = context;
    if (!item || !happenedOn) throw new Error("A case has no item.");
    const status = String(value);
    const rows = await readContracts(tx, customerId);
    const notes = await readBreachNotes(tx, customerId, caseId);
    const files = await listStoredFiles(tx, customerId, caseId);
    const log = await readBreachEvents(tx, customerId, caseId);
    const events = log.filter(({ event }) => !isMigration(event));
    const invoices = await readUnsettledInvoices(tx, customerId);
    const people = [
      ...notes.map(({ writtenBy }) => writtenBy),
      ...files.map(({ storedBy }) => storedBy),
      ...events.flatMap(({ actor }) => ("userId" in actor ? [actor.userId] : [])),
    ];
    const names = await readPersonNames(tx, [...new Set(people)]);
    const nameOf = (userId: string) => names[userId] ?? userId;
    const contracts = rows
      .filter((row) => formed.includes(row.status))
      .map((row) => ({
        contractId: row.contractId,
        number: row.number ?? "",
        status: row.status,
        concerned: contractIds.includes(row.contractId),
        suspended: suspended.includes(row.contractId),
      }))
      .toSorted((one, other) => (one.number < other.number ? -1 : 1));
    const accelerates =
      (status === "draft" && accelerationBy(item) === "onRecord") || status === "periodOver";
    return {
      customerName: customer.name,
      ...{ status, item, today, happenedOn },
      recordedOn: context.recordedOn,
      demand: demand && {
        ...{ day: demand.day, until: demand.until },
        overAt: demandOverAt(dayOf(demand.until)),
      },
      acceleratedOn: context.acceleratedOn,
      terminatedOn: context.terminatedOn,
      endedContracts: context.terminated.map(
        (id) => rows.find((row) => row.contractId === id)?.number ?? id,
      ),
      contracts,
      notes: notes.map(({ kind, text, writtenBy, writtenAt }) => ({
        ...{ kind, text, by: nameOf(writtenBy), at: writtenAt.toISOString() },
      })),
      evidence: files.map(({ fileId, name, contentType, size, sha256, storedAt, storedBy }) => ({
        ...{ fileId, name, contentType, size, storedAt: storedAt.toISOString() },
        sha256: evidence.find((one) => one.fileId === fileId)?.sha256 ?? sha256,
        storedBy: nameOf(storedBy),
      })),
      events: events.map(({ seq, event, actor, at, clauses }) => ({
        ...{ seq, type: event.type, at: at.toISOString(), clauses },
        by: "userId" in actor ? nameOf(actor.userId) : null,
      })),
      can: actionsOf(status, item, contracts),
      debts: accelerates ? debtsDue(invoices, rows, { today, accelerated: true, ending: [] }) : [],
    };
  });
}
