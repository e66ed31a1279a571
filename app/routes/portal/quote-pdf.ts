import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { quoteDocument } from "#app/usecases/orders/quote-document.ts";
import type { Route } from "./+types/quote-pdf.ts";

/** `GET …/quote.pdf`: the quote (見積書) of a contract, to be saved; 404 before it was ordered. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = context.get(localeContext);
  const { fileName, bytes } = await answer(() =>
    quoteDocument(principalOf(context), params.contractId, locale),
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
