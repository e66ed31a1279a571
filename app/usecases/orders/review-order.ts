import type { Principal } from "#app/usecases/principal.ts";
import { currentTerms } from "#app/usecases/terms/current-terms.ts";
import { tokyoDay } from "#machines/calendar.ts";
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
  /** ISO instant of the last change of the form: what is sent must be what was shown. */
  savedAt: string;
  /** Names of the menus on sale by code. */
  menuNames: Record<string, { ja: string; en: string }>;
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
  return {
    status: contract.status,
    typed,
    problems,
    complete: completeSteps(problems),
    values,
    quote: values && quoteOrder(values.menus, menus),
    terms: { version, effectiveDay },
    savedAt,
    menuNames: Object.fromEntries(
      menus.map(({ code, nameJa, nameEn }) => [code, { ja: nameJa, en: nameEn }]),
    ),
  };
}
