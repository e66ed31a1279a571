import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { loanPaper } from "#app/usecases/loans/loan-papers.ts";
import { asMember } from "#app/usecases/principal.ts";
import { pdfAttachment } from "./attachment.ts";
import type { Route } from "./+types/device-paper.ts";

/** `GET …/papers/:paper`: the address label or the certificate of a lent device; 404 where it has none now. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const { loanId, paper } = params;
  const locale = context.get(localeContext);
  return pdfAttachment(
    await answer(() => {
      const ids = { customerId: asMember(principal).customerId, loanId };
      return loanPaper(principal, "customer", ids, { paper, locale });
    }),
  );
}
