import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { acceptanceDocument } from "#app/usecases/inspections/acceptance-document.ts";
import type { Route } from "./+types/acceptance-pdf.ts";
import { pdfAttachment } from "./attachment.ts";

/** `GET …/acceptance.pdf`: the signed acceptance, to be saved; 404 before there is one. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = context.get(localeContext);
  return pdfAttachment(
    await answer(() => acceptanceDocument(principalOf(context), params.optionId, locale)),
  );
}
