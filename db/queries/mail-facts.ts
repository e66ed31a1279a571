import { and, eq, inArray, sql } from "drizzle-orm";
import type { Handle } from "#db/client.ts";
import { member, user } from "#db/schema/accounts.ts";
import { contract } from "#db/schema/contract.ts";
import { customer } from "#db/schema/customer.ts";
import { invoice } from "#db/schema/money.ts";

/** Somebody to whom a mail goes, in the language of their choice. */
export interface Recipient {
  email: string;
  name: string;
  locale: "ja" | "en";
}

const localeOf = (text: string) => (text === "en" ? "en" : "ja");

/** The members of a customer with one of the roles, who have not been shut out. */
export async function readMembers(
  tx: Handle,
  customerId: string,
  roles: readonly string[],
): Promise<Recipient[]> {
  const rows = await tx
    .select({ email: user.email, name: user.name, locale: user.locale })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(
        eq(member.organizationId, customerId),
        inArray(member.role, [...roles]),
        sql`${user.banned} is not true`,
      ),
    )
    .orderBy(user.email);
  return rows.map((row) => ({ ...row, locale: localeOf(row.locale) }));
}

/** The operator's staff with a role. */
export async function readStaff(tx: Handle, role: string): Promise<Recipient[]> {
  const rows = await tx
    .select({ email: user.email, name: user.name, locale: user.locale })
    .from(user)
    .where(and(eq(user.role, role), sql`${user.banned} is not true`))
    .orderBy(user.email);
  return rows.map((row) => ({ ...row, locale: localeOf(row.locale) }));
}

/** The customer's name, as mails address it. */
export async function readCustomerName(tx: Handle, customerId: string): Promise<string> {
  const [row] = await tx
    .select({ name: customer.name })
    .from(customer)
    .where(eq(customer.customerId, customerId));
  if (!row) throw new Error(`There is no customer ${customerId}.`);
  return row.name;
}

/** A contract's number, once it has one. */
export async function readContractNumber(
  tx: Handle,
  customerId: string,
  contractId: string,
): Promise<string> {
  const [row] = await tx
    .select({ number: contract.number })
    .from(contract)
    .where(and(eq(contract.customerId, customerId), eq(contract.contractId, contractId)));
  return row?.number ?? "";
}

/** An invoice's number, due day and contract. */
export async function readInvoiceFacts(tx: Handle, customerId: string, invoiceId: string) {
  const [row] = await tx
    .select({ number: invoice.number, dueDay: invoice.dueDay, contractId: invoice.contractId })
    .from(invoice)
    .where(and(eq(invoice.customerId, customerId), eq(invoice.invoiceId, invoiceId)));
  return row ?? null;
}
