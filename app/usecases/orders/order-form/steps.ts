import { companySchema } from "./company.ts";
import { declarationClauses } from "./declarations.ts";

/** The pages of the order form (注文書) on which something is typed, in their order. */
export const formSteps = ["company", "site", "maintenance", "menus", "declarations"] as const;

export type FormStep = (typeof formSteps)[number];

/** The names of a step's fields, in the order in which they stand on its page. */
export const stepFields: Readonly<Record<FormStep, readonly string[]>> = {
  company: Object.keys(companySchema.shape),
  site: ["siteName", "sameAsCompany", "postalCode", "prefecture", "city", "street"],
  maintenance: ["vendor", "contractNumber", "hardwareModel", "serialNumber", "validUntil"],
  menus: ["basic", "options", "wishedStart"],
  declarations: Object.keys(declarationClauses),
};

/** Whether a part of an address names one of the pages. */
export function isFormStep(text: string): text is FormStep {
  return formSteps.some((step) => step === text);
}

/** The page after one; the last is the review of everything. */
export function stepAfter(step: FormStep): FormStep | "review" {
  return formSteps[formSteps.indexOf(step) + 1] ?? "review";
}
