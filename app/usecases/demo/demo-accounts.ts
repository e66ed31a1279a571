import { currentPortal } from "#app/portal.ts";
import { demoCustomers, demoPassword, demoStaff } from "#db/seed/demo-accounts.ts";

/** With whom a visitor may sign in to a demonstration; null outside of one. */
export function demoAccounts() {
  if (!currentPortal().demo) return null;
  return { password: demoPassword, staff: demoStaff, customers: Object.values(demoCustomers) };
}
