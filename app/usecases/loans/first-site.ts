import { currentPortal } from "#app/portal.ts";
import { asStaff, type Principal } from "#app/usecases/principal.ts";
import { readOrderForms } from "#db/queries/order-forms.ts";
import { siteFields, type SiteField } from "./acts.ts";

type Part = Partial<Record<string, unknown>> | undefined;

/**
 * Where the order says that a device goes, as a beginning of the form that ships it: the site of the order, else
 * the company's address, and who is there.
 *
 * @throws Problem `notAllowed` without the role operations
 */
export async function firstSite(
  principal: Principal,
  { customerId, contractId }: { customerId: string; contractId: string },
): Promise<Partial<Record<SiteField, string>>> {
  asStaff(principal, "operations");
  const [order] = await currentPortal().database.transaction({ role: "portal_staff" }, (tx) =>
    readOrderForms(tx, customerId, [contractId]),
  );
  const sent = order?.form["sent"] as { company?: Part; site?: Part } | undefined;
  const known: Part = { ...sent?.company, ...sent?.site };
  return Object.fromEntries(
    siteFields.flatMap((field) => {
      const value = known[field];
      return typeof value === "string" ? [[field, value]] : [];
    }),
  );
}
