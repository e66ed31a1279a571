import type { EngineParts } from "../workflow/engine-parts.ts";
import { migrateMachines } from "../workflow/migrate-machines.ts";

/** So often a long run says how far it is. */
const machinesBetweenLines = 10_000;

/**
 * Brings all machines to the present versions of their definitions. Prints how far it is, a line for
 * each customer whose machines could not be migrated, and one of counts at the end.
 *
 * @returns of how many customers the machines stayed as they were
 */
export async function migrateAllMachines(
  parts: EngineParts,
  print: (line: string) => void,
): Promise<number> {
  let printed = 0;
  const { machines, failed } = await migrateMachines(parts, (total) => {
    if (total - printed < machinesBetweenLines) return;
    printed = total;
    print(`${total} machines so far`);
  });
  for (const [customerId, problem] of failed) print(`customer ${customerId}: ${problem}`);
  print(`${machines} machines migrated; ${failed.size} customers failed`);
  return failed.size;
}
