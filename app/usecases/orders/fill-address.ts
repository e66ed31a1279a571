import { findPostalArea } from "#app/gateways/postal-codes.ts";
import { postalCode } from "./order-form/fields.ts";
import { stepFields, type FormStep } from "./order-form/steps.ts";

/**
 * Fills in the address that the typed postal code names: prefecture, city and town. The house number is nobody's
 * but the person's to say.
 *
 * @param form the submitted page, which is changed
 * @returns false where the page asks for no address, or no address has that code: nothing is changed
 */
export async function fillAddress(step: FormStep, form: FormData): Promise<boolean> {
  return stepFields[step].includes("postalCode") && fillAddressIn(form);
}

/** The same for any form that asks for an address in Japan. */
export async function fillAddressIn(form: FormData | URLSearchParams): Promise<boolean> {
  const typed = postalCode().safeParse(form.get("postalCode"));
  const area = typed.success ? await findPostalArea(typed.data) : null;
  if (!typed.success || !area) return false;
  form.set("postalCode", typed.data);
  form.set("prefecture", area.prefecture);
  form.set("city", `${area.city}${area.town}`);
  return true;
}
