import { newIdentifier } from "#app/identifier.ts";
import type { TestDatabase } from "./database.ts";

/** What of a contract's list columns matters to whoever looks for those that a scope touches. */
interface ListedContract {
  menuCode?: string;
  status?: string;
  number?: string;
  /** Menus of its options, with their states. */
  options?: readonly (readonly [menuCode: string, status: string])[];
}

/** Puts a contract into the lists, without a machine behind it. Returns its id and its options' ids. */
export async function listContract(
  test: TestDatabase,
  customerId: string,
  { menuCode = "NDR-BASE", status = "active", number = "C000001-01", options = [] }: ListedContract,
): Promise<{ contractId: string; optionIds: string[] }> {
  const contractId = newIdentifier();
  await test.asSuperuser(
    `insert into contract (customer_id, contract_id, number, status, exit, menu_code, changed_at)
     values ($1, $2, $3, $4, 'none', $5, now())`,
    [customerId, contractId, number, status, menuCode],
  );
  const optionIds = options.map(() => newIdentifier());
  for (const [n, [code, state]] of options.entries()) {
    await test.asSuperuser(
      `insert into "option" (customer_id, option_id, contract_id, menu_code, kind, status,
         annual_price, changed_at)
       values ($1, $2, $3, $4, 'subscription', $5, 1000, now())`,
      [customerId, optionIds[n], contractId, code, state],
    );
  }
  return { contractId, optionIds };
}
