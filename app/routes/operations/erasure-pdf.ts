import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { erasureCertificateForStaff } from "#app/usecases/contracts/erasure/erasure-certificate.ts";
import { pdfAttachment } from "../portal/attachment.ts";
import type { Route } from "./+types/erasure-pdf.ts";

/** `GET …/erasure.pdf` for staff: the customer's certificate of erasure, to be saved (A18.1). */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { customerId, contractId } = params;
  const locale = context.get(localeContext);
  const principal = principalOf(context);
  return pdfAttachment(
    await answer(() => erasureCertificateForStaff(principal, customerId, contractId, locale)),
  );
}
