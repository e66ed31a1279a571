import type { QuoteData } from "#app/documents/data.ts";
import { renderQuotePdf } from "#app/gateways/pdf.tsx";
import { isIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { issuerOf, recipientOf } from "#app/usecases/parties.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readOperatorProfile } from "#db/queries/operator-profile.ts";
import { readQuote, readRegistrationOfOrder } from "#db/queries/order-papers.ts";
import type { FeeLine } from "#machines/contract/fees.ts";

/**
 * The quote (見積書, A12.1) of one of the member's contracts as a PDF file, as it was given.
 *
 * @throws Problem `notFound` for a contract that is somebody else's or was not ordered yet
 */
export async function quoteDocument(
  principal: Principal,
  contractId: string,
  locale: "ja" | "en",
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { customerId } = asMember(principal);
  if (!isIdentifier(contractId)) throw new Problem("notFound", "no identifier");
  const scope = { role: "portal_app", customerId } as const;
  const { quote, registration, operator } = await currentPortal().database.transaction(
    scope,
    async (tx) => ({
      quote: await readQuote(tx, customerId, contractId),
      registration: await readRegistrationOfOrder(tx, customerId, contractId),
      operator: await readOperatorProfile(tx),
    }),
  );
  if (!quote || !registration) throw new Problem("notFound", `no quote of ${contractId}`);
  const data: QuoteData = {
    issuer: issuerOf(operator),
    recipient: recipientOf(registration),
    quoteNumber: quote.number,
    issuedDay: quote.quotedDay,
    validUntilDay: quote.validUntil,
    lines: (quote.lines as FeeLine[]).map(({ nameJa, nameEn, amount, ratePercent }) => ({
      ...{ nameJa, nameEn, amount, ratePercent },
      ...{ quantity: 1, unitPrice: amount, reduced: false, supply: null },
    })),
    taxes: quote.taxes as QuoteData["taxes"],
    total: quote.total,
  };
  return { fileName: `${quote.number}.pdf`, bytes: await renderQuotePdf(data, locale) };
}
