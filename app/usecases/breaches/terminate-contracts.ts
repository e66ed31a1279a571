import { currentPortal } from "#app/portal.ts";
import { requireIdentifiers } from "#app/usecases/contracts/staff-command.ts";
import { presentState } from "#app/usecases/present-state.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readContractOptions } from "#db/queries/contract/options.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import { readContracts, type ContractRow } from "#db/queries/contracts.ts";
import { readCustomer } from "#db/queries/operations/people.ts";
import { readUnsettledInvoices } from "#db/queries/unsettled-invoices.ts";
import { monthsAfter, tokyoDay } from "#machines/calendar.ts";
import type { BreachCaseContext } from "#machines/breach-case/context.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import {
  accelerationBy,
  terminationWay,
  type BreachItem,
} from "#machines/terms/a16-termination.ts";
import type { Bilingual, Clause } from "#machines/terms/articles.ts";
import { debtsDue, type DebtDue } from "./debts-due.ts";
import { readDebtorIds, sendToCase, type BreachTarget } from "./send-to-case.ts";

/** A contract that a termination would end. */
export interface EndingContract {
  contractId: string;
  number: string;
  status: string;
  menuName: Bilingual;
  /** ISO; null where the service has not begun. */
  termEnd: string | null;
}

/** All that a termination brings about, worked out for today. */
export interface TerminationPreview {
  customerName: string;
  item: BreachItem;
  /** The ground on which it rests. */
  clause: Clause;
  /** The day on which the contracts end; ISO. */
  today: string;
  contracts: EndingContract[];
  /** Whether every debt falls due today (A16.2), of whichever contract. */
  accelerates: boolean;
  debts: DebtDue[];
  /** The last day to return lent devices (A8.1), where one of the contracts lends any. */
  returnDay: string | null;
}

const living = ["accepted", "preparing", "active"];
const terminable = ["opened", "periodOver", "uncured", "terminated"];

/** Whether a case in a state may end contracts by its item (A16.1, A32.3). */
export function mayTerminate(state: string, item: BreachItem): boolean {
  if (!terminable.includes(state)) return false;
  return state !== "opened" || terminationWay(item).when === "atOnce";
}

async function endingContract(tx: Handle, row: ContractRow) {
  const { customerId, contractId, number, status, termEnd } = row;
  const stored = await readMachineSnapshot(tx, customerId, {
    machineId: contractId,
    kind: "contract",
  });
  const basic = stored && presentState<ContractContext>(stored).context.basic;
  const sold = stored ? presentState<ContractContext>(stored).context.options : [];
  const options = await readContractOptions(tx, customerId, contractId);
  const lends = sold.some(
    ({ optionId, kind }) =>
      kind === "device" && options.some((one) => one.optionId === optionId && !one.endDay),
  );
  const menuName = { ja: basic?.nameJa ?? "", en: basic?.nameEn ?? "" };
  return { lends, contract: { contractId, number: number ?? "", status, menuName, termEnd } };
}

/**
 * What ending all contracts of a customer for a breach brings about (解除), for the page before it.
 *
 * @throws Problem `notFound`, `conflict` where the case may end no contract now, `notAllowed` for other
 *   roles
 */
export async function previewTermination(
  principal: Principal,
  { customerId, caseId }: Pick<BreachTarget, "customerId" | "caseId">,
): Promise<TerminationPreview> {
  asStaff(principal, "operations");
  requireIdentifiers(customerId, caseId);
  const today = tokyoDay(principal.receivedAt);
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    const stored = await readMachineSnapshot(tx, customerId, {
      machineId: caseId,
      kind: "breachCase",
    });
    const customer = await readCustomer(tx, customerId);
    if (!stored || !customer) throw new Problem("notFound", `no case ${caseId}`);
    const { value, context } = presentState<BreachCaseContext>(stored);
    const { item } = context;
    if (!item || !mayTerminate(String(value), item)) {
      throw new Problem("conflict", `a case that is ${String(value)} ends no contract`);
    }
    const rows = await readContracts(tx, customerId);
    const ending = rows
      .filter(({ status }) => living.includes(status))
      .toSorted((one, other) => ((one.number ?? "") < (other.number ?? "") ? -1 : 1));
    const found: Awaited<ReturnType<typeof endingContract>>[] = [];
    for (const row of ending) found.push(await endingContract(tx, row));
    const accelerated = accelerationBy(item) !== "never";
    const ids = ending.map(({ contractId }) => contractId);
    const invoices = await readUnsettledInvoices(tx, customerId);
    return {
      customerName: customer.name,
      item,
      clause: terminationWay(item).clause,
      today: today.toString(),
      contracts: found.map(({ contract }) => contract),
      accelerates: accelerated,
      debts: debtsDue(invoices, rows, { today: today.toString(), accelerated, ending: ids }),
      returnDay: found.some(({ lends }) => lends) ? monthsAfter(today, 1).toString() : null,
    };
  });
}

/**
 * Ends contracts of a customer today for a breach (解除, A16.1, A32.3). One that can't be ended any more
 * keeps all of them from it.
 *
 * @param shownDay the end day that the page named: on another day it asks again
 * @throws Problem `notFound`, `conflict` where the case or a contract takes it no more or the day has
 *   changed, `notAllowed` for other roles
 */
export async function terminateContracts(
  principal: Principal,
  target: BreachTarget,
  contractIds: readonly string[],
  shownDay: string,
): Promise<"contractsMissing" | null> {
  asStaff(principal, "operations");
  if (contractIds.length === 0) return "contractsMissing";
  const today = tokyoDay(principal.receivedAt).toString();
  if (shownDay !== today) throw new Problem("conflict", `today is ${today}, not ${shownDay}`);
  const debtorIds = await readDebtorIds(principal, target.customerId);
  await sendToCase(principal, target, {
    ...{ type: "terminate", contractIds: [...contractIds], debtorIds },
  });
  return null;
}
