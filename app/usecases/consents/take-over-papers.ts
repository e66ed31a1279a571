import { newIdentifier } from "#app/identifier.ts";
import { parseStep } from "#app/usecases/orders/order-form/check.ts";
import { companySchema, type Company } from "#app/usecases/orders/order-form/company.ts";
import {
  maintenanceSchema,
  type Maintenance,
} from "#app/usecases/orders/order-form/maintenance.ts";
import { asFormData, typedFrom, type TypedStep } from "#app/usecases/orders/order-form/typed.ts";
import type { Principal } from "#app/usecases/principal.ts";
import type { Handle } from "#db/client.ts";
import { saveOrderFormPart } from "#db/queries/order-forms.ts";
import { writeRegistration } from "#db/queries/order-papers.ts";

/** What an assignee typed into the pages that an applicant fills in, too. */
export interface TypedPapers {
  company: TypedStep;
  maintenance: TypedStep;
}

/** The same, every value in its right form; no company where it is registered already. */
export interface TakeOverPapers {
  company: Company | null;
  maintenance: Maintenance;
}

/** What is wrong with a field: codes of `order-form/fields.ts`. */
export interface PaperProblem {
  field: string;
  code: string;
}

/** The papers as a submitted form carries them. */
export const typedPapers = (form: FormData): TypedPapers => ({
  company: typedFrom(form, "company"),
  maintenance: typedFrom(form, "maintenance"),
});

/**
 * Checks what an assignee says of itself by the rules of the order form (A5.1, A5.2).
 *
 * @param today ISO day; a maintenance contract that is over does not count
 */
export function checkPapers(
  typed: TypedPapers,
  today: string,
  needsCompany: boolean,
): { values: TakeOverPapers | null; problems: PaperProblem[] } {
  const company = needsCompany ? parseStep(asFormData(typed.company), companySchema) : null;
  const maintenance = parseStep(asFormData(typed.maintenance), maintenanceSchema(today));
  const problems = [company, maintenance].flatMap((part) =>
    part === null || part.status === "success"
      ? []
      : Object.entries(part.error ?? {}).flatMap(([field, codes]) =>
          (codes ?? []).map((code) => ({ field, code })),
        ),
  );
  if (problems.length > 0 || maintenance.status !== "success") return { values: null, problems };
  return {
    values: {
      company: company?.status === "success" ? (company.value as Company) : null,
      maintenance: maintenance.value as Maintenance,
    },
    problems,
  };
}

/** Writes the papers of an assignee for the contract that it will take over, as those of an order. */
export async function writePapers(
  tx: Handle,
  { receivedAt, userId }: Principal,
  { customerId, contractId }: { customerId: string; contractId: string },
  { company, maintenance }: TakeOverPapers,
): Promise<void> {
  const at = new Date(receivedAt);
  if (company) {
    const registrationId = newIdentifier();
    await writeRegistration(tx, {
      ...company,
      ...{ customerId, registrationId, contractId, registeredAt: at },
    });
  }
  await saveOrderFormPart(tx, {
    ...{ customerId, contractId, part: "sent", content: { maintenance } },
    ...{ savedAt: at, savedBy: userId },
  });
}
