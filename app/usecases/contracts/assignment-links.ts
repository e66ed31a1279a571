import type { Handle } from "#db/client.ts";
import { readLinkedContract, type LinkedContract } from "#db/queries/contract/linked.ts";
import type { ContractContext } from "#machines/contract/context.ts";

/** The contracts before and after an assigned one (A31.1). */
export interface AssignmentLinks {
  predecessor: LinkedContract | null;
  successor: LinkedContract | null;
}

/** What a customer is told of them: their names, and nothing that opens them. */
export type NamedLinks = Record<
  keyof AssignmentLinks,
  Pick<LinkedContract, "number" | "companyName"> | null
>;

/** Whether there is anything to look up. */
export const isLinked = ({ predecessorId, ended }: ContractContext): boolean =>
  predecessorId !== null || ended?.cause === "assigned";

/** Reads which contract an assigned one continues, and which continues it; for a role that sees all customers. */
export async function readAssignmentLinks(
  tx: Handle,
  { predecessorId, ended }: ContractContext,
): Promise<AssignmentLinks> {
  const successorId = ended?.cause === "assigned" ? ended.ref : null;
  return {
    predecessor: predecessorId ? await readLinkedContract(tx, predecessorId) : null,
    successor: successorId ? await readLinkedContract(tx, successorId) : null,
  };
}

const nameOf = (linked: LinkedContract | null) =>
  linked && { number: linked.number, companyName: linked.companyName };

/** The names alone: assignor and assignee know each other, but neither reads the other's contract. */
export const namesOf = ({ predecessor, successor }: AssignmentLinks): NamedLinks => ({
  predecessor: nameOf(predecessor),
  successor: nameOf(successor),
});
