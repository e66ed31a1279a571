import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { readBreachesOf, readBreachNotes } from "#db/queries/breach-cases.ts";
import { readContracts } from "#db/queries/contracts.ts";

/** A formal demand as its customer reads it: nothing of the operator's own papers. */
export interface DemandNotice {
  caseId: string;
  /** ISO days. */
  demandedOn: string;
  until: string;
  /** Whether the period has passed. */
  isOver: boolean;
  /** What to do, in the words of the demand. */
  text: string;
  contracts: { contractId: string; number: string }[];
}

const underDemand = ["demanded", "periodOver", "uncured"];

/**
 * The formal demands (催告, A16.1(1)) that a customer has not met, the newest first.
 *
 * @param contractId only those about one contract
 * @throws Problem `notFound` for who is no member of a customer
 */
export async function demandsOnCustomer(
  principal: Principal,
  contractId?: string,
): Promise<DemandNotice[]> {
  const { customerId } = asMember(principal);
  const scope = { role: "portal_app", customerId } as const;
  return currentPortal().database.transaction(scope, async (tx) => {
    const cases = await readBreachesOf(tx, customerId, underDemand);
    const wanted = cases.filter(
      ({ contractIds }) => contractId === undefined || contractIds.includes(contractId),
    );
    if (wanted.length === 0) return [];
    const rows = await readContracts(tx, customerId);
    const notices: DemandNotice[] = [];
    for (const { caseId, status, demandedOn, demandUntil, demandNoteId, contractIds } of wanted) {
      const notes = await readBreachNotes(tx, customerId, caseId);
      notices.push({
        caseId,
        demandedOn: demandedOn ?? "",
        until: demandUntil ?? "",
        isOver: status !== "demanded",
        text: notes.find(({ noteId }) => noteId === demandNoteId)?.text ?? "",
        contracts: contractIds.map((id) => ({
          contractId: id,
          number: rows.find((row) => row.contractId === id)?.number ?? "",
        })),
      });
    }
    return notices;
  });
}
