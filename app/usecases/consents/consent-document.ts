import { renderConsentDecisionPdf } from "#app/gateways/pdf.tsx";
import { currentPortal } from "#app/portal.ts";
import { issuerOf, recipientOf } from "#app/usecases/parties.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";
import { readRegistration } from "#db/queries/order-papers.ts";
import {
  rejectionLabels,
  rejectionReasons,
  type RejectionReason,
} from "#machines/terms/a05-rejection.ts";
import { readConsentForMember, readConsentForStaff, type ConsentPage } from "./read-consents.ts";

/** States in which a request was decided in writing. */
const decided: Record<string, "consented" | "refused"> = {
  ...{ consented: "consented", assigning: "consented", handingOver: "consented" },
  ...{ assigned: "consented", fallenThrough: "consented", calledOff: "consented" },
  refused: "refused",
};

/** Whether there is a decision in writing about a request. */
export const hasDecision = ({ status, kind }: { status: string; kind: string }): boolean =>
  kind !== "takeOver" && status in decided;

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

async function documentOf(
  { request, text, decision }: ConsentPage,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { customerId, status, number, kind, asker, askedOn, decidedOn, effectiveDay } = request;
  const outcome = decided[status];
  const refusal = request.refusalReason as RejectionReason | null;
  if (!outcome || !hasDecision(request) || !decidedOn) {
    throw new Problem("notFound", "it is not decided");
  }
  const { registration, operator } = await currentPortal().database.transaction(
    { role: "portal_engine" },
    async (tx) => ({
      registration: await readRegistration(tx, customerId),
      operator: await readOperatorProfile(tx),
    }),
  );
  const bytes = await renderConsentDecisionPdf(
    {
      issuer: issuerOf(operator),
      recipient: registration
        ? recipientOf(registration)
        : {
            ...{ companyName: request.customerName, departmentName: null, personName: null },
            ...{ postalCode: "", address: "" },
          },
      ...{ contractNumber: number ?? "", askedDay: askedOn, issuedDay: decidedOn, effectiveDay },
      kind: kind === "resale" ? "resale" : "assignment",
      decision: outcome,
      decidedBy: asker === "operator" ? "customer" : "operator",
      refusal: refusal && {
        ...rejectionLabels[refusal],
        item: rejectionReasons.indexOf(refusal) + 1,
      },
      ...{ request: linesOf(text), reasons: linesOf(decision) },
    },
    locale,
  );
  return { fileName: `consent-${number ?? ""}-${decidedOn}.pdf`, bytes };
}

/**
 * The decision on a request of the member's company as a PDF file (書面, A14.5, A31.1).
 *
 * @throws Problem `notFound` for somebody else's request and before the decision
 */
export async function consentDocument(
  principal: Principal,
  requestId: string,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  asMember(principal);
  return documentOf(await readConsentForMember(principal, requestId), locale);
}

/** The same for staff. Throws Problem `notFound`, `notAllowed` for other roles than operations. */
export async function consentDocumentForStaff(
  principal: Principal,
  customerId: string,
  requestId: string,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  return documentOf(await readConsentForStaff(principal, customerId, requestId), locale);
}
