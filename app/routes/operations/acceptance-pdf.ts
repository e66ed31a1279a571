import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { acceptanceDocumentForStaff } from "#app/usecases/inspections/acceptance-document.ts";
import { pdfAttachment } from "../portal/attachment.ts";
import type { Route } from "./+types/acceptance-pdf.ts";

/** `GET …/acceptance.pdf` for staff: the customer's signed acceptance, to be saved. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { customerId, optionId } = params;
  const locale = context.get(localeContext);
  const principal = principalOf(context);
  return pdfAttachment(
    await answer(() => acceptanceDocumentForStaff(principal, customerId, optionId, locale)),
  );
}
