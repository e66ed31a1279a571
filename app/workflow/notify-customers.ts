import type { Database } from "#db/client.ts";
import { readAffectedContracts } from "#db/queries/affected-contracts.ts";
import type { EffectRow } from "#db/queries/effects.ts";
import { addNoticeMails } from "#db/queries/notices.ts";
import type { NotifyParams } from "#machines/engine/notify-customers.ts";
import type { EffectHandler, EffectResult } from "./effect-handler.ts";
import type { Jobs } from "./jobs.ts";
import type { NoticeMailParams } from "./mails/facts.ts";

interface NotifyCustomersParts {
  database: Database;
  jobs: Jobs;
}

/** Bounds a transaction. */
const customersPerTransaction = 200;

/**
 * Lays down the mails to the next customers, with their jobs.
 *
 * @returns the last customer looked at, or null after the last of all
 */
async function notifyNext(
  { database, jobs }: NotifyCustomersParts,
  effect: EffectRow,
  after: string | undefined,
): Promise<{ last: string | null; customers: number }> {
  const {
    scopes,
    onlyNew = false,
    onlyOptions = false,
    ...told
  } = effect.params as unknown as NotifyParams;
  return database.transaction({ role: "portal_engine" }, async (tx) => {
    const affected = await readAffectedContracts(tx, scopes, {
      ...(after === undefined ? {} : { after }),
      customers: customersPerTransaction,
    });
    const concerned = affected.filter(({ isWhole }) => !onlyOptions || !isWhole);
    const byCustomer = Map.groupBy(concerned, ({ customerId }) => customerId);
    const notices = [...byCustomer].map(([customerId, contracts]) => {
      const { machineId, seq, n, at } = effect;
      const params: NoticeMailParams = {
        ...told,
        to: "customer",
        contracts: contracts.map(({ contractId, number }) => ({ contractId, number })),
      };
      return { key: { customerId, machineId, seq, n }, params: { ...params }, at };
    });
    await jobs.enqueue(tx, "effect", await addNoticeMails(tx, notices, onlyNew));
    const last = affected.at(-1)?.customerId ?? null;
    return { last, customers: byCustomer.size };
  });
}

async function notifyAll(parts: NotifyCustomersParts, effect: EffectRow): Promise<EffectResult> {
  let customers = 0;
  let after: string | undefined;
  for (;;) {
    const next = await notifyNext(parts, effect, after);
    customers += next.customers;
    if (next.last === null) return { outcome: "done", rendered: { customers } };
    after = next.last;
  }
}

/**
 * The effect by which a machine of the operator writes to many customers: it lays down one mail for
 * each, under the customer's own id, and each is then sent like every other. Broken off and repeated,
 * it adds only those that are missing.
 */
export function notifyCustomersEffect(parts: NotifyCustomersParts): EffectHandler {
  return { perform: (effect) => notifyAll(parts, effect) };
}
