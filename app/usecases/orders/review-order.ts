import type { Principal } from "#app/usecases/principal.ts";
import type { Menu } from "#app/usecases/catalog/list-menus.ts";
import { currentTerms } from "#app/usecases/terms/current-terms.ts";
import { listPublishedTerms } from "#app/usecases/terms/published-terms.ts";
import { tokyoDay } from "#machines/calendar.ts";
import type { Bilingual } from "#machines/terms/articles.ts";
import { termsOfService } from "#machines/terms-version/affected.ts";
import { readFormFacts } from "./form-facts.ts";
import {
  checkOrder,
  completeSteps,
  type FormProblem,
  type OrderValues,
} from "./order-form/check.ts";
import type { FormStep } from "./order-form/steps.ts";
import type { TypedOrder } from "./order-form/typed.ts";
import { quoteOrder, type OrderQuote } from "./order-quote.ts";
import { readDraft } from "./read-draft.ts";

/** A version of a document that an order comes under. */
export interface OrderDocument {
  name: Bilingual;
  version: string;
  /** ISO day. */
  from: string;
}

/** Everything that an applicant sees before the order is sent. */
export interface OrderReview {
  status: string;
  typed: TypedOrder;
  problems: FormProblem[];
  /** The pages that are complete. */
  complete: FormStep[];
  values: OrderValues | null;
  /** Null while the form is incomplete. */
  quote: OrderQuote | null;
  terms: { version: string; effectiveDay: string };
  /** The specifications (仕様書) of the chosen menus that bind today; consenting covers them (A4). */
  specifications: OrderDocument[];
  /** Announced versions of these documents: they will bind a contract that the order leads to (A3). */
  announced: OrderDocument[];
  /** ISO instant of the last change of the form: what is sent must be what was shown. */
  savedAt: string;
  /** Menus of the order whose discontinuation is announced (A20), with their last days (ISO). */
  ending: { code: string; name: Bilingual; lastDay: string }[];
  /** Names of the menus on sale by code. */
  menuNames: Record<string, { ja: string; en: string }>;
}

/** The versions that the menus of an order bring with them. */
async function documentsOf(
  quote: OrderQuote | null,
  today: string,
): Promise<Pick<OrderReview, "specifications" | "announced">> {
  const codes = quote ? [quote.basic, ...quote.options].map(({ menuCode }) => menuCode) : [];
  const wanted: string[] = [termsOfService, ...codes];
  const documents = (await listPublishedTerms(today)).filter(({ document }) =>
    wanted.includes(document),
  );
  const versionsOf = (standing: "present" | "coming", own: typeof documents) =>
    own.flatMap(({ name, versions }) =>
      versions
        .filter((version) => version.standing === standing)
        .map(({ version, from }) => ({ name, version, from })),
    );
  const specifications = documents.filter(({ document }) => document !== termsOfService);
  return {
    specifications: versionsOf("present", specifications),
    announced: versionsOf("coming", documents),
  };
}

function endingOf(quote: OrderQuote | null, menus: readonly Menu[]): OrderReview["ending"] {
  const chosen = quote ? [quote.basic, ...quote.options].map(({ menuCode }) => menuCode) : [];
  return menus.flatMap(({ code, nameJa: ja, nameEn: en, lastDay }) =>
    lastDay !== null && chosen.includes(code) ? [{ code, name: { ja, en }, lastDay }] : [],
  );
}

/**
 * An order as it would be sent now: at today's list prices, under the terms that bind today (A5.1,
 * A12.1).
 *
 * @throws Problem `notFound` for somebody else's order
 */
export async function reviewOrder(principal: Principal, contractId: string): Promise<OrderReview> {
  const { contract, typed, savedAt } = await readDraft(principal, contractId);
  const today = tokyoDay(principal.receivedAt).toString();
  const { facts, menus } = await readFormFacts(today);
  const { version, effectiveDay } = await currentTerms(today);
  const { values, problems } = checkOrder(typed, facts);
  const quote = values && quoteOrder(values.menus, menus);
  const documents = await documentsOf(quote, today);
  return {
    status: contract.status,
    typed,
    problems,
    complete: completeSteps(problems),
    values,
    quote,
    terms: { version, effectiveDay },
    ...documents,
    savedAt,
    ending: endingOf(quote, menus),
    menuNames: Object.fromEntries(
      menus.map(({ code, nameJa, nameEn }) => [code, { ja: nameJa, en: nameEn }]),
    ),
  };
}
