import { currentPortal } from "#app/portal.ts";
import { priceList, type PricedMenu } from "#app/usecases/catalog/price-list.ts";
import { asMember, type Principal } from "#app/usecases/principal.ts";
import { readRegistration } from "#db/queries/order-papers.ts";
import { tokyoDay } from "#machines/calendar.ts";
import { readFormFacts } from "./form-facts.ts";
import { checkOrder, completeSteps, lendsDevice, type FormFacts } from "./order-form/check.ts";
import type { FormStep } from "./order-form/steps.ts";
import type { TypedStep } from "./order-form/typed.ts";
import { readDraft } from "./read-draft.ts";

/** One page of the order form. */
export interface OrderStep {
  isDraft: boolean;
  /** What stands in the fields: typed before, else known from an earlier order. */
  typed: TypedStep;
  /** The pages that are complete. */
  complete: FormStep[];
  facts: FormFacts;
  needsDeviceCare: boolean;
  /** The menus with prices, on the page that asks for them. */
  menus: PricedMenu[];
}

/** What an earlier order registered, for the first look at the page; nothing for a new customer. */
async function knownCompany(customerId: string): Promise<TypedStep> {
  const known = await currentPortal().database.transaction(
    { role: "portal_app", customerId },
    (tx) => readRegistration(tx, customerId),
  );
  if (!known) return {};
  const { customerId: _c, registrationId: _r, contractId: _k, registeredAt: _a, ...typed } = known;
  return typed;
}

/**
 * A page of the order form as it stands (A5.1).
 *
 * @throws Problem `notFound` for somebody else's order
 */
export async function readOrderStep(
  principal: Principal,
  contractId: string,
  step: FormStep,
): Promise<OrderStep> {
  const { contract, typed } = await readDraft(principal, contractId);
  const today = tokyoDay(principal.receivedAt).toString();
  const { facts } = await readFormFacts(today);
  const onSale = [...facts.basics, ...facts.options];
  const { problems } = checkOrder(typed, facts);
  const isFresh = step === "company" && typed.company === undefined;
  return {
    isDraft: contract.status === "draft",
    typed: isFresh ? await knownCompany(asMember(principal).customerId) : (typed[step] ?? {}),
    complete: completeSteps(problems),
    facts,
    needsDeviceCare: lendsDevice(typed, facts),
    menus:
      step === "menus"
        ? (await priceList(today)).menus.filter(({ code }) => onSale.includes(code))
        : [],
  };
}
