import { newIdentifier } from "#app/identifier.ts";
import { currentPortal } from "#app/portal.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { accepted } from "#app/usecases/problem.ts";
import type { Handle } from "#db/client.ts";
import { readContract } from "#db/queries/contracts.ts";
import { saveOrderFormPart } from "#db/queries/order-forms.ts";
import { writeOrderPapers } from "#db/queries/order-papers.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { quoteValidUntil } from "#machines/terms/a12-fees.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { OrderValues } from "./order-form/check.ts";
import { declarationsOf } from "./order-form/declarations.ts";
import type { OrderQuote } from "./order-quote.ts";
import { reviewOrder } from "./review-order.ts";

/** What stood on the page when the applicant consented. */
export interface ShownOrder {
  /** Yen with tax. */
  total: number;
  termsVersion: string;
  /** Names of the versions of specifications that were shown. */
  specifications: readonly string[];
  savedAt: string;
}

/** How sending an order ended; all but `submitted` change nothing and ask again. */
export type Submission =
  | { outcome: "submitted" }
  | { outcome: "incomplete" }
  | { outcome: "changed"; what: ("price" | "terms" | "form")[] };

interface Sent {
  principal: Principal;
  customerId: string;
  contractId: string;
  quoteId: string;
  values: OrderValues;
  quote: OrderQuote;
  termsVersion: string;
  specifications: readonly string[];
}

/** The order's papers, written with it or not at all: the event itself holds nothing personal. */
async function writePapers(tx: Handle, sent: Sent): Promise<void> {
  const { principal, customerId, contractId, quoteId, values, quote, termsVersion } = sent;
  const { specifications } = sent;
  const { receivedAt, userId, ipAddress } = principal;
  const contract = await readContract(tx, customerId, contractId);
  if (!contract?.number) throw new Error("A submitted contract has no number.");
  const at = new Date(receivedAt);
  const today = tokyoDay(receivedAt);
  const { lines, taxes, subtotal, tax, total } = quote.charge;
  const kinds = declarationsOf(quote.options.some(({ kind }) => kind === "device"));
  await writeOrderPapers(tx, {
    quote: {
      customerId,
      quoteId,
      contractId,
      number: contract.number.replace(/^C/, "Q"),
      quotedAt: at,
      quotedDay: today.toString(),
      validUntil: quoteValidUntil(today, policyOn(today)).day.toString(),
      ...{ lines, taxes, subtotal, tax, total },
    },
    registration: {
      ...values.company,
      ...{ customerId, registrationId: newIdentifier(), contractId, registeredAt: at },
    },
    consents: [
      ...["terms", ...kinds].map((kind) => ({ kind, termsVersion })),
      ...specifications.map((version) => ({ kind: "specification", termsVersion: version })),
    ].map((given) => ({
      ...{ customerId, consentId: newIdentifier(), contractId, ...given },
      ...{ consentedAt: at, userId, ipAddress },
    })),
  });
  const sealed = await saveOrderFormPart(tx, {
    ...{ customerId, contractId, part: "sent", content: values, savedAt: at, savedBy: userId },
  });
  if (!sealed) throw new Error("The order form had been sent before.");
}

/**
 * Sends an order (申込み, A5.1): the consent to the terms shown, with time, person and address. The
 * prices are worked out anew; where they, the terms or the form are not what was shown, nothing is
 * sent. Sending the same order twice sends it once.
 *
 * @throws Problem `notFound` for somebody else's order
 */
export async function submitOrder(
  principal: Principal,
  contractId: string,
  shown: ShownOrder,
): Promise<Submission> {
  const { customerId, actor } = asMember(principal);
  const review = await reviewOrder(principal, contractId);
  const { status, values, quote, terms, savedAt } = review;
  // Whoever sends it again has not heard the first answer; what staff decided since changes nothing.
  if (status !== "draft") return { outcome: "submitted" };
  if (!values || !quote) return { outcome: "incomplete" };
  const termsVersion = terms.version;
  const specifications = review.specifications.map(({ version }) => version);
  const versions = [termsVersion, ...specifications].join();
  const what = [
    quote.charge.total === shown.total ? null : ("price" as const),
    versions === [shown.termsVersion, ...shown.specifications].join() ? null : ("terms" as const),
    savedAt === shown.savedAt ? null : ("form" as const),
  ].filter((part) => part !== null);
  if (what.length > 0) return { outcome: "changed", what };
  const quoteId = derivedId(contractId, "quote");
  const sent = {
    principal,
    customerId,
    contractId,
    quoteId,
    values,
    quote,
    termsVersion,
    specifications,
  };
  const outcome = await currentPortal().dispatch(
    {
      customerId,
      machineId: contractId,
      kind: "contract",
      commandId: "submit",
      actor,
      receivedAt: principal.receivedAt,
      event: {
        type: "submit",
        basic: quote.basic,
        options: quote.options.map((option) => ({
          ...option,
          optionId: derivedId(contractId, `option/${option.menuCode}`),
        })),
        quoteId,
        termsVersion,
        wishedStart: dayOf(values.menus.wishedStart).toString(),
      },
    },
    (tx) => writePapers(tx, sent),
  );
  accepted(outcome);
  return { outcome: "submitted" };
}
