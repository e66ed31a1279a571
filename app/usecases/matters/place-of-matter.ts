import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { readContractByNumber } from "#db/queries/assignees.ts";
import { readContracts } from "#db/queries/contracts.ts";
import { readLentBySerialNumber, readLoansOf } from "#db/queries/loans.ts";
import type { MatterProblems, MatterValues } from "./act-form.ts";

/** Contracts to which a matter can belong: from the order's acceptance to the end of its settlement. */
const living = ["accepted", "preparing", "active", "ended"];

/** What a member can choose from: its contracts by number, its devices by serial number. */
export interface MatterChoices {
  contracts: { id: string; name: string }[];
  loans: { id: string; name: string }[];
}

/** The contracts and lent devices of a member that a matter can be about. */
export async function choicesForMatter(principal: Principal): Promise<MatterChoices> {
  const { customerId } = asMember(principal);
  return currentPortal().database.transaction({ role: "portal_app", customerId }, async (tx) => {
    const contracts = await readContracts(tx, customerId);
    const loans = await readLoansOf(tx, customerId);
    return {
      contracts: contracts
        .filter(({ status }) => living.includes(status))
        .map(({ contractId, number }) => ({ id: contractId, name: number ?? "" }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      loans: loans.flatMap(({ loanId, serialNumber }) =>
        serialNumber ? [{ id: loanId, name: serialNumber }] : [],
      ),
    };
  });
}

/** What is wrong with the contract or the device that a member chose: both have to be its own. */
export async function checkOwnPlace(
  principal: Principal,
  { contractId, loanId }: MatterValues,
): Promise<MatterProblems> {
  const { contracts, loans } = await choicesForMatter(principal);
  const isOneOf = (list: { id: string }[], one: string | boolean) =>
    list.some(({ id }) => id === one);
  return {
    ...(contractId && !isOneOf(contracts, contractId) ? { contractId: "notChosen" } : {}),
    ...(loanId && !isOneOf(loans, loanId) ? { loanId: "notChosen" } : {}),
  };
}

/** The customer, the contract and the loan that staff named by contract number or serial number. */
export async function placeNamedByStaff({
  contractNumber,
  serialNumber,
}: MatterValues): Promise<
  { customerId: string; contractId: string; loanId?: string } | { problems: MatterProblems }
> {
  return currentPortal().database.transaction({ role: "portal_staff" }, async (tx) => {
    if (typeof serialNumber === "string") {
      const loan = await readLentBySerialNumber(tx, serialNumber);
      return loan ?? { problems: { serialNumber: "unknownDevice" } };
    }
    const contract = await readContractByNumber(tx, String(contractNumber ?? ""));
    return contract ?? { problems: { contractNumber: "unknownContract" } };
  });
}
