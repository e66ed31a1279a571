import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import type { Handle } from "#db/client.ts";
import { renameCustomer } from "#db/queries/customers.ts";
import { readMatterValues, type MatterValueRow } from "#db/queries/matters.ts";
import { readRegistration, writeRegistration } from "#db/queries/order-papers.ts";
import type { MatterValues } from "./act-form.ts";
import { registeredFields } from "./acts.ts";

type Change = Pick<MatterValueRow, "name" | "before" | "after">;

/** The registered information (届出事項) as it stands, by field; null before the first order. */
export async function readRegistered(
  customerId: string,
): Promise<Record<(typeof registeredFields)[number], string> | null> {
  const scope = { role: "portal_app", customerId } as const;
  const found = await currentPortal().database.transaction(scope, (tx) =>
    readRegistration(tx, customerId),
  );
  return found;
}

/** What changes, with what held before. */
export async function changesOf(customerId: string, values: MatterValues): Promise<Change[]> {
  const registered = await readRegistered(customerId);
  return registeredFields.flatMap((name) => {
    const after = values[name];
    const before = registered?.[name] ?? null;
    return typeof after === "string" && after !== before ? [{ name, before, after }] : [];
  });
}

/**
 * Writes what was reported beside all that held before (A13.1): mails and documents from now on use it.
 * Members that were not reported stay as they are now, even where another change came in between.
 */
export async function writeChangedRegistration(
  tx: Handle,
  { customerId, matterId, at }: { customerId: string; matterId: string; at: string },
): Promise<void> {
  const registered = await readRegistration(tx, customerId);
  if (!registered) throw new Error(`Customer ${customerId} has no registered information.`);
  const changes = await readMatterValues(tx, customerId, matterId);
  const changed = Object.fromEntries(changes.map(({ name, after }) => [name, after]));
  const ids = { registrationId: newIdentifier(), contractId: null, registeredAt: new Date(at) };
  await writeRegistration(tx, { ...registered, ...changed, ...ids });
  const { companyName } = changed;
  if (companyName) await renameCustomer(tx, customerId, companyName);
}
