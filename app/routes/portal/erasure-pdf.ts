import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { erasureCertificate } from "#app/usecases/contracts/erasure/erasure-certificate.ts";
import type { Route } from "./+types/erasure-pdf.ts";
import { pdfAttachment } from "./attachment.ts";

/** `GET …/erasure.pdf`: the certificate of erasure, to be saved; 404 before there is one (A18.1). */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = context.get(localeContext);
  const principal = principalOf(context);
  return pdfAttachment(
    await answer(() => erasureCertificate(principal, params.contractId, locale)),
  );
}
