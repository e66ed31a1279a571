import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { consentDocumentForStaff } from "#app/usecases/consents/consent-document.ts";
import { pdfAttachment } from "../portal/attachment.ts";
import type { Route } from "./+types/consent-pdf.ts";

/** `GET …/decision.pdf` for staff: the decision in writing, to be saved. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { customerId, requestId } = params;
  const locale = context.get(localeContext);
  const principal = principalOf(context);
  return pdfAttachment(
    await answer(() => consentDocumentForStaff(principal, customerId, requestId, locale)),
  );
}
