import { presentState } from "#app/usecases/present-state.ts";
import { currentPortal } from "#app/portal.ts";
import { readMachineSnapshot } from "#db/queries/machine-snapshot.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { lastDayOf, readLastDays } from "./last-days.ts";

/**
 * The last day (ISO) up to which a contract's menus can all be used, of those that are announced to be
 * discontinued or gone (A20); null where none is. With `optionId` that of this one option that waits for
 * acceptance, without those that run.
 */
export async function lastDayOfContract(
  { customerId, contractId }: { customerId: string; contractId: string },
  optionId?: string,
): Promise<string | null> {
  const scope = { role: "portal_staff" } as const;
  return currentPortal().database.transaction(scope, async (tx) => {
    const stored = await readMachineSnapshot(tx, customerId, {
      machineId: contractId,
      kind: "contract",
    });
    if (!stored) return null;
    const { basic, options, requestedOptions } = presentState<ContractContext>(stored).context;
    const menus = optionId
      ? requestedOptions.filter((option) => option.optionId === optionId)
      : [...(basic ? [basic] : []), ...options];
    return lastDayOf(
      menus.map(({ menuCode }) => menuCode),
      await readLastDays(tx),
    );
  });
}
