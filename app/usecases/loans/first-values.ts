import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { acts, type ActName, type LoanSide } from "./acts.ts";
import { firstSite } from "./first-site.ts";
import type { LoanPage } from "./read-loan.ts";

/**
 * What the form of an act holds at first: today as its day, and for a shipment the site where the device stood
 * last, else the one of the order.
 *
 * @throws Problem `conflict` where the act can't be done now
 */
export async function firstValues(
  principal: Principal,
  side: LoanSide,
  act: ActName,
  { acts: open, today, stays, loan }: LoanPage,
): Promise<Record<string, string>> {
  if (!open.includes(act)) throw new Problem("conflict", `the loan takes no ${act} now`);
  const fields: readonly string[] = acts[act].fields;
  const days: Record<string, string> = fields.includes("happenedOn") ? { happenedOn: today } : {};
  if (act !== "ship" || side !== "operations") return days;
  const last = stays[0]?.site;
  if (!last) return firstSite(principal, loan);
  const { siteId: _, contact: contactName, ...address } = last;
  return { ...address, contactName };
}
