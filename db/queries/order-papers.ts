import { and, asc, desc, eq, isNull, lt } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { quote } from "#db/schema/contract.ts";
import { consent, registration } from "#db/schema/customer.ts";

export type QuoteRow = typeof quote.$inferSelect;
export type RegistrationRow = typeof registration.$inferSelect;
export type ConsentRow = typeof consent.$inferSelect;

/** What an order leaves behind beside the contract's machine. */
export interface OrderPapers {
  quote: QuoteRow;
  registration: RegistrationRow;
  consents: readonly ConsentRow[];
}

/** Writes quote, registered information and consents of an order in the transaction that sends it. */
export async function writeOrderPapers(tx: Handle, papers: OrderPapers): Promise<void> {
  await tx.insert(quote).values(papers.quote);
  await writeRegistration(tx, papers.registration);
  await writeConsents(tx, papers.consents);
}

/** Writes registered information, beside all that held before. */
export async function writeRegistration(tx: Handle, row: RegistrationRow): Promise<void> {
  await tx.insert(registration).values(row);
}

/** Writes consents that somebody gave. */
export async function writeConsents(tx: Handle, consents: readonly ConsentRow[]): Promise<void> {
  await tx.insert(consent).values([...consents]);
}

/** The quote (見積書) of a contract, or null before it was ordered. */
export async function readQuote(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<QuoteRow | null> {
  const [row] = await tx
    .select()
    .from(quote)
    .where(and(eq(quote.customerId, customerId), eq(quote.contractId, contractId)))
    .orderBy(desc(quote.quotedAt))
    .limit(1);
  return row ?? null;
}

/** The registered information (届出事項) of a customer that holds now, or null before its first order. */
export async function readRegistration(
  tx: Handle,
  customerId: string,
): Promise<RegistrationRow | null> {
  const [row] = await tx
    .select()
    .from(registration)
    .where(eq(registration.customerId, customerId))
    .orderBy(desc(registration.registeredAt), desc(registration.registrationId))
    .limit(1);
  return row ?? null;
}

/** The registered information that came with the order of a contract, or null. */
export async function readRegistrationOfOrder(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<RegistrationRow | null> {
  const [row] = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.customerId, customerId), eq(registration.contractId, contractId)))
    .orderBy(asc(registration.registeredAt))
    .limit(1);
  return row ?? null;
}

/**
 * The registered information to which a document of a contract is made out: the order's, or the change that was
 * applied last before the day of the document. One applied on that day may have come after the document.
 *
 * @param before instant at which the document's day begins
 */
export async function readRecipientOf(
  tx: Handle,
  { customerId, contractId, before }: { customerId: string; contractId: string; before: Date },
): Promise<RegistrationRow | null> {
  const [changed] = await tx
    .select()
    .from(registration)
    .where(
      and(
        eq(registration.customerId, customerId),
        isNull(registration.contractId),
        lt(registration.registeredAt, before),
      ),
    )
    .orderBy(desc(registration.registeredAt), desc(registration.registrationId))
    .limit(1);
  const ordered = await readRegistrationOfOrder(tx, customerId, contractId);
  const isLater = changed && ordered && changed.registeredAt > ordered.registeredAt;
  return isLater ? changed : ordered;
}

/** The consents and declarations given for a contract, in the order in which they were given. */
export async function readConsents(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<ConsentRow[]> {
  return tx
    .select()
    .from(consent)
    .where(and(eq(consent.customerId, customerId), eq(consent.contractId, contractId)))
    .orderBy(asc(consent.consentedAt), asc(consent.consentId));
}
