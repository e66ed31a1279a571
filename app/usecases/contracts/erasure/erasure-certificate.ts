import { renderErasureCertificatePdf } from "#app/gateways/pdf.tsx";
import { currentPortal } from "#app/portal.ts";
import { issuerOf, recipientOf } from "#app/usecases/parties.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";
import { readRegistration } from "#db/queries/order-papers.ts";
import type { ContractView } from "../contract-view.ts";
import { readContractForStaff } from "../read-contract-for-staff.ts";
import { readContractPage } from "../read-contract-page.ts";

type File = { fileName: string; bytes: Uint8Array };

async function certificateOf(
  { number, end, erasure }: Pick<ContractView, "number" | "end" | "erasure">,
  customerId: string,
  locale: "ja" | "en",
): Promise<File> {
  if (!erasure?.done || !end) throw new Problem("notFound", "nothing is erased yet");
  const { registration, operator } = await currentPortal().database.transaction(
    { role: "portal_engine" },
    async (tx) => ({
      registration: await readRegistration(tx, customerId),
      operator: await readOperatorProfile(tx),
    }),
  );
  if (!registration) throw new Problem("notFound", "the customer is not registered");
  const { day, stores } = erasure.done;
  const bytes = await renderErasureCertificatePdf(
    {
      issuer: issuerOf(operator),
      recipient: recipientOf(registration),
      ...{ contractNumber: number ?? "", endDay: end.day, erasedDay: day, stores },
      plan: erasure.plan,
    },
    locale,
  );
  return { fileName: `erasure-${number ?? ""}.pdf`, bytes };
}

/**
 * The certificate of erasure of a contract of the member's company as a PDF file (消去の証明書, A18.1).
 *
 * @throws Problem `notFound` for somebody else's contract and before the erasure
 */
export async function erasureCertificate(
  principal: Principal,
  contractId: string,
  locale: "ja" | "en",
): Promise<File> {
  const { customerId } = asMember(principal);
  return certificateOf(await readContractPage(principal, contractId), customerId, locale);
}

/** The same for staff. Throws Problem `notFound`, `notAllowed` for other roles than operations. */
export async function erasureCertificateForStaff(
  principal: Principal,
  customerId: string,
  contractId: string,
  locale: "ja" | "en",
): Promise<File> {
  return certificateOf(
    await readContractForStaff(principal, customerId, contractId),
    customerId,
    locale,
  );
}
