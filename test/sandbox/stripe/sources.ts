import type Stripe from "stripe";
import { newId } from "../identifiers.ts";
import type { Sandbox } from "../sandbox.ts";
import { endpoint } from "./call.ts";
import { cardError } from "./card-error.ts";
import { cardBrand } from "./cards.ts";
import { noSuch } from "./errors.ts";
import { emit } from "./events.ts";
import { checkCustomer } from "./find-customer.ts";
import { integer, metadata, optional, required, text } from "./parameters.ts";
import { cardOfTestId, testCard } from "./test-cards.ts";

/** The way in which older systems keep a card with a customer. */
export const createSource = endpoint(
  { metadata: optional(metadata), source: required(text()) },
  (call, { source, metadata: notes }) => {
    const { sandbox, id } = call;
    const customer = checkCustomer(sandbox, id("customer"), 404);
    const name = cardOfTestId(source, "tok_");
    if (!name) throw noSuch("token", source, "source", 400);
    const { decline, savable, number } = testCard(name);
    if (decline && !savable) return cardError(decline, {});
    const card = buildCard(sandbox, customer.id, number, notes ?? {});
    sandbox.store.put("sources", card);
    if (customer.default_source === null) {
      sandbox.store.put("customers", { ...customer, default_source: card.id });
    }
    emit(sandbox, call, "customer.source.created", card);
    return card;
  },
);

export const updateSource = endpoint(
  {
    exp_month: optional(integer(1)),
    exp_year: optional(integer(1970)),
    metadata: optional(metadata),
    name: optional(text()),
  },
  (call, parameters) => {
    const { sandbox, id } = call;
    const before = sandbox.store.get("sources", id("source"));
    if (!before || before.customer !== id("customer")) throw noSuch("source", id("source"), "id");
    const card: Stripe.Card = {
      ...before,
      exp_month: parameters.exp_month ?? before.exp_month,
      exp_year: parameters.exp_year ?? before.exp_year,
      name: parameters.name ?? before.name,
      metadata: { ...before.metadata, ...parameters.metadata },
    };
    sandbox.store.put("sources", card);
    emit(sandbox, call, "customer.source.updated", card, { metadata: before.metadata });
    return card;
  },
);

function buildCard(
  { clock }: Sandbox,
  customer: string,
  number: string,
  notes: Record<string, string>,
): Stripe.Card {
  return {
    id: newId("card"),
    object: "card",
    address_city: null,
    address_country: null,
    address_line1: null,
    address_line1_check: null,
    address_line2: null,
    address_state: null,
    address_zip: null,
    address_zip_check: null,
    brand: cardBrand(number) === "visa" ? "Visa" : cardBrand(number),
    country: "JP",
    customer,
    cvc_check: null,
    dynamic_last4: null,
    exp_month: 12,
    exp_year: new Date(clock.now() * 1000).getUTCFullYear() + 3,
    fingerprint: newId("", 16).slice(1),
    funding: "credit",
    last4: number.slice(-4),
    metadata: notes,
    name: null,
    regulated_status: "unregulated",
    tokenization_method: null,
  };
}
