import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import {
  readContractSnapshot,
  readOpenInvoices,
  type OpenInvoice,
} from "#db/queries/contract-state.ts";
import { readContract, type ContractRow } from "#db/queries/contracts.ts";
import { readHistoryWithNames, type HistoryEntry } from "#db/queries/machine-history.ts";
import { readCustomer } from "#db/queries/operations/people.ts";
import { dayOf, monthsAfter, tokyoDay } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { contractDeadlines } from "#machines/contract/deadlines.ts";
import type { Deadline } from "#machines/engine/outgoing.ts";
import { requireIdentifiers } from "./staff-command.ts";

/** Where the wind-down of an ended contract stands, by its four parts. */
export type WindDown = Record<"devices" | "data" | "money" | "materials", string>;

/** A contract as staff see it. */
export interface ContractDossier {
  customerName: string;
  contract: ContractRow;
  /** The state of the machine, for its picture. */
  state: unknown;
  context: ContractContext;
  history: HistoryEntry[];
  coming: Deadline[];
  openInvoices: OpenInvoice[];
  /** Null unless the contract has ended and is not closed. */
  windDown: WindDown | null;
  /** The last day to hand over lent devices (A8.1); null where none is lent or nothing has ended. */
  returnDay: string | null;
  today: string;
}

function windDownOf(value: unknown): WindDown | null {
  const ended =
    typeof value === "object" && value !== null && "ended" in value ? value.ended : null;
  return ended as WindDown | null;
}

/**
 * A contract with its history and what comes next, for staff.
 *
 * @throws Problem `notFound` where there is no such contract or it is a draft, `notAllowed` for
 *   other roles
 */
export async function readContractDossier(
  principal: Principal,
  customerId: string,
  contractId: string,
): Promise<ContractDossier> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, contractId);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const contract = await readContract(tx, customerId, contractId);
    const snapshot = await readContractSnapshot(tx, customerId, contractId);
    const customer = await readCustomer(tx, customerId);
    if (!contract || !snapshot || !customer || contract.status === "draft") {
      throw new Problem("notFound", `no contract ${contractId}`);
    }
    const { context, value } = snapshot;
    const lends = context.options.some(({ kind }) => kind === "device");
    return {
      customerName: customer.name,
      contract,
      state: value,
      context,
      history: await readHistoryWithNames(tx, customerId, contractId),
      coming: contractDeadlines(snapshot),
      openInvoices: await readOpenInvoices(tx, customerId, contractId),
      windDown: windDownOf(value),
      returnDay:
        lends && context.ended ? monthsAfter(dayOf(context.ended.day), 1).toString() : null,
      today: tokyoDay(principal.receivedAt).toString(),
    };
  });
}
