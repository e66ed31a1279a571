import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { consentDocument } from "#app/usecases/consents/consent-document.ts";
import type { Route } from "./+types/consent-pdf.ts";
import { pdfAttachment } from "./attachment.ts";

/** `GET …/decision.pdf`: the decision in writing, to be saved; 404 before there is one. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = context.get(localeContext);
  return pdfAttachment(
    await answer(() => consentDocument(principalOf(context), params.requestId, locale)),
  );
}
