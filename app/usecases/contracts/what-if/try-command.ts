import type { StateValue } from "xstate";
import { forbidWrites } from "#db/queries/read-only.ts";
import { readStoredCustomer } from "#db/queries/engine/read-living.ts";
import type { Scope } from "#db/client.ts";
import { currentPortal } from "#app/portal.ts";
import { Problem } from "#app/usecases/problem.ts";
import type { ContractContext, Refund } from "#machines/contract/context.ts";
import type { Refusal } from "#machines/engine/command.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import { offersOf } from "#machines/engine/offers.ts";
import type { StoredCustomer } from "#machines/engine/world.ts";
import { definitions } from "#machines/registry.ts";
import { whatIf, type Trial, type WhatIf, type WhatIfTerms } from "#machines/what-if.ts";
import { readContractRecord, type ContractRecord } from "../contract-record.ts";
import { comingEnd, type ComingEnd } from "./coming-end.ts";
import { compareLines, type Comparison } from "./compare.ts";
import { linesOf, type Lines } from "./lines.ts";

/** How far ahead both futures are lived. */
export const whatIfMonths = 24;

/** A contract with its customer's machines and timers, as one transaction saw them. */
export interface Copy {
  record: ContractRecord;
  stored: StoredCustomer;
}

/** Why a command would be refused: by whom it may be sent, or what its machine waits for. */
export interface Refused {
  code: Refusal["code"];
  kind: MachineKind;
  /** The state in which the command meets its machine. */
  state: StateValue | null;
  /** The conditions of which one would have to hold; null where the state has no place for it. */
  guards: string[] | null;
}

/** What a command would lead to. */
export interface WhatIfResult {
  /** The last day (ISO) that was looked at. */
  until: string;
  /** Null where the command is refused. */
  comparison: Comparison | null;
  refused: Refused | null;
  /** How the contract, or the option to which the command goes, ends in both futures; null for never. */
  end: { without: ComingEnd | null; with: ComingEnd | null };
  /** Yen with tax of the invoices that are open or still to come, without the command and with it. */
  invoiced: { without: number; with: number };
  /** What the operator then owes for days after an end (A17.2): one entry for each end that brings it. */
  refunds: Refund[];
}

/**
 * Reads what a what-if begins with, in a transaction in which nothing can be written.
 *
 * @throws Problem `notFound` for a contract that the session does not see
 */
export async function readCopy(
  scope: Scope,
  customerId: string,
  contractId: string,
): Promise<Copy> {
  const [record, stored] = await currentPortal().database.transaction(scope, async (tx) => {
    await forbidWrites(tx);
    const found = await readContractRecord(tx, customerId, contractId);
    return [found, await readStoredCustomer(tx, customerId)] as const;
  });
  if (!record || !stored) throw new Problem("notFound", `no contract ${contractId}`);
  return { record, stored };
}

const sumOf = ({ invoices }: Lines) => invoices.reduce((sum, { total }) => sum + total, 0);

function refundsOf(part: WhatIf["without"], contractId: string): Refund[] {
  const contract = part.machines.get(contractId)?.snapshot.context;
  return (contract as unknown as ContractContext | undefined)?.refunds ?? [];
}

/** What comes back by the command only. */
function newRefunds({ without, with: other }: WhatIf, contractId: string): Refund[] {
  const known = new Set(
    refundsOf(without, contractId).map(({ itemId, lastDay }) => itemId + lastDay),
  );
  const refunds = other ? refundsOf(other, contractId) : [];
  return refunds.filter(({ itemId, lastDay }) => !known.has(itemId + lastDay));
}

/**
 * Tries a command on a copy (もしも): both futures of the contract side by side. Nothing is written.
 *
 * @param terms the portal's instant, and whether what falls due is paid on its day
 */
export function tryCommand(
  { record, stored }: Copy,
  trial: Trial,
  terms: Omit<WhatIfTerms, "months">,
): WhatIfResult {
  const { contractId } = record.snapshot.context;
  const known = { contractId, history: record.history };
  const found = whatIf(stored, trial, { ...terms, months: whatIfMonths });
  const without = linesOf(found.without, known);
  const ending = trial.kind === "option" ? trial.machineId : contractId;
  const end = comingEnd(found.without, ending);
  if (!found.with) {
    const { refusal, met } = found;
    const offer =
      met && offersOf(definitions[trial.kind], met).find(({ type }) => type === trial.event.type);
    const state = met?.value ?? null;
    return {
      until: found.until,
      comparison: null,
      refused: {
        code: refusal?.code ?? "notNow",
        kind: trial.kind,
        state,
        guards: offer ? offer.guards : null,
      },
      end: { without: end, with: end },
      invoiced: { without: sumOf(without), with: sumOf(without) },
      refunds: [],
    };
  }
  const other = linesOf(found.with, known);
  return {
    until: found.until,
    comparison: compareLines(without, other),
    refused: null,
    end: { without: end, with: comingEnd(found.with, ending) },
    invoiced: { without: sumOf(without), with: sumOf(other) },
    refunds: newRefunds(found, contractId),
  };
}
