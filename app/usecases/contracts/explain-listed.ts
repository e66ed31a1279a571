import { readContractSnapshots } from "#db/queries/contract-state.ts";
import type { Handle } from "#db/client.ts";
import { presentState } from "#app/usecases/present-state.ts";
import type { Derivation } from "#machines/calendar/derivation.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { explainEnd, explainListedTerm } from "./explain-deadline.ts";

/** A contract's list columns from which the day that a list shows is taken. */
interface Listed {
  customerId: string;
  contractId: string;
  startDay: string | null;
  termStart: string | null;
  termEnd: string | null;
  endDay: string | null;
}

/**
 * Why each contract of a list ends on the day that the list shows: that of the end that was noted or has
 * come, else that of its term. Null where somebody set the day, and where there is none.
 *
 * @returns derivations by contract id
 */
export async function explainListedDays(
  tx: Handle,
  rows: readonly Listed[],
): Promise<Map<string, Derivation | null>> {
  const snapshots = await readContractSnapshots(
    tx,
    rows.filter(({ endDay }) => endDay !== null),
  );
  const contexts = snapshots.map((stored) => presentState<ContractContext>(stored).context);
  return new Map(
    rows.map((row) => {
      const { contractId, endDay } = row;
      if (endDay === null) return [contractId, explainListedTerm(row)];
      const ends = contexts.find((context) => context.contractId === contractId)?.ends ?? [];
      const end = ends.find((one) => one.endDay === endDay);
      return [contractId, end ? explainEnd(end) : null];
    }),
  );
}
