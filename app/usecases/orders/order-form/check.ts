import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { companySchema, type Company } from "./company.ts";
import { declarationsSchema } from "./declarations.ts";
import { maintenanceSchema, type Maintenance } from "./maintenance.ts";
import { menusSchema, type Menus, type Offer } from "./menus.ts";
import { siteSchema, type Site } from "./site.ts";
import { formSteps, type FormStep } from "./steps.ts";
import { asFormData, type TypedOrder } from "./typed.ts";

/** What the form is checked against: the day, what is on offer, and which menus lend a device. */
export interface FormFacts extends Offer {
  /** ISO day in Tokyo. */
  today: string;
  deviceMenus: readonly string[];
}

/** The complete order form, every value in its right form. */
export interface OrderValues {
  company: Company;
  site: Site;
  maintenance: Maintenance;
  menus: Menus;
}

/** Something missing or wrong: `code` names what to say of the field, see `fields.ts`. */
export interface FormProblem {
  step: FormStep;
  field: string;
  code: string;
}

/** The pages on which nothing is missing or wrong. */
export function completeSteps(problems: readonly FormProblem[]): FormStep[] {
  return formSteps.filter((name) => !problems.some(({ step }) => step === name));
}

/** Whether one of the options that were chosen lends a connection device (接続機器, A7). */
export function lendsDevice(typed: TypedOrder, facts: Pick<FormFacts, "deviceMenus">): boolean {
  const chosen = [typed.menus?.["options"] ?? []].flat();
  return chosen.some((code) => facts.deviceMenus.includes(code));
}

/** The schema of a step: one for the browser, the page's action and the submission. */
export function schemaOf(step: FormStep, facts: FormFacts, needsDeviceCare: boolean): z.ZodType {
  switch (step) {
    case "company":
      return companySchema;
    case "site":
      return siteSchema;
    case "maintenance":
      return maintenanceSchema(facts.today);
    case "menus":
      return menusSchema(facts);
    case "declarations":
      return declarationsSchema(needsDeviceCare);
  }
}

/** Reads a submitted page by its step's schema. */
export function parseStep(form: FormData, schema: z.ZodType) {
  return parseWithZod(form, { schema, disableAutoCoercion: true });
}

/** Checks all steps together: the values of a complete form, or everything that is wrong with it. */
export function checkOrder(
  typed: TypedOrder,
  facts: FormFacts,
): { values: OrderValues | null; problems: FormProblem[] } {
  const device = lendsDevice(typed, facts);
  const values: Partial<OrderValues> = {};
  const problems: FormProblem[] = [];
  for (const step of formSteps) {
    const submission = parseStep(asFormData(typed[step] ?? {}), schemaOf(step, facts, device));
    if (submission.status === "success") {
      Object.assign(values, { [step]: submission.value });
      continue;
    }
    for (const [field, codes] of Object.entries(submission.error ?? {})) {
      for (const code of codes ?? []) problems.push({ step, field, code });
    }
  }
  const { maintenance, menus } = values;
  if (maintenance && menus && maintenance.validUntil < menus.wishedStart) {
    // The service rests on that contract from its first day (A5.2).
    const code = `lapsesBefore ${menus.wishedStart}`;
    problems.push({ step: "maintenance", field: "validUntil", code });
  }
  return { values: problems.length === 0 ? (values as OrderValues) : null, problems };
}
