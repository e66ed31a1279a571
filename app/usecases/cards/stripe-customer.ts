import { deadKey } from "#app/gateways/gateway-answer.ts";
import { currentPortal } from "#app/portal.ts";
import { patiently } from "#app/usecases/payments/patiently.ts";
import { Problem } from "#app/usecases/problem.ts";
import { isKeyLapsed, wallNow } from "#app/workflow/key-life.ts";
import {
  beginStripeCustomer,
  noteStripeCustomer,
  readStripeCustomer,
  renewStripeKey,
  type StripeCustomerRow,
} from "#db/queries/cards/stripe-customer.ts";

const engine = { role: "portal_engine" } as const;

/** A search begins a little before the first request, for clocks that differ. */
const searchMarginMilliseconds = 3_600_000;

async function note(customerId: string, stripeCustomerId: string): Promise<string> {
  const { database } = currentPortal();
  return database.transaction(engine, async (tx) => {
    await noteStripeCustomer(tx, customerId, stripeCustomerId);
    const row = await readStripeCustomer(tx, customerId);
    return row?.stripeCustomerId ?? stripeCustomerId;
  });
}

/** What an earlier request made whose answer never came; null where it made nothing. */
async function found({ customerId, keySince }: StripeCustomerRow): Promise<string | null> {
  const since = new Date(keySince.getTime() - searchMarginMilliseconds).toISOString();
  const { payments } = currentPortal();
  const answer = await patiently(() => payments.findCustomer(customerId, since));
  if (answer.outcome !== "done") throw new Problem("unavailable", answer.reason);
  return answer.value;
}

/** Goes on where the key is of no use any more: with what was made under it, else under a new one. */
async function searchOrRenew(row: StripeCustomerRow): Promise<string> {
  const known = await found(row);
  if (known !== null) return note(row.customerId, known);
  const { database } = currentPortal();
  await database.transaction(engine, (tx) => renewStripeKey(tx, row, wallNow()));
  return ensureStripeCustomer(row.customerId);
}

/**
 * The one customer at Stripe to whom a customer's cards belong, made where there is none. The wish to make
 * it is written down before Stripe hears of it; a lost answer is asked for again under the same key, and
 * searched for once the key has lapsed.
 *
 * @throws Problem `unavailable` where Stripe does not answer
 */
export async function ensureStripeCustomer(customerId: string): Promise<string> {
  const { database, payments } = currentPortal();
  const row = await database.transaction(engine, (tx) =>
    beginStripeCustomer(tx, customerId, wallNow()),
  );
  if (row.stripeCustomerId !== null) return row.stripeCustomerId;
  if (isKeyLapsed(row.keySince, wallNow())) return searchOrRenew(row);
  const key = `customer/${customerId}/${row.keyNumber}`;
  const answer = await patiently(() => payments.createCustomer(customerId, key));
  // A key that answers with Stripe's own fault for ever is as good as lapsed.
  if (answer.outcome === "refused" && answer.code === deadKey) return searchOrRenew(row);
  if (answer.outcome !== "done") throw new Problem("unavailable", answer.reason);
  return note(customerId, answer.value);
}
