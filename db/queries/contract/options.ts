import { and, eq } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { option } from "#db/schema/contract.ts";

/** How an option of a contract stands; days are ISO. */
export interface OptionRow {
  optionId: string;
  status: string;
  startDay: string | null;
  endDay: string | null;
}

/** The options of a contract (オプションメニュー). */
export async function readContractOptions(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<OptionRow[]> {
  const { optionId, status, startDay, endDay } = option;
  return tx
    .select({ optionId, status, startDay, endDay })
    .from(option)
    .where(and(eq(option.customerId, customerId), eq(option.contractId, contractId)))
    .orderBy(optionId);
}
