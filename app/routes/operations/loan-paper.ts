import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { loanPaper } from "#app/usecases/loans/loan-papers.ts";
import { pdfAttachment } from "../portal/attachment.ts";
import type { Route } from "./+types/loan-paper.ts";

/** `GET …/papers/:paper` for staff: the address label or the certificate of a lent device. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const locale = context.get(localeContext);
  const how = { paper: params.paper, locale };
  const principal = principalOf(context);
  return pdfAttachment(await answer(() => loanPaper(principal, "operations", params, how)));
}
