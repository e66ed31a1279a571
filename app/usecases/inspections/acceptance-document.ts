import { renderAcceptancePdf } from "#app/gateways/pdf.tsx";
import { currentPortal } from "#app/portal.ts";
import { issuerOf, recipientOf } from "#app/usecases/parties.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";
import { readRegistration } from "#db/queries/order-papers.ts";
import { readWorkForMember, readWorkForStaff, type WorkPage } from "./read-inspections.ts";

async function documentOf(
  { work, notes }: WorkPage,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const acceptance = notes.find(({ kind }) => kind === "acceptance");
  const report = notes.find(({ kind }) => kind === "report");
  if (!acceptance || !report?.completedOn) throw new Problem("notFound", "it is not accepted");
  const { customerId, customerName, number, nameJa, nameEn } = work;
  const { registration, operator } = await currentPortal().database.transaction(
    { role: "portal_engine" },
    async (tx) => ({
      registration: await readRegistration(tx, customerId),
      operator: await readOperatorProfile(tx),
    }),
  );
  const unregistered = { departmentName: null, personName: null, postalCode: "", address: "" };
  const bytes = await renderAcceptancePdf(
    {
      issuer: issuerOf(operator),
      recipient: registration
        ? recipientOf(registration)
        : { companyName: customerName, ...unregistered },
      ...{ contractNumber: number, nameJa, nameEn, completedDay: report.completedOn },
      ...{ reportedDay: report.day, acceptedDay: acceptance.day, acceptedAt: acceptance.at },
      signedName: acceptance.signedName,
      report: report.text.split("\n").filter((line) => line.trim() !== ""),
    },
    locale,
  );
  return { fileName: `acceptance-${number}-${acceptance.day}.pdf`, bytes };
}

/**
 * The customer's acceptance of work as a PDF file (検収書, A11).
 *
 * @throws Problem `notFound` for somebody else's work and before the acceptance
 */
export async function acceptanceDocument(
  principal: Principal,
  optionId: string,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  return documentOf(await readWorkForMember(principal, optionId), locale);
}

/** The same for staff. Throws Problem `notFound`, `notAllowed` for other roles than operations. */
export async function acceptanceDocumentForStaff(
  principal: Principal,
  customerId: string,
  optionId: string,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  return documentOf(await readWorkForStaff(principal, customerId, optionId), locale);
}
